namespace Rectify.EndToEnd.Escalations;

/// <summary>A problem whose notices have failed goes to the discipline inspection body, and its answer comes back.</summary>
public sealed class ReferralTests(DemoSite site, Chromium chromium)
{
    [Fact]
    public async Task The_office_drafts_its_leader_approves_and_the_discipline_body_answers()
    {
        var referral = "";
        await VisitAsync("clerk1", async visitor =>
        {
            await visitor.GoAsync("/escalations");
            // Whoever walks through all pages at the same time takes the first.
            await visitor.FollowAsync(visitor.Page.Locator("main a[href^='/escalations/candidates/']").Last);
            await visitor.SendAsync("referral", null);
            referral = visitor.Page.Url.Split('/')[^1];
        });
        await VisitAsync("discipline1", async visitor =>
        {
            visitor.Watch.Allow(404);
            (await visitor.GoAsync($"/discipline/{referral}")).Status.ShouldBe(404, "nothing is shown before it is transferred");
        });
        await VisitAsync("leader", async visitor =>
        {
            await visitor.GoAsync($"/escalations/{referral}");
            await visitor.SendAsync("referral-Approve", null, ("Step.Opinion", "同意移送。"));
            await visitor.SendAsync("referral-Transfer", null);
        });
        await VisitAsync("discipline1", async visitor =>
        {
            await visitor.GoAsync("/discipline");
            await visitor.FollowAsync(visitor.Page.Locator($"main a[href='/discipline/{referral}']").First);
            await visitor.SendAsync("referral-Acknowledge", null, ("Step.ReceiptNumber", "收〔2026〕7号"));
            await visitor.SendAsync("referral-RecordOutcome", null, ("Step.Outcome", "对责任单位通报批评，责令限期整改。"));
        });
        await VisitAsync("clerk1", async visitor =>
        {
            await visitor.GoAsync($"/escalations/{referral}");
            (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("对责任单位通报批评，责令限期整改。");
        });
    }

    private Task VisitAsync(string userName, Func<Visitor, Task> work) => chromium.VisitAsync(site, userName, Visit.Chinese, work);
}
