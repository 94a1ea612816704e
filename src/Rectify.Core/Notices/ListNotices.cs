using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Notices;

/// <summary>The notices this person may see, newest number first, drafts before all; filtered and paged.</summary>
/// <param name="Failed">Only those that have failed by today, or only those that have not.</param>
/// <param name="Year">The year of the number.</param>
/// <param name="Ordinal">The rung; 3 means the third and any later one.</param>
/// <param name="WaitingForMe">Only those on which this person has the next move.</param>
/// <param name="Text">Part of the inspected party's name or of the problems found.</param>
[Requires(Permission.ViewNotices)]
public sealed record ListNotices(
    Guid? CampaignId = null,
    Guid? UnitId = null,
    Guid? ProblemId = null,
    NoticeState? State = null,
    bool? Failed = null,
    int? Year = null,
    int? Ordinal = null,
    bool WaitingForMe = false,
    string? Text = null,
    int Page = 1) : IQuery<Page<NoticeLine>>;

/// <summary>One notice in a list.</summary>
/// <param name="Number">Null until signed.</param>
/// <param name="Ordinal">0 until signed.</param>
/// <param name="Today">The day by which the derived words are judged.</param>
public sealed record NoticeLine(
    Guid Id,
    Guid CampaignId,
    Guid ProblemId,
    int? ProblemNumber,
    Guid UnitId,
    string UnitName,
    NoticeState State,
    NoticeNumber? Number,
    int Ordinal,
    string InspectedPartyName,
    string ProblemsFound,
    DateOnly? IssuedOn,
    DateOnly? ReplyDue,
    DateOnly? FirstReplyOn,
    DateOnly? CorrectionDue,
    DateOnly? UncorrectedOn,
    DateOnly? SuspendedOn,
    bool HasOpenObjection,
    bool IsFailed,
    DateOnly Today)
{
    /// <summary>逾期未答复</summary>
    public bool IsNoReply => State != NoticeState.Revoked && SuspendedOn is null && FirstReplyOn is null && ReplyDue < Today;

    /// <summary>The first reply came after its last day.</summary>
    public bool IsLateReply => SuspendedOn is null && FirstReplyOn > ReplyDue;

    /// <summary>仍未改正</summary>
    public bool IsUncorrected => UncorrectedOn is not null && State < NoticeState.Corrected;
}

internal sealed class ListNoticesHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<ListNotices, Result<Page<NoticeLine>>>
{
    public async Task<Result<Page<NoticeLine>>> Handle(ListNotices query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var today = clock.Today;
        var failed = db.Set<Notice>().Where(NoticeFailure.By(today));
        var text = query.Text?.Trim();
        var notices = db.Set<Notice>().VisibleTo(session.Actor)
            .Where(notice => (query.CampaignId == null || notice.CampaignId == query.CampaignId)
                && (query.UnitId == null || notice.UnitId == query.UnitId)
                && (query.State == null || notice.State == query.State)
                && (query.Failed == null || failed.Any(other => other.Id == notice.Id) == query.Failed)
                && (query.Year == null || notice.Year == query.Year)
                && (query.Ordinal == null || notice.Ordinal == query.Ordinal || (query.Ordinal >= 3 && notice.Ordinal > 3))
                && (string.IsNullOrEmpty(text) || notice.InspectedPartyName.Contains(text) || notice.ProblemsFound.Contains(text)));
        if (query.ProblemId is { } problemId)
        {
            var same = await db.SameProblemAsync(problemId);
            notices = notices.Where(notice => same.Contains(notice.ProblemId));
        }

        if (query.WaitingForMe)
        {
            notices = notices.Where(NoticeMoves.WaitingFor(session.Actor, today));
        }

        return await notices
            .OrderBy(notice => notice.Year != null).ThenByDescending(notice => notice.Year).ThenByDescending(notice => notice.Serial).ThenByDescending(notice => notice.Id)
            .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new { notice, problem })
            .Join(db.Set<Unit>(), row => row.notice.UnitId, unit => unit.Id, (row, unit) => new NoticeLine(
                row.notice.Id, row.notice.CampaignId, row.notice.ProblemId, row.problem.Number, row.notice.UnitId, unit.Name, row.notice.State,
                row.notice.Year == null ? null : new NoticeNumber(row.notice.Prefix, row.notice.Year.Value, row.notice.Serial!.Value),
                row.notice.Ordinal, row.notice.InspectedPartyName, row.notice.ProblemsFound, row.notice.IssuedOn, row.notice.ReplyDue, row.notice.FirstReplyOn,
                row.notice.CorrectionDue, row.notice.UncorrectedOn, row.notice.SuspendedOn, row.notice.HasOpenObjection,
                failed.Any(other => other.Id == row.notice.Id), today))
            .PageAsync(query.Page, cancellationToken);
    }
}
