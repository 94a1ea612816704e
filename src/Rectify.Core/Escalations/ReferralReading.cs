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
        var merged = await db.Set<Problem>().Where(other => same.Contains(other.Id) && other.Id != problem.Id).OrderBy(other => other.Number).Select(other => other.Number ?? 0).ToListAsync();
        var notices = (ladder with { UnitId = referral.UnitId }).Failed(today).OrderBy(notice => notice.Year).ThenBy(notice => notice.Serial).ToList();
        var ids = notices.ConvertAll(notice => notice.Id);
        var entries = (await db.Set<LedgerEntry>().Where(entry => ids.Contains(entry.SubjectId)).OrderBy(entry => entry.Seq).ToListAsync()).ToLookup(entry => entry.SubjectId);
        return new ReferralPackage(
            campaign.Details.Title, campaign.Details.Office, referral.Letter, today, campaign.Policy.NoticeLimit,
            Packaged(problem, campaign, unit, merged), [.. notices.Select(notice => Packaged(notice, entries[notice.Id], today))]);
    }

    private static PackagedProblem Packaged(Problem problem, Campaign campaign, string unit, IReadOnlyList<int> merged)
    {
        var category = campaign.Category(problem.CategoryId);
        return new PackagedProblem(
            problem.Number ?? 0, unit, category?.Name ?? "", category?.Symptoms.FirstOrDefault(symptom => symptom.Id == problem.SymptomId)?.Name ?? "",
            problem.Source, problem.Severity, problem.Place, problem.Description, problem.FoundOn, problem.AssignedOn, problem.OriginalDueDate, problem.DueDate,
            problem.State, problem.RecurrenceCount, merged);
    }

    private static PackagedNotice Packaged(Notice notice, IEnumerable<LedgerEntry> entries, DateOnly today) => new(
        notice.Number!.Text, notice.Ordinal, notice.InspectedPartyName, notice.ProblemsFound, notice.Basis,
        notice.SignedOn!.Value, notice.SignedBy, notice.IssuedOn!.Value, notice.Delivery, notice.ReceivedOn, notice.ReceivedBy,
        notice.ReplyDue!.Value, notice.CorrectionDue!.Value, notice.FailedOn(today)!.Value, notice.Replies.Count == 0 ? today : null,
        notice.Replies, notice.Checks, notice.Objection,
        [.. entries.Select(entry => new PackagedEntry(entry.Seq, entry.Event, entry.At, entry.ActorName))]);
}
