using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Notices;

/// <summary>One notice with all that has happened to it and what may be done next.</summary>
[Requires(Permission.ViewNotices)]
public sealed record GetNotice(Guid NoticeId) : IQuery<NoticeView>;

/// <param name="Notice">The record itself, for reading.</param>
/// <param name="IssuerName">The campaign's office, which signs.</param>
/// <param name="IsFailed">Failed by today, with the day in <paramref name="FailedOn"/>.</param>
/// <param name="ReplyDeadline">How the reply date came about; null when the clocks were stopped in between or not yet started.</param>
/// <param name="Ladder">The signed notices to the same unit on the same problem, in the order of their numbers, this one among them.</param>
/// <param name="Moves">What this person may do now.</param>
/// <param name="MayDraftNext">This is the latest notice, it lets a further one follow, and the person may draft it.</param>
/// <param name="Timeline">The ledger entries this person may read, oldest first.</param>
public sealed record NoticeView(
    Notice Notice,
    string UnitName,
    int? ProblemNumber,
    string ProblemDescription,
    string CampaignTitle,
    string IssuerName,
    int NoticeLimit,
    DateOnly Today,
    bool IsFailed,
    DateOnly? FailedOn,
    Deadline? ReplyDeadline,
    Deadline? CorrectionDeadline,
    IReadOnlyList<LadderStep> Ladder,
    IReadOnlyList<NoticeMove> Moves,
    bool MayDraftNext,
    IReadOnlyList<TimelineEntry> Timeline)
{
    /// <summary>逾期未答复</summary>
    public bool IsNoReply => Notice.State != NoticeState.Revoked && Notice.SuspendedOn is null && Notice.FirstReplyOn is null && Notice.ReplyDue < Today;

    /// <summary>The first reply came after its last day.</summary>
    public bool IsLateReply => Notice.SuspendedOn is null && Notice.FirstReplyOn > Notice.ReplyDue;

    /// <summary>仍未改正</summary>
    public bool IsUncorrected => Notice.UncorrectedOn is not null && Notice.State < NoticeState.Corrected;

    /// <summary>Nobody of the unit has signed for it in time; it counts as served all the same.</summary>
    public bool IsReceiptMissing => Notice.State == NoticeState.Issued && Notice.ReceiptDue < Today;
}

public sealed record LadderStep(Guid Id, string Number, int Ordinal, NoticeState State, DateOnly? IssuedOn, bool IsFailed);

internal sealed class GetNoticeHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetNotice, Result<NoticeView>>
{
    public async Task<Result<NoticeView>> Handle(GetNotice query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var (actor, today) = (session.Actor, clock.Today);
        var found = await db.Set<Notice>().VisibleTo(actor).Where(notice => notice.Id == query.NoticeId)
            .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new { notice, problem.Number, problem.Description, problem.OpenNoticeId })
            .Join(db.Set<Unit>(), row => row.notice.UnitId, unit => unit.Id, (row, unit) => new { row.notice, row.Number, row.Description, row.OpenNoticeId, unit.Name })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var notice = found.notice;
        var campaign = await db.Set<Campaign>().Where(campaign => campaign.Id == notice.CampaignId).Select(campaign => new { campaign.Details, campaign.Policy }).FirstAsync(cancellationToken);
        var answering = (await db.AnsweringProblemsAsync([notice.ProblemId]))[notice.ProblemId];
        var ladder = (await db.LadderAsync(answering) with { UnitId = notice.UnitId }).ToUnit.Where(other => other.Number is not null && other.IsVisibleTo(actor)).OrderBy(other => other.Year).ThenBy(other => other.Serial);
        var timeline = await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == notice.Id && (actor.SeesAllUnits || entry.UnitId == actor.UnitId))
            .OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken);
        return new NoticeView(
            notice, found.Name, found.Number, found.Description, campaign.Details.Title, campaign.Details.Office, campaign.Policy.NoticeLimit, today,
            notice.IsFailed(today), notice.FailedOn(today), Explain(notice.ReplyBasis, notice.ReplyDue), Explain(notice.CorrectionBasis, notice.CorrectionDue),
            [.. ladder.Select(other => new LadderStep(other.Id, other.Number!.Text, other.Ordinal, other.State, other.IssuedOn, other.IsFailed(today)))],
            NoticeMoves.OpenTo(notice, actor, today),
            actor.May(Permission.DraftNotice) && actor.UnitId != notice.UnitId && found.OpenNoticeId == notice.Id && notice.MayBeFollowed(today), timeline);
    }

    /// <summary>The count told again, as long as it still gives the date in force.</summary>
    private Deadline? Explain(DueBasis? basis, DateOnly? due) =>
        basis?.WorkingDays is { } days && calendars.Current.AddWorkingDays(basis.From, days) is var deadline && deadline.Date == due ? deadline : null;
}
