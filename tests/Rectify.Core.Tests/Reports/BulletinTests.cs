using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Escalations;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Reports;

public sealed class BulletinTests
{
    [Fact]
    public async Task The_clerk_drafts_the_office_leader_issues_and_numbers_follow_one_another()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var draft = await campaign.DraftedBulletinAsync();
        (await campaign.As(campaign.Clerk).Send(new IssueBulletin(draft, 1))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Handler).Send(new GetBulletin(draft))).ShouldBeNotFound();
        var own = Ids.New();
        await campaign.As(campaign.OfficeLeader).Do(new DraftBulletin(own, campaign.Id, ReportSteps.Text(campaign.Today)));
        (await campaign.As(campaign.OfficeLeader).Send(new IssueBulletin(own, 1))).ShouldBeRefused(Rule.SamePerson);
        await campaign.As(campaign.Clerk).Do(new DiscardBulletin(own, 1, "重复"));
        var future = ReportSteps.Text(campaign.Today.AddDays(1));
        (await campaign.As(campaign.Clerk).Send(new ReviseBulletin(draft, 1, future))).ShouldBeInvalid("Text.CutOff", "CutOffInTheFuture");
        (await campaign.As(campaign.Clerk).Send(new DraftBulletin(Ids.New(), campaign.Id, future))).ShouldBeInvalid("Text.CutOff", "CutOffInTheFuture");
        await campaign.As(campaign.Clerk).Do(new ReviseBulletin(draft, 1, ReportSteps.Text(campaign.Today) with { Situation = "已修改" }));

        await campaign.As(campaign.OfficeLeader).Do(new IssueBulletin(draft, 2));
        (await campaign.As(campaign.OfficeLeader).Send(new IssueBulletin(draft, 3))).ShouldBeRefused(Rule.WrongState);
        await campaign.As(campaign.OfficeLeader).Do(new VoidBulletin(draft, 3, "数据有误"));
        var thrownAway = await campaign.DraftedBulletinAsync();
        await campaign.As(campaign.Clerk).Do(new DiscardBulletin(thrownAway, 1, "重复"));
        var second = await campaign.IssuedBulletinAsync();

        var (first, next) = (await campaign.BulletinAsync(draft), await campaign.BulletinAsync(second));
        (first.Bulletin.Issue, first.Bulletin.State, first.Bulletin.Text.CutOff, first.Bulletin.Text.Situation).ShouldBe((1, BulletinState.Voided, campaign.Today, "已修改"));
        (next.Bulletin.Issue, next.Bulletin.SnapshotCode).ShouldBe((2, "B-202603-0002"));
        campaign.Time.Set(2027, 1, 4);
        (await campaign.BulletinAsync(await campaign.IssuedBulletinAsync())).Bulletin.Issue.ShouldBe(1, "each year begins anew");
        (await campaign.As(campaign.Handler).Do(new ListBulletins(campaign.Id))).Bulletins.Items.Select(bulletin => bulletin.Issue).ShouldBe([1, 2, 1]);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Bulletin>(draft);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Bulletin>(thrownAway);
    }

    [Fact]
    public async Task Fields_in_the_words_say_what_the_frozen_figures_say_however_old_the_draft()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var draft = Ids.New();
        var proposed = (await campaign.As(campaign.Clerk).Do(new GetBulletinProposal(campaign.Id))).Text;
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(draft, campaign.Id, proposed with { Title = "截至{统计日期}的通报", Situation = "共{问题总数}项，销号{已销号数}项。", Requirements = "截至{统计日期}逾期{逾期数}项。" }));
        (await campaign.BulletinAsync(draft)).Text.Situation.ShouldBe("共0项，销号0项。");

        await campaign.ClosedAsync();
        await campaign.As(campaign.OfficeLeader).Do(new IssueBulletin(draft, 1));
        await campaign.ClosedAsync();

        var issued = await campaign.BulletinAsync(draft);
        issued.Text.Title.ShouldBe("截至2026年3月2日的通报");
        issued.Text.Situation.ShouldBe("共1项，销号1项。");
        issued.Text.Requirements.ShouldBe("截至2026年3月2日逾期0项。");
        (issued.Figures.Progress.Total.Figures.Total, issued.Bulletin.Text).ShouldBe((1, issued.Text));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Bulletin>(draft);
    }

    [Fact]
    public async Task A_field_that_nothing_fills_is_told_at_its_line()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var text = ReportSteps.Text(campaign.Today) with { Title = "关于{月份}的通报", Situation = "总体情况\n共{问题数}项", Requirements = "一周内{整改" };

        var refused = await campaign.As(campaign.Clerk).Send(new DraftBulletin(Ids.New(), campaign.Id, text));

        refused.Failure.ShouldBeOfType<Invalid>().Errors.Select(error => (error.Field, error.Code)).ShouldBe(
            [("Text.Title", "TemplateFieldUnknown"), ("Text.Situation", "TemplateFieldUnknown"), ("Text.Requirements", "TemplateBraceOpen")]);
    }

    [Fact]
    public async Task It_ranks_the_units_names_laggards_and_lists_what_is_due_and_who_did_not_report()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        var late = await campaign.RectifyingAsync(1);
        var soon = await campaign.RectifyingAsync(10);
        await campaign.RectifyingAsync(60);
        campaign.Time.AdvanceDays(4);

        var figures = (await campaign.BulletinAsync(await campaign.IssuedBulletinAsync())).Figures;

        figures.Progress.Units.Select(row => row.Rank).ShouldBe([1, null]);
        (figures.Laggards.Single().Number, figures.LaggardCount).ShouldBe(((await campaign.ProblemAsync(late)).Number!.Value, 1));
        (figures.Due.Single().Number, figures.DueUntil).ShouldBe(((await campaign.ProblemAsync(soon)).Number!.Value, campaign.Today.AddDays(7)));
        figures.ReportMonth.ShouldBe(new DateOnly(2026, 2, 1));
        figures.MonthlyReports.Select(lapse => lapse.Standing).ShouldBe([MonthlyStanding.Missing, MonthlyStanding.Missing]);
    }

    [Fact]
    public async Task The_change_is_measured_against_what_was_issued_for_the_month_before()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var open = await campaign.RecheckedAsync();
        await campaign.ClosedAsync();
        campaign.Time.Set(2026, 3, 30);
        var issued = await campaign.BulletinAsync(await campaign.IssuedBulletinAsync());
        var withdrawn = await campaign.IssuedBulletinAsync();
        await campaign.As(campaign.OfficeLeader).Do(new VoidBulletin(withdrawn, 2, "数据有误"));
        await campaign.Move(campaign.OfficeLeader, open, version => new CloseProblem(open, version, "同意销号"));
        campaign.Time.Set(2026, 4, 20);

        var progress = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id));
        var march = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id, new DateOnly(2026, 3, 31)));

        (progress.ComparedWith, progress.PreviousCutOff, progress.Total.Figures.PreviousClosed).ShouldBe((issued.Bulletin.SnapshotCode, new DateOnly(2026, 3, 30), new Rate(1, 2)));
        (progress.Total.Figures.Change(1), progress.Units.Single(row => row.Id == campaign.Unit.Id).Figures.Change(1), progress.Categories[0].Figures.Change(1)).ShouldBe((50m, 50m, 50m));
        march.ComparedWith.ShouldBeNull("nothing was issued in February");

        var frozen = await campaign.As(campaign.OfficeLeader).Do(new FreezeMonth(campaign.Id, new DateOnly(2026, 3, 15)));
        var code = (await campaign.As(campaign.Official).Do(new GetSnapshot(frozen))).Snapshot.Code;
        (await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id))).ComparedWith.ShouldBe(code, "the month's end counts before an earlier day");
    }

    [Fact]
    public async Task The_leaders_sheet_shows_the_worst_what_is_due_second_notices_and_decisions()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.RectifyingAsync(60);
        await campaign.UnansweredAsync(problem);
        var second = await campaign.IssuedAsync(problem);
        var week = await campaign.RectifyingAsync(1);
        await campaign.AssignedAsync(20);
        await campaign.RecheckedAsync(40);

        var sheet = await campaign.As(campaign.Official).Do(new GetLeaderSheet(campaign.Id));

        sheet.WeekEnds.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
        sheet.Second.Single().Number.ShouldBe((await campaign.NoticeAsync(second)).Number!.Text);
        (sheet.Due.Single().Number, sheet.DueCount).ShouldBe(((await campaign.ProblemAsync(week)).Number!.Value, 1));
        sheet.Decisions.ShouldBe([new DecisionCount(LeaderDecision.CloseOut, 1)]);
        sheet.Worst.ShouldBeEmpty();
        campaign.Time.AdvanceDays(5);
        (await campaign.As(campaign.Official).Do(new GetLeaderSheet(campaign.Id))).Worst.Select(row => row.Name).ShouldBe([campaign.Unit.Name]);
        await campaign.DraftedReferralAsync();
        (await campaign.As(campaign.Official).Do(new GetLeaderSheet(campaign.Id))).Decisions.ShouldContain(new DecisionCount(LeaderDecision.Referral, 1));
    }
}
