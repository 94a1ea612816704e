using Rectify.Core.Documents;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Templates;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Documents;

/// <summary>What a draft says of due dates and of what went out before.</summary>
public sealed class DocumentProposalTests
{
    [Fact]
    public async Task A_visits_notice_tells_each_due_date_with_its_problem_and_one_that_is_over_as_over()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (late, soon) = (await FoundAsync(campaign, "空岗", 30), await FoundAsync(campaign, "串岗", 3));
        campaign.Time.AdvanceDays(5);

        var text = (await ProposedAsync(campaign, DocumentKind.RectificationNotice, soon, late)).Text;

        text.ShouldContain("\n1. 第1号：空岗（整改时限：2026年4月1日）。\n2. 第2号：串岗（整改时限已于2026年3月5日到期）。\n");
        text.ShouldContain("明确责任人，按所列时限分别完成整改，其中时限已到期的立即完成整改，完成后申请销号。");
        (await ProposedAsync(campaign, DocumentKind.RectificationNotice, late)).Text.ShouldContain("第1号：空岗。\n一、整改要求\n请对照上述问题逐项制定措施，明确责任人，于2026年4月1日前完成整改，完成后");
        (await ProposedAsync(campaign, DocumentKind.RectificationNotice, soon)).Text.ShouldContain("明确责任人，立即完成整改（整改时限已于2026年3月5日到期），完成后");
        campaign.Time.Set(new DateOnly(2026, 4, 2));
        (await ProposedAsync(campaign, DocumentKind.RectificationNotice, soon, late)).Text.ShouldContain("立即完成整改（整改时限均已到期），");
    }

    [Fact]
    public async Task A_due_date_not_known_yet_stays_a_field_where_it_belongs()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await FoundAsync(campaign, "空岗", 30);
        var unassigned = await campaign.RegisteredAsync(description: "有{话}和｛话｝");
        var known = (await campaign.As(campaign.Clerk).Do(new ListLetterProblems(campaign.Id, DocumentKind.RectificationNotice, campaign.Unit.Id))).Items[0].Id;

        var text = (await ProposedAsync(campaign, DocumentKind.RectificationNotice, known, unassigned)).Text;

        text.ShouldContain("空岗（整改时限：2026年4月1日）。\n2. 第2号：有（话）和（话）（整改时限：{整改时限}）。");
        text.ShouldContain("{限期要求}");
        (await campaign.As(campaign.Clerk).Send(new DraftDocument(Ids.New(), campaign.Id, DocumentKind.RectificationNotice, [known, unassigned], campaign.Form(text)))).ShouldBeInvalid("Form.Text", "TemplateFieldLeft");
    }

    [Fact]
    public async Task Dates_and_days_of_several_overdue_problems_are_told_with_their_numbers_and_in_their_order()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        Guid[] problems = [await FoundAsync(campaign, "甲", 9), await FoundAsync(campaign, "乙", 3), await FoundAsync(campaign, "丙", 3)];
        campaign.Time.AdvanceDays(10);

        (await ProposedAsync(campaign, DocumentKind.Reminder, problems)).Text.ShouldContain("整改时限为2026年3月11日（第1号）、2026年3月5日（第2、3号），现已逾期1至7天，");
    }

    [Fact]
    public async Task A_supervision_letter_counts_what_really_went_out_and_is_silent_where_nothing_did()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 3);
        async Task<string> TextAsync() => (await ProposedAsync(campaign, DocumentKind.SupervisionLetter, problem)).Text;

        (await TextAsync()).ShouldContain("截至2026年3月2日，该问题仍未整改到位：");
        await campaign.LetterAsync(DocumentKind.Reminder, problem);
        await campaign.IssuedLetterAsync(DocumentKind.SupervisionLetter, problem);
        await campaign.IssuedLetterAsync(DocumentKind.Reminder, await campaign.AssignedAsync());
        (await TextAsync()).ShouldNotContain("已发出", Case.Sensitive, "a draft, another letter and another problem's reminder");

        await campaign.IssuedLetterAsync(DocumentKind.Reminder, problem);
        (await TextAsync()).ShouldContain("日，已发出催办通知1次，该问题仍未整改到位：");
        await campaign.UnansweredAsync(problem);
        (await TextAsync()).ShouldContain("日，已发出书面通知1次、催办通知1次，该问题仍未整改到位：");
    }

    [Fact]
    public async Task An_own_text_may_tell_the_due_date_by_either_field_and_must_by_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var version = 0;
        async Task<Result<Done>> SaveAsync(TemplateKind kind, string text) => await campaign.As(campaign.Clerk).Send(new SaveDocumentTemplate(campaign.Id, kind, version, "整改", text));

        (await SaveAsync(TemplateKind.RectificationNotice, "{问题清单}")).ShouldBeInvalid("Text", "TemplateFieldMissing");
        (await SaveAsync(TemplateKind.Reminder, "第{问题编号}号{限期要求}")).ShouldBeInvalid("Text", "TemplateFieldUnknown");
        (await SaveAsync(TemplateKind.RectificationNotice, "{问题清单}{限期要求}。")).Succeeded.ShouldBeTrue();
        version++;
        (await SaveAsync(TemplateKind.RectificationNotice, "{问题清单}于｛整改时限｝前完成。")).Succeeded.ShouldBeTrue();
        var problem = await FoundAsync(campaign, "空岗", 30);
        (await ProposedAsync(campaign, DocumentKind.RectificationNotice, problem)).Text.ShouldBe("第1号：空岗。于2026年4月1日前完成。");
    }

    [Fact]
    public async Task What_a_letter_can_be_about_depends_on_its_kind_and_is_the_units_own()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (visited, own, unassigned) = (await FoundAsync(campaign, "空岗", 3), await campaign.AssignedAsync(), await campaign.RegisteredAsync());
        await campaign.AppliedAsync();
        campaign.Time.AdvanceDays(5);
        async Task<IReadOnlyList<LetterProblem>> ListedAsync(DocumentKind kind, Guid? unit = null) =>
            (await campaign.As(campaign.Clerk).Do(new ListLetterProblems(campaign.Id, kind, unit ?? campaign.Unit.Id))).Items;

        (await ListedAsync(DocumentKind.RectificationNotice)).ShouldBe([new LetterProblem(visited, 1, "空岗", new DateOnly(2026, 3, 5), true)]);
        foreach (var kind in (DocumentKind[])[DocumentKind.Reminder, DocumentKind.SupervisionLetter])
        {
            var listed = await ListedAsync(kind);
            listed.Select(problem => problem.Id).ShouldBe([visited, own]);
            listed.ShouldNotContain(problem => problem.Id == unassigned);
        }

        (await ListedAsync(DocumentKind.Reminder, campaign.OtherUnit.Id)).ShouldBeEmpty();
    }

    private static async Task<Guid> FoundAsync(RunningCampaign campaign, string what, int dueInDays)
    {
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new RegisterProblem(campaign.Id, id, campaign.Unit.Id, campaign.Finding(what) with { Source = ProblemSource.Inspection }, []));
        await campaign.As(campaign.Clerk).Do(new AssignProblem(id, await campaign.VersionAsync(id), campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(dueInDays), null, [], ""));
        return id;
    }

    private static Task<DocumentProposal> ProposedAsync(RunningCampaign campaign, DocumentKind kind, params Guid[] problems) =>
        campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, kind, problems));
}
