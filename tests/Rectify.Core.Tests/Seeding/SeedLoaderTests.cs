using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Seeding;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Harness;
using System.Text.RegularExpressions;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Tests.Seeding;

/// <summary>What a first start in Development leaves behind.</summary>
public sealed partial class SeedLoaderTests(SeededRectify seeded)
{
    [Fact]
    public async Task The_campaign_of_2018_is_finished_with_all_its_phases()
    {
        await using var db = await OpenAsync();
        var campaign = await db.Set<Campaign>().SingleAsync(campaign => campaign.State == CampaignState.Finished, Stop);

        campaign.Details.DocumentNumber.ShouldBe("赣市府办字〔2018〕82号");
        campaign.PhaseEnds.Select(end => end.Phase).ShouldBe(Enum.GetValues<PhaseKind>());
        campaign.PhaseEnds.ShouldAllBe(end => end.UnmetCount == 0);
        var states = await db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id).Select(problem => problem.State).ToListAsync(Stop);
        states.Count.ShouldBe(62);
        states.ShouldAllBe(state => state >= ProblemState.Closed);
    }

    [Fact]
    public async Task The_live_campaign_stands_in_the_middle_of_its_rectify_phase()
    {
        await using var db = await OpenAsync();
        var campaign = await LiveAsync(db);

        campaign.CurrentPhase.ShouldBe(PhaseKind.Concentrated);
        var phase = campaign.Plan(PhaseKind.Concentrated);
        (SeededRectify.Day.DayNumber - phase.From.DayNumber).ShouldBe(phase.To.DayNumber - SeededRectify.Day.DayNumber);
        campaign.Participants.Count.ShouldBeGreaterThan(30);
        (await db.Set<Problem>().CountAsync(problem => problem.CampaignId == campaign.Id, Stop)).ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task Every_state_there_is_occurs_in_the_live_campaign()
    {
        await using var db = await OpenAsync();
        var id = (await LiveAsync(db)).Id;
        var problems = await db.Set<Problem>().Where(problem => problem.CampaignId == id).ToListAsync(Stop);

        problems.Select(problem => problem.State).Distinct().ShouldBe(Enum.GetValues<ProblemState>(), ignoreOrder: true);
        problems.Select(problem => problem.Pending).Distinct().ShouldBe(Enum.GetValues<PendingDecision>(), ignoreOrder: true);
        problems.Select(problem => problem.Kind).Distinct().ShouldBe(Enum.GetValues<ProblemKind>(), ignoreOrder: true);
        problems.Select(problem => problem.Severity).Distinct().ShouldBe(Enum.GetValues<Severity>(), ignoreOrder: true);
        problems.Select(problem => problem.Source).Distinct().ShouldBe(Enum.GetValues<ProblemSource>(), ignoreOrder: true);
        (await db.Set<ProblemList>().Where(list => list.CampaignId == id).Select(list => list.State).Distinct().ToListAsync(Stop)).ShouldBe(Enum.GetValues<ProblemListState>(), ignoreOrder: true);
        (await db.Set<Notice>().Where(notice => notice.CampaignId == id).Select(notice => notice.State).Distinct().ToListAsync(Stop)).ShouldBe(Enum.GetValues<NoticeState>(), ignoreOrder: true);
        (await db.Set<Referral>().Where(referral => referral.CampaignId == id).Select(referral => referral.State).Distinct().ToListAsync(Stop)).ShouldBe(Enum.GetValues<ReferralState>(), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_other_turn_a_problem_may_take_occurs_too()
    {
        await using var db = await OpenAsync();
        var id = (await LiveAsync(db)).Id;
        var problems = await db.Set<Problem>().Where(problem => problem.CampaignId == id).ToListAsync(Stop);

        problems.ShouldContain(problem => problem.IsCarriedOver);
        problems.ShouldContain(problem => problem.RecurrenceCount > 0 && problem.State == ProblemState.Rectifying);
        problems.ShouldContain(problem => problem.Extension != null && problem.Extension.Granted == true);
        problems.ShouldContain(problem => problem.Extension != null && problem.Extension.Granted == false);
        problems.ShouldContain(problem => problem.Returned != null && problem.State == ProblemState.Rectifying);
        problems.ShouldContain(problem => problem.IsOverdue(SeededRectify.Day));
        problems.ShouldContain(problem => problem.State == ProblemState.Closed && problem.PublicNotice != null);
        problems.ShouldContain(problem => problem.AssistingUnits.Count > 0);
        problems.SelectMany(problem => problem.Evidence).Select(evidence => evidence.Purpose).Distinct().ShouldBe(Enum.GetValues<EvidencePurpose>(), ignoreOrder: true);
        var lists = await db.Set<ProblemList>().Where(list => list.CampaignId == id && list.Ordinal == 1).ToListAsync(Stop);
        lists.Count(list => list.IsNil).ShouldBe(3);
        lists.Count.ShouldBe((await LiveAsync(db)).Participants.Count - 1, "one unit sent nothing");
    }

    [Fact]
    public async Task Notices_stand_on_every_rung_answered_in_time_late_and_not_at_all()
    {
        await using var db = await OpenAsync();
        var id = (await LiveAsync(db)).Id;
        var notices = await db.Set<Notice>().Where(notice => notice.CampaignId == id).ToListAsync(Stop);

        notices.Select(notice => notice.Ordinal).Distinct().ShouldBe([0, 1, 2, 3], ignoreOrder: true);
        notices.ShouldContain(notice => notice.FirstReplyOn <= notice.ReplyDue);
        notices.ShouldContain(notice => notice.FirstReplyOn > notice.ReplyDue);
        notices.ShouldContain(notice => notice.FirstReplyOn == null && notice.IsFailed(SeededRectify.Day));
        notices.ShouldContain(notice => notice.UncorrectedOn != null);
        notices.ShouldContain(notice => notice.SuspendedOn != null);
        notices.ShouldContain(notice => notice.HasOpenObjection && notice.SuspendedOn == null);
        var referred = await db.Set<Referral>().Select(referral => referral.ProblemId).ToListAsync(Stop);
        notices.Where(notice => notice.IsFailed(SeededRectify.Day) && !referred.Contains(notice.ProblemId)).GroupBy(notice => notice.ProblemId).ShouldContain(failed => failed.Count() >= 3, "a candidate");
    }

    [Fact]
    public async Task Monthly_reports_came_in_time_late_nil_and_not_at_all_and_bulletins_were_issued()
    {
        await using var db = await OpenAsync();
        var campaign = await LiveAsync(db);
        var reports = await db.Set<MonthlyReport>().Where(report => report.CampaignId == campaign.Id).ToListAsync(Stop);

        reports.ShouldContain(report => report.IsNil && report.State == MonthlyReportState.Accepted);
        reports.Count(report => report.State == MonthlyReportState.Submitted).ShouldBeInRange(1, reports.Count / 4, "the office is nearly through");
        reports.ShouldContain(report => report.State == MonthlyReportState.Returned && report.SnapshotId != null);
        var calendar = WorkingCalendar.BuiltIn;
        var months = ReportMonths.Of(campaign, SeededRectify.Day).Where(month => ReportMonths.Due(month, campaign.Policy, calendar) < SeededRectify.Day).ToList();
        var standings = campaign.Participants.SelectMany(unit => months.Select(month => ReportMonths.Standing(
            reports.Find(report => report.UnitId == unit.UnitId && report.Month == month)?.FirstSubmittedOn, ReportMonths.Due(month, campaign.Policy, calendar), SeededRectify.Day)));
        standings.Distinct().ShouldBe([MonthlyStanding.OnTime, MonthlyStanding.Late, MonthlyStanding.Missing], ignoreOrder: true);
        (await db.Set<Bulletin>().Where(bulletin => bulletin.CampaignId == campaign.Id).ToListAsync(Stop)).ShouldAllBe(bulletin => bulletin.Issue > 0);
        (await db.Set<Snapshot>().ToListAsync(Stop)).ShouldAllBe(snapshot => snapshot.IsIntact);
    }

    [Fact]
    public async Task Letters_of_each_kind_were_issued_one_number_is_void_and_drafts_lie_on_the_desk()
    {
        await using var db = await OpenAsync();
        var id = (await LiveAsync(db)).Id;
        var letters = await db.Set<OfficialDocument>().Where(letter => letter.CampaignId == id).ToListAsync(Stop);

        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var states = letters.Where(letter => letter.Kind == kind).Select(letter => letter.State).ToList();
            states.ShouldContain(DocumentState.Issued, kind.ToString());
            states.ShouldContain(DocumentState.Draft, kind.ToString());
            letters.Where(letter => letter.Kind == kind && letter.Serial != null).Select(letter => letter.Serial).Order().ShouldBe(Enumerable.Range(1, states.Count(state => state is DocumentState.Issued or DocumentState.Voided)).Cast<int?>());
        }

        letters.ShouldContain(letter => letter.State == DocumentState.Voided && letter.Serial == 2);
        letters.ShouldContain(letter => letter.State == DocumentState.Discarded);
        letters.ShouldAllBe(letter => !letter.Text.Contains('{'));
    }

    [Fact]
    public async Task Folding_the_ledger_gives_every_subject_as_the_tables_hold_it()
    {
        await using var db = await OpenAsync();
        var entries = (await db.Set<LedgerEntry>().OrderBy(entry => entry.Version).ToListAsync(Stop)).ToLookup(entry => entry.SubjectId);
        var subjects = 0;
        await HoldAsync<Unit>();
        await HoldAsync<Person>();
        await HoldAsync<Campaign>();
        await HoldAsync<ProblemList>();
        await HoldAsync<Problem>();
        await HoldAsync<LookBack>();
        await HoldAsync<Notice>();
        await HoldAsync<Referral>();
        await HoldAsync<MonthlyReport>();
        await HoldAsync<Bulletin>();
        await HoldAsync<Snapshot>();
        await HoldAsync<OfficialDocument>();
        subjects.ShouldBe(entries.Count, "no entry is about anything else");

        async Task HoldAsync<T>() where T : Subject
        {
            foreach (var subject in await db.Set<T>().ToListAsync(Stop))
            {
                Folded.Fields(Fold.Of<T>(entries[subject.Id])).ShouldBe(Folded.Fields(subject));
                subjects++;
            }
        }
    }

    [Fact]
    public async Task The_ledger_is_in_the_order_of_time_within_working_hours_and_all_in_the_past()
    {
        var rectify = await seeded.GetAsync();
        await using var db = await OpenAsync();
        var entries = await db.Set<LedgerEntry>().OrderBy(entry => entry.LogId).ThenBy(entry => entry.Seq).ToListAsync(Stop);

        foreach (var (earlier, later) in entries.Zip(entries.Skip(1)).Where(pair => pair.First.LogId == pair.Second.LogId))
        {
            later.At.ShouldBeGreaterThanOrEqualTo(earlier.At);
        }

        entries.ShouldAllBe(entry => entry.At < rectify.Clock.Now && entry.On == rectify.Clock.DateOf(entry.At));
        entries.ShouldAllBe(entry => rectify.Clock.Local(entry.At).Hour >= 8 && rectify.Clock.Local(entry.At).Hour < 18);
        entries.Select(entry => entry.On).Distinct().ShouldAllBe(day => WorkingCalendar.BuiltIn.IsWorkingDay(day));
    }

    [Fact]
    public async Task Every_file_lies_in_the_store_under_its_hash_and_some_are_shown_twice()
    {
        var store = (EvidenceStore)(await seeded.GetAsync()).Services.GetService(typeof(EvidenceStore))!;
        await using var db = await OpenAsync();
        var evidence = (await db.Set<Problem>().ToListAsync(Stop)).SelectMany(problem => problem.Evidence).ToList();

        evidence.Count.ShouldBeGreaterThan(400);
        foreach (var file in evidence)
        {
            await using var stream = store.Open(file.Sha256).ShouldNotBeNull();
            Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, Stop)).ShouldBe(file.Sha256);
        }

        evidence.GroupBy(file => file.Sha256).Count(same => same.Count() > 1).ShouldBe(2);
        evidence.ShouldContain(file => file.PairOf != null);
    }

    [Fact]
    public async Task Everyone_listed_can_sign_in_with_the_one_password_and_need_not_change_it()
    {
        var rectify = await seeded.GetAsync();
        var credentials = (Credentials)rectify.Services.GetService(typeof(Credentials))!;
        await using var db = await OpenAsync();
        var accounts = await db.Set<Account>().ToDictionaryAsync(account => account.UserName, Stop);
        var listed = DemoAccounts.In(SeededRectify.SeedData);

        listed.Select(account => account.UserName).ShouldBe(accounts.Keys, ignoreOrder: true);
        listed.Aggregate(Role.None, (all, account) => all | account.Roles).ShouldBe(Enum.GetValues<Role>().Aggregate((all, role) => all | role));
        credentials.IsRight(accounts["clerk1"], DemoAccounts.Password).ShouldBeTrue();
        accounts.Values.ShouldAllBe(account => !account.MustChangePassword && !PasswordPolicy.GbLevel3.IsTooOld(account.PasswordSetAt, rectify.Clock.Now));
        listed.ShouldAllBe(account => PasswordPolicy.Asvs.Problem(DemoAccounts.Password, account.UserName) == null);
    }

    [Fact]
    public async Task Two_first_starts_on_one_day_tell_the_same_story()
    {
        var folder = Directory.CreateTempSubdirectory("rectify-").FullName;
        await SeededRectify.LoadAsync(folder, cancellation: Stop);
        await using var again = await TestRectify.OpenAsync(folder, new SettableTime());
        await using var db = again.Database.CreateDbContext();
        await using var first = await OpenAsync();

        (await StoryAsync(db)).ShouldBe(await StoryAsync(first));
    }

    private static async Task<List<string>> StoryAsync(RectifyDb db)
    {
        var live = await LiveAsync(db);
        var entries = await db.Set<LedgerEntry>().OrderBy(entry => entry.At).ThenBy(entry => entry.Seq).ToListAsync(Stop);
        return [.. entries.Select(entry => Ids().Replace(
            $"{(entry.LogId == live.Id ? "live" : "")} {entry.Seq} {entry.At:O} {entry.Subject} {entry.Version} {entry.Event} {entry.From} {entry.To} {entry.ActorName} {entry.Body}", "#"))];
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<RectifyDb> OpenAsync() => (await seeded.GetAsync()).Database.CreateDbContext();

    private static Task<Campaign> LiveAsync(RectifyDb db) => db.Set<Campaign>().SingleAsync(campaign => campaign.State == CampaignState.Open, Stop);

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-f]{64}")]
    private static partial Regex Ids();
}
