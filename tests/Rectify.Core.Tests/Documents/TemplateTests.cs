using Rectify.Core.Documents;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Documents;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("第{问题编号}号于{整改时限}前整改。\n{无此字段}", "Text", "TemplateFieldUnknown", "2 无此字段")]
    [InlineData("第{问题编号}号于{整改时限}前整改。\n\n{单位", "Text", "TemplateBraceOpen", "3")]
    [InlineData("第{问题编号}号。", "Text", "TemplateFieldMissing", "整改时限")]
    public async Task A_template_is_checked_on_saving_and_the_error_tells_the_place(string text, string field, string code, string values)
    {
        await using var campaign = await RunningCampaign.StartAsync();

        var result = await campaign.As(campaign.Clerk).Send(new SaveDocumentTemplate(campaign.Id, DocumentKind.Reminder, 0, "催办{单位}", text));

        var error = result.Failure.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem();
        (error.Field, error.Code, string.Join(' ', error.Values)).ShouldBe((field, code, values));
    }

    [Fact]
    public async Task Every_standard_text_passes_the_check_of_its_kind()
    {
        await using var campaign = await RunningCampaign.StartAsync();

        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var (title, text) = StandardTexts.Of(kind);
            await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, kind, 0, title, text));
        }

        (await campaign.As(campaign.Clerk).Do(new ListDocumentTemplates(campaign.Id))).ShouldAllBe(template => template.Version == 1);
    }

    [Fact]
    public async Task A_draft_starts_from_the_offices_own_text_filled_from_the_ledger()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 10);
        campaign.Time.Set(campaign.Today.AddDays(13));
        var number = (await campaign.ProblemAsync(problem)).Number;
        var standard = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [problem]));
        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, DocumentKind.Reminder, 0, "催办{单位}", "第{问题编号}号逾期{逾期天数}天，时限{整改时限}。{文号}"));
        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, DocumentKind.Reminder, 1, "再催{单位}", "第{问题编号}号逾期{逾期天数}天，时限{整改时限}。{文号}"));

        var own = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [problem]));

        standard.Text.ShouldNotContain("{");
        (own.Title, own.Text).ShouldBe(("再催市某某局", $"第{number}号逾期3天，时限2026年3月12日。{{文号}}"));
        own.AddresseeIds.ShouldBe([campaign.Unit.Id]);
        var template = (await campaign.As(campaign.Clerk).Do(new ListDocumentTemplates(campaign.Id))).Single(template => template.Kind == DocumentKind.Reminder);
        template.Version.ShouldBe(2);
        (await campaign.As(campaign.Clerk).Send(new SaveDocumentTemplate(campaign.Id, DocumentKind.Reminder, 1, "旧", template.Text))).ShouldBeStale();
        await using var db = campaign.Rectify.Database.CreateDbContext();
        foreach (var saved in db.Set<DocumentTemplate>().ToList())
        {
            await campaign.Rectify.ShouldEqualItsFoldAsync<DocumentTemplate>(saved.Id);
        }
    }

    [Fact]
    public async Task Several_problems_make_a_numbered_list_and_what_is_unknown_stays_in_sight()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (first, second) = (await campaign.AssignedAsync(), await campaign.RegisteredAsync());

        var proposal = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.RectificationNotice, [second, first]));
        var reminder = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [first]));

        proposal.ProblemNumbers.ShouldBe([1, 2]);
        (await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.RectificationNotice, [], campaign.Unit.Id))).ProblemIds
            .ShouldBe(await VisitedAsync(campaign), "all that visits found at the unit");
        proposal.Text.ShouldContain("\n1. 第1号：");
        proposal.Text.ShouldContain("\n2. 第2号：");
        reminder.Text.ShouldContain("{逾期天数}", Case.Sensitive, "it is not overdue");
        (await campaign.As(campaign.Clerk).Send(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [Ids.New()]))).ShouldBeNotFound();
    }

    private static async Task<IReadOnlyList<Guid>> VisitedAsync(RunningCampaign campaign)
    {
        await using var db = campaign.Rectify.Database.CreateDbContext();
        return [.. db.Set<Problem>().Where(problem => problem.UnitId == campaign.Unit.Id && (problem.Source == ProblemSource.Inspection || problem.Source == ProblemSource.UnannouncedVisit)).OrderBy(problem => problem.Number).Select(problem => problem.Id)];
    }
}
