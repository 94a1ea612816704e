using Rectify.Core.Documents;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Reports.Letters;

namespace Rectify.Core.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task Numbers_run_without_gaps_in_each_series_and_a_void_number_stays_void()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var first = await campaign.IssuedLetterAsync();
        await campaign.As(campaign.Clerk).Do(new DiscardDocument(await campaign.LetterAsync(), 1, "写错"));
        var second = await campaign.IssuedLetterAsync();
        await campaign.As(campaign.OfficeLeader).Do(new VoidDocument(second, 2, "发错单位"));
        var third = await campaign.IssuedLetterAsync();
        var other = await campaign.IssuedLetterAsync(DocumentKind.SupervisionLetter);
        campaign.Time.Set(new DateOnly(2027, 1, 4));
        var nextYear = await campaign.IssuedLetterAsync();

        var numbers = new List<string>();
        foreach (var id in new[] { first, second, third, other, nextYear })
        {
            numbers.Add((await campaign.DocumentAsync(id)).Number!.Text);
            await campaign.Rectify.ShouldEqualItsFoldAsync<OfficialDocument>(id);
        }

        numbers.ShouldBe(["某府办催字〔2026〕1号", "某府办催字〔2026〕2号", "某府办催字〔2026〕3号", "某府办督办字〔2026〕1号", "某府办催字〔2027〕1号"]);
        (await campaign.DocumentAsync(second)).State.ShouldBe(DocumentState.Voided);
        Letters.TextOf((await campaign.As(campaign.Clerk).Do(new GetDocumentLetter(second))).Content).ShouldContain("号（作废）");
    }

    [Fact]
    public async Task Who_drafted_does_not_sign_and_only_a_draft_is_changed_or_signed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var both = await campaign.Rectify.AddPersonAsync("兼任", Role.OfficeClerk | Role.OfficeLeader, campaign.Office);
        var id = Ids.New();
        await campaign.As(both).Do(new DraftDocument(id, campaign.Id, DocumentKind.Reminder, [], campaign.Form()));

        (await campaign.As(both).Send(new IssueDocument(id, 1))).ShouldBeRefused(Rule.SamePerson);
        await campaign.As(campaign.Clerk).Do(new ReviseDocument(id, 1, campaign.Form("改写。")));
        await campaign.As(both).Do(new IssueDocument(id, 2));

        (await campaign.As(campaign.OfficeLeader).Send(new IssueDocument(id, 3))).ShouldBeRefused(Rule.WrongState);
        (await campaign.As(campaign.Clerk).Send(new ReviseDocument(id, 3, campaign.Form()))).ShouldBeRefused(Rule.WrongState);
        (await campaign.As(campaign.Clerk).Send(new DiscardDocument(id, 3, "不用"))).ShouldBeRefused(Rule.WrongState);
        (await campaign.As(campaign.OfficeLeader).Send(new VoidDocument(id, 2, "旧页"))).ShouldBeStale();
        (await campaign.As(campaign.OfficeLeader).Send(new VoidDocument(id, 3, " "))).ShouldBeInvalid("Reasons", "Required");
        await campaign.Rectify.ShouldEqualItsFoldAsync<OfficialDocument>(id);
    }

    [Fact]
    public async Task A_unit_sees_what_was_issued_to_it_and_officials_what_was_issued()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (draft, issued) = (await campaign.LetterAsync(), await campaign.IssuedLetterAsync());

        foreach (var (person, sees) in new[] { (campaign.Handler, 1), (campaign.OtherHandler, 0), (campaign.Official, 1), (campaign.Clerk, 2), (campaign.Checker, 2) })
        {
            (await campaign.As(person).Do(new ListDocuments(campaign.Id))).Total.ShouldBe(sees, person.Name);
            (await campaign.As(person).Send(new GetDocument(draft))).Succeeded.ShouldBe(sees == 2, person.Name);
            (await campaign.As(person).Send(new GetDocument(issued))).Succeeded.ShouldBe(sees > 0, person.Name);
            (await campaign.As(person).Send(new GetDocumentLetter(issued))).Succeeded.ShouldBe(sees > 0, person.Name);
        }

        (await campaign.As(campaign.Handler).Do(new GetDocument(issued))).Timeline.Select(entry => entry.Event).ShouldBe([nameof(DocumentIssued)]);
    }

    [Fact]
    public async Task A_draft_needs_its_parts_and_goes_to_units_that_are_there_and_are_not_the_office()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var clerk = campaign.As(campaign.Clerk);
        DraftDocument With(DocumentForm form) => new(Ids.New(), campaign.Id, DocumentKind.Reminder, [], form);

        (await clerk.Send(With(campaign.Form() with { AddresseeIds = [] }))).ShouldBeInvalid("Form.AddresseeIds", "Required");
        (await clerk.Send(With(campaign.Form() with { Title = " " }))).ShouldBeInvalid("Form.Title", "Required");
        (await clerk.Send(With(campaign.Form("于{整改时限}前整改。")))).ShouldBeInvalid("Form.Text", "TemplateFieldLeft");
        (await clerk.Send(With(campaign.Form() with { AddresseeIds = [Ids.New()] }))).ShouldBeRefused(Rule.UnknownUnit);
        (await clerk.Send(With(campaign.Form() with { AddresseeIds = [campaign.Office.Id] }))).ShouldBeRefused(Rule.OfOwnUnit);
        (await clerk.Send(new DraftDocument(Ids.New(), campaign.Id, DocumentKind.Reminder, [Ids.New()], campaign.Form()))).ShouldBeNotFound();
    }

    [Fact]
    public async Task A_letter_prints_its_number_addressees_text_and_attachments()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = Ids.New();
        var form = new DocumentForm("关于{文号}的函", "一、情况\n见{文号}，{成文日期}。", [campaign.OtherUnit.Id, campaign.Unit.Id], "问题清单\n整改要求", "市政府办公室");
        await campaign.As(campaign.Clerk).Do(new DraftDocument(id, campaign.Id, DocumentKind.SupervisionLetter, [], form));
        var draft = await campaign.As(campaign.Clerk).Do(new GetDocumentLetter(id));
        await campaign.As(campaign.OfficeLeader).Do(new IssueDocument(id, 1));

        var letter = await campaign.As(campaign.Official).Do(new GetDocumentLetter(id));
        var printed = await LibreOffice.ConvertAsync([Letters.Checked(draft.Content), Letters.Checked(letter.Content)], "docx", "pdf");

        letter.Name.ShouldBe("某府办督办字〔2026〕1号.docx");
        var text = (await Pdf.ReadAsync(printed[1])).Text.Replace(" ", "");
        foreach (var said in new[] { "协调小组办公室", "关于某府办督办字〔2026〕1号的函", "市另一局、市某某局：", "见某府办督办字〔2026〕1号，2026年3月2日。", "1.问题清单", "2.整改要求", "抄送：市政府办公室。" })
        {
            text.ShouldContain(said);
        }

        (await Pdf.ReadAsync(printed[0])).Text.ShouldNotContain("1号");
    }
}
