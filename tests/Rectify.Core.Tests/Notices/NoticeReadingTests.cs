using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>Who sees which notice, what waits for whom, and the figures for reports.</summary>
public sealed class NoticeReadingTests
{
    [Fact]
    public async Task A_unit_sees_its_own_notices_once_they_are_delivered_and_no_others()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var signed = await campaign.SignedAsync(await campaign.AssignedAsync());
        (await ListAsync(campaign, campaign.Handler)).ShouldBeEmpty();
        (await campaign.As(campaign.Handler).Send(new GetNotice(signed))).ShouldBeNotFound();
        (await campaign.As(campaign.Handler).Send(new ReceiveNotice(signed, 2))).ShouldBeNotFound();

        await campaign.As(campaign.OfficeLeader).Do(new IssueNotice(signed, 2, ""));
        (await ListAsync(campaign, campaign.Handler)).ShouldBe([signed]);
        (await campaign.As(campaign.Handler).Do(new GetNotice(signed))).Timeline.Select(entry => entry.Event).ShouldBe([nameof(NoticeIssued)]);
        (await ListAsync(campaign, campaign.OtherHandler)).ShouldBeEmpty();
        (await campaign.As(campaign.OtherLeader).Send(new GetNotice(signed))).ShouldBeNotFound();
        (await campaign.As(campaign.OtherHandler).Send(NoticeSteps.Reply(signed, 3))).ShouldBeNotFound();
        (await ListAsync(campaign, campaign.Official)).ShouldBe([signed]);
        (await campaign.As(campaign.DisciplineOfficer).Send(new ListNotices())).ShouldBeNotAllowed();
        (await campaign.As(campaign.Administrator).Send(new GetNotice(signed))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task Each_desk_finds_what_waits_for_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var draft = await campaign.DraftedAsync(await campaign.AssignedAsync());
        (await WaitingAsync(campaign, campaign.OfficeLeader)).ShouldBe([draft]);
        await campaign.As(campaign.OfficeLeader).Do(new SignNotice(draft, 1));
        (await WaitingAsync(campaign, campaign.OfficeLeader)).ShouldBe([draft]);
        await campaign.As(campaign.OfficeLeader).Do(new IssueNotice(draft, 2, ""));
        (await WaitingAsync(campaign, campaign.Handler)).ShouldBe([draft]);
        await campaign.As(campaign.Handler).Do(NoticeSteps.Reply(draft, 3, claimsCorrected: true));
        (await WaitingAsync(campaign, campaign.Handler)).ShouldBeEmpty();
        (await WaitingAsync(campaign, campaign.Leader)).ShouldBe([draft]);
        await campaign.As(campaign.Leader).Do(new SignNoticeReply(draft, 4));
        (await WaitingAsync(campaign, campaign.Clerk)).ShouldBe([draft]);
        (await WaitingAsync(campaign, campaign.Checker)).ShouldBeEmpty();
        await campaign.As(campaign.Clerk).Do(new AcceptNoticeReply(draft, 5, ""));
        (await WaitingAsync(campaign, campaign.Checker)).ShouldBe([draft]);
        await campaign.As(campaign.Checker).Do(new CheckNotice(draft, 6, true, "已恢复"));
        (await WaitingAsync(campaign, campaign.Clerk)).ShouldBe([draft]);
        await campaign.As(campaign.Clerk).Do(new FileNotice(draft, 7));
        foreach (var person in new[] { campaign.Handler, campaign.Leader, campaign.Clerk, campaign.Checker, campaign.OfficeLeader })
        {
            (await WaitingAsync(campaign, person)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_waits_for_a_person_is_what_they_have_a_move_on()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.DraftedAsync(await campaign.AssignedAsync());
        await campaign.IssuedAsync(await campaign.AssignedAsync());
        await campaign.RepliedAsync(await campaign.AssignedAsync());
        await campaign.AcceptedAsync(await campaign.AssignedAsync(), claimsCorrected: true);

        foreach (var person in new[] { campaign.Handler, campaign.Leader, campaign.Clerk, campaign.Checker, campaign.OfficeLeader })
        {
            foreach (var id in await WaitingAsync(campaign, person))
            {
                (await campaign.As(person).Do(new GetNotice(id))).Moves.ShouldNotBeEmpty();
            }
        }

        (await campaign.As(campaign.Official).Do(new ListNotices())).Items.Count.ShouldBe(4);
        (await WaitingAsync(campaign, campaign.Official)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_filters_by_failure_rung_state_and_problem()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(80);
        var first = await campaign.UnansweredAsync(problem);
        var second = await campaign.IssuedAsync(problem);
        var other = await campaign.RepliedAsync(await campaign.AssignedAsync(80));

        (await ListAsync(campaign, campaign.Clerk)).ShouldBe([other, second, first]);
        (await IdsAsync(campaign, new ListNotices(Failed: true))).ShouldBe([first]);
        (await IdsAsync(campaign, new ListNotices(Failed: false))).ShouldBe([other, second]);
        (await IdsAsync(campaign, new ListNotices(Ordinal: 2))).ShouldBe([second]);
        (await IdsAsync(campaign, new ListNotices(State: NoticeState.Replied))).ShouldBe([other]);
        (await IdsAsync(campaign, new ListNotices(ProblemId: problem))).ShouldBe([second, first]);
        (await IdsAsync(campaign, new ListNotices(Year: 2025))).ShouldBeEmpty();
        var line = (await campaign.As(campaign.Clerk).Do(new ListNotices(Failed: true))).Items.ShouldHaveSingleItem();
        (line.IsFailed, line.IsNoReply, line.Number!.Text, line.UnitName).ShouldBe((true, true, "某府办督字〔2026〕1号", campaign.Unit.Name));
    }

    [Fact]
    public async Task The_figures_count_rungs_and_replies_by_unit_and_category()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(80);
        await campaign.UnansweredAsync(problem);
        await campaign.RepliedAsync(problem);
        await campaign.SignedAsync(await campaign.AssignedAsync(80));
        var late = await campaign.UnansweredAsync(await campaign.AssignedAsync(80));
        await campaign.ReplyAsync(late);
        await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        var revoked = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(revoked, 3, "有误"));

        var figures = await campaign.As(campaign.Official).Do(new GetNoticeFigures(campaign.Id));
        figures.ShouldBe([new NoticeFigures(campaign.Unit.Id, campaign.Category.Id, 3, 1, 0, 2, 3, 1)]);
        (await campaign.As(campaign.OtherHandler).Do(new GetNoticeFigures(campaign.Id))).ShouldBeEmpty();
        (await campaign.As(campaign.Official).Do(new GetNoticeFigures(campaign.Id, new DateOnly(2026, 3, 9)))).ShouldBe(
            [new NoticeFigures(campaign.Unit.Id, campaign.Category.Id, 1, 0, 0, 0, 0, 0)]);
    }

    private static async Task<IEnumerable<Guid>> ListAsync(RunningCampaign campaign, Person person) =>
        (await campaign.As(person).Do(new ListNotices(campaign.Id))).Items.Select(line => line.Id);

    private static async Task<IEnumerable<Guid>> WaitingAsync(RunningCampaign campaign, Person person) =>
        (await campaign.As(person).Do(new ListNotices(WaitingForMe: true))).Items.Select(line => line.Id);

    private static async Task<IEnumerable<Guid>> IdsAsync(RunningCampaign campaign, ListNotices query) =>
        (await campaign.As(campaign.Clerk).Do(query)).Items.Select(line => line.Id);
}
