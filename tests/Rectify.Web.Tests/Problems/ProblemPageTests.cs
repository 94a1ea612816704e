using System.Net;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

public sealed class ProblemPageTests
{
    [Fact]
    public async Task A_problem_is_planned_worked_on_reviewed_and_closed_through_its_page()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var id = await campaign.AssignedAsync();
        var address = $"/problems/{id}";
        var (handler, leader, clerk) = (await site.OfAsync(campaign.Handler), await site.OfAsync(campaign.Leader), await site.OfAsync(campaign.Clerk));

        var plan = await handler.OpenAsync(address + "/plan");
        (await plan.SubmitAsync("plan", ("Plan.Goal", "两周内恢复使用"), ("Plan.Measures[0].Text", "联系维保"), ("Plan.ResponsiblePerson", "业务科科长"))).Location.ShouldBe(address);
        (await (await leader.OpenAsync(address)).SubmitAsync("move-Sign")).Location.ShouldBe(address);
        (await (await clerk.OpenAsync(address)).SubmitAsync("move-ApprovePlan", ("Move.Opinion", "同意"))).Location.ShouldBe(address);
        (await (await handler.OpenAsync(address)).SubmitAsync("measure-0", ("Tick.Note", "已修复"))).Location.ShouldBe(address);
        await campaign.AddEvidenceAsync(id);
        (await (await handler.OpenAsync(address)).SubmitAsync("move-PrepareCloseOut", ("Move.Result", "终端已恢复使用"))).Location.ShouldBe(address);
        (await (await leader.OpenAsync(address)).SubmitAsync("move-Sign")).Location.ShouldBe(address);
        (await (await clerk.OpenAsync(address)).SubmitAsync("move-PassFirstReview")).Location.ShouldBe(address);
        var checker = await site.OfAsync(campaign.Checker);
        (await (await checker.OpenAsync(address)).SubmitAsync("move-PassRecheck", ("Move.HasSiteCheck", "True"), ("Move.SiteCheck.Findings", "运行正常"))).Location.ShouldBe(address);
        var officeLeader = await site.OfAsync(campaign.OfficeLeader);
        (await (await officeLeader.OpenAsync(address)).SubmitAsync("move-Close", ("Move.Opinion", "同意销号"))).Location.ShouldBe(address);

        (await campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Closed);
        var closed = await officeLeader.OpenAsync(address);
        closed.Html.ShouldContain("同意销号");
        closed.Document.QuerySelectorAll(".problem-side form").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_file_is_taken_off_with_a_reason_and_the_ledger_tells_why()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.RectifyingAsync();
        await site.Campaign.AddEvidenceAsync(id);
        var file = (await site.Campaign.ProblemAsync(id)).Evidence[0].Id;
        var handler = await site.OfAsync(site.Campaign.Handler);

        var refused = await (await handler.OpenAsync($"/problems/{id}")).SubmitAsync($"remove-{file}");
        refused.ErrorAt("Removal.Reason").ShouldBe("Please fill this in.");
        (await refused.SubmitAsync($"remove-{file}", ("Removal.Reason", "误传他人材料"))).Location.ShouldBe($"/problems/{id}");

        (await site.Campaign.ProblemAsync(id)).Evidence.Count(evidence => evidence.Id == file).ShouldBe(0);
        (await handler.OpenAsync($"/problems/{id}")).Html.ShouldContain("误传他人材料");
        (await (await site.OfAsync(site.Campaign.Clerk)).OpenAsync($"/problems/{id}")).Document.QuerySelector("input[value^='remove-']").ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "by the calendar as it was published then")]
    [InlineData("zh-CN", "按当时已公布的节假日表推算至 2027-01-05")]
    public async Task A_due_date_counted_before_the_holidays_were_known_says_so(string language, string words)
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        campaign.Time.Set(2026, 12, 31);
        var id = await campaign.RegisteredAsync();
        await campaign.As(campaign.Clerk).Do(new AssignProblem(id, 1, campaign.Unit.Id, ProblemKind.TimeLimited, null, 3, [], ""));
        await campaign.As(campaign.Administrator).Do(new ImportHolidayYear(Ids.New(), """{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}"""));

        var page = await (await site.OfAsync(campaign.Handler, language)).OpenAsync($"/problems/{id}");

        page.Html.ShouldContain(words);
        page.Document.QuerySelectorAll(".deadline-days").ShouldBeEmpty("the calendar of now would tell another date");
    }

    [Fact]
    public async Task A_wrong_form_keeps_what_was_typed_and_says_what_is_wrong_at_the_field()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.AssignedAsync();
        var handler = await site.OfAsync(site.Campaign.Handler, "zh-CN");

        var answer = await (await handler.OpenAsync($"/problems/{id}/plan")).SubmitAsync("plan", ("Plan.Goal", ""), ("Plan.Measures[0].Text", "联系维保单位"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt("Plan.Goal").ShouldNotBeNullOrEmpty();
        answer.Html.ShouldContain("联系维保单位");
        (await site.Campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Assigned);
    }

    [Fact]
    public async Task A_problem_is_assigned_without_any_assisting_unit()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.RegisteredAsync();
        var form = await (await site.OfAsync(site.Campaign.Clerk)).OpenAsync($"/problems/{id}/assign");

        (await form.SubmitAsync("assign", ("Assignment.WorkingDays", "5"))).Location.ShouldBe($"/problems/{id}");

        (await site.Campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Assigned);
    }

    [Fact]
    public async Task A_refused_move_tells_the_rule_and_a_stale_one_tells_who_was_first()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.RectifyingAsync();
        var handler = await site.OfAsync(site.Campaign.Handler, "zh-CN");
        var page = await handler.OpenAsync($"/problems/{id}");

        var refused = await page.SubmitAsync("move-PrepareCloseOut", ("Move.Result", "已整改"));
        refused.Alerts.ShouldNotBeEmpty();
        refused.Html.ShouldContain("已整改");

        await site.Campaign.AddEvidenceAsync(id);
        (await page.SubmitAsync("move-PrepareCloseOut", ("Move.Result", "已整改"))).Alerts.ShouldContain(site.Campaign.Handler.Name);
    }

    [Fact]
    public async Task The_office_decides_a_queue_in_one_go_and_each_item_gets_its_own_result()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var (first, second) = (await campaign.AppliedAsync(), await campaign.AppliedAsync());
        var clerk = await site.OfAsync(campaign.Clerk);
        var queue = await clerk.OpenAsync($"/campaigns/{campaign.Id}/queue/{ProblemQueue.ToFirstReview}");
        var items = queue.Document.QuerySelectorAll("input[name='Batch.Items']").Select(box => box.GetAttribute("value")!).ToList();
        items.Count.ShouldBe(2);
        await campaign.As(campaign.SecondClerk).Do(new PassFirstReview(second, await campaign.VersionAsync(second), ""));

        var answer = await queue.SubmitAsync("batch", [.. items.Select(item => ("Batch.Items", item)), ("Batch.Decision", nameof(ProblemAction.PassFirstReview))]);

        answer.Html.ShouldContain("No. 1: done");
        answer.Html.ShouldContain("No. 2: changed in the meantime");
        (await campaign.ProblemAsync(first)).State.ShouldBe(ProblemState.FirstReviewed);
    }
}
