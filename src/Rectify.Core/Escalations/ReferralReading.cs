using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Escalations;

/// <summary>Reads what candidates and packages are made of.</summary>
internal static class ReferralReading
{
    /// <summary>The problem with its campaign, notices and earlier referrals, those of merged problems included.</summary>
    /// <exception cref="SubjectNotFound">There is none.</exception>
    public static async Task<(Problem Problem, Campaign Campaign, NoticeLadder Ladder, IReadOnlyList<Referral> Earlier)> CaseAsync(this RectifyDb db, Guid problemId)
    {
        var problem = await db.Set<Problem>().AsNoTracking().FirstOrDefaultAsync(problem => problem.Id == problemId && problem.Number != null) ?? throw new SubjectNotFound(problemId);
        var same = await db.SameProblemAsync(problemId);
        return (
            problem,
            await db.CampaignAsync(problem.CampaignId),
            await db.LadderAsync(problemId),
            await db.Set<Referral>().AsNoTracking().Where(referral => same.Contains(referral.ProblemId)).OrderBy(referral => referral.Id).ToListAsync());
    }

    /// <summary>Puts the package together as the record stands at this moment.</summary>
    public static async Task<ReferralPackage> PackageAsync(this RectifyDb db, Referral referral, DateOnly today)
    {
        var (problem, campaign, ladder, _) = await db.CaseAsync(referral.ProblemId);
        var unit = await db.Set<Unit>().Where(unit => unit.Id == referral.UnitId).Select(unit => unit.Name).FirstAsync();
        var same = await db.SameProblemAsync(problem.Id);
        var recipient = await db.Set<Unit>().Where(unit => unit.Kind == UnitKind.DisciplineBody).OrderBy(unit => unit.Level).ThenBy(unit => unit.Name).ThenBy(unit => unit.Id).Select(unit => unit.Name).FirstOrDefaultAsync() ?? "";
        var merged = await db.Set<Problem>().Where(other => same.Contains(other.Id) && other.Id != problem.Id).OrderBy(other => other.Number).Select(other => other.Number ?? 0).ToListAsync();
        var notices = (ladder with { UnitId = referral.UnitId }).Failed(today).OrderBy(notice => notice.Year).ThenBy(notice => notice.Serial).ToList();
        var ids = notices.ConvertAll(notice => notice.Id).Append(problem.Id).ToList();
        var entries = (await db.Set<LedgerEntry>().Where(entry => ids.Contains(entry.SubjectId)).OrderBy(entry => entry.Seq).ToListAsync()).ToLookup(entry => entry.SubjectId);
        return new ReferralPackage(
            campaign.Details.Title, campaign.Details.Office, referral.Number?.Text ?? "", recipient, referral.Title, referral.Letter, today, campaign.Policy.NoticeLimit,
            Packaged(problem, campaign, unit, merged, entries[problem.Id]), [.. notices.Select(notice => Packaged(notice, entries[notice.Id], today))]);
    }

    private static PackagedProblem Packaged(Problem problem, Campaign campaign, string unit, IReadOnlyList<int> merged, IEnumerable<LedgerEntry> entries)
    {
        var category = campaign.Category(problem.CategoryId);
        return new PackagedProblem(
            problem.Number ?? 0, unit, category?.Name ?? "", category?.Symptoms.FirstOrDefault(symptom => symptom.Id == problem.SymptomId)?.Name ?? "",
            problem.Source, problem.Severity, problem.Place, problem.Description, problem.FoundOn, problem.AssignedOn, problem.OriginalDueDate, problem.DueDate,
            problem.State, problem.RecurrenceCount, merged, [.. problem.Evidence.OrderBy(file => file.Id)], [.. entries.Select(Packaged)]);
    }

    private static PackagedNotice Packaged(Notice notice, IEnumerable<LedgerEntry> entries, DateOnly today) => new(
        notice.Number!.Text, notice.Ordinal, notice.InspectedPartyName, notice.ProblemsFound, notice.Basis,
        notice.SignedOn!.Value, notice.SignedBy, notice.IssuedOn!.Value, notice.Delivery, notice.ReceivedOn, notice.ReceivedBy,
        notice.ReplyDue!.Value, notice.CorrectionDue!.Value, notice.FailedOn(today)!.Value, notice.Replies.Count == 0 ? today : null,
        notice.Replies, notice.Checks, notice.Objection, notice.Scans,
        [.. entries.Select(Packaged)]);

    private static PackagedEntry Packaged(LedgerEntry entry) => new(entry.Seq, entry.Event, entry.At, entry.ActorName, entry.From, entry.To, entry.Why);

    /// <summary>The next free number of the series and year; a referral keeps the number it was once given.</summary>
    public static async Task<int> NextReferralSerialAsync(this RectifyDb db, string prefix, int year) =>
        (await db.Set<Referral>().Where(referral => referral.Prefix == prefix && referral.Year == year).MaxAsync(referral => referral.Serial) ?? 0) + 1;
}
