using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The problems of one unit, state, category and kind, counted.</summary>
internal sealed record ProgressCount(
    Guid UnitId, ProblemState State, Guid CategoryId, ProblemKind Kind, int Count,
    int Completed, int Verified, int Closed, int Overdue, int Due, int OnTime, int RegisteredBefore, int ClosedBefore)
{
    /// <summary>One pass over an index that lies in the order of the groups; some thousand rows at most, however many problems there are.</summary>
    public static Task<List<ProgressCount>> AllAsync(RectifyDb db, Guid campaignId, DateOnly cutOff, DateOnly before, CancellationToken cancellation) =>
        db.Set<Problem>().Where(problem => problem.CampaignId == campaignId && problem.RegisteredOn <= cutOff)
            .GroupBy(problem => new { problem.UnitId, problem.State, problem.CategoryId, problem.Kind })
            .Select(group => new ProgressCount(
                group.Key.UnitId,
                group.Key.State,
                group.Key.CategoryId,
                group.Key.Kind,
                group.Count(),
                group.Count(problem => problem.CompletedOn <= cutOff),
                group.Count(problem => problem.VerifiedOn <= cutOff),
                group.Count(problem => problem.ClosedOn <= cutOff),
                group.Count(problem => problem.DueDate < cutOff && (problem.CompletedOn == null || problem.CompletedOn > cutOff)),
                group.Count(problem => problem.DueDate <= cutOff),
                group.Count(problem => problem.DueDate <= cutOff && problem.CompletedOn <= problem.DueDate),
                group.Count(problem => problem.RegisteredOn <= before),
                group.Count(problem => problem.ClosedOn <= before)))
            .ToListAsync(cancellation);

    /// <summary>Null for what is not on the list any more.</summary>
    public ProgressFigures? Figures() => Stages.Of(State) switch
    {
        null => null,
        Stage.NotStarted => Common() with { NotStarted = Count },
        Stage.LongTerm => Common() with { LongTerm = Count, Overdue = 0, OnTime = default },

        // What was completed, verified or closed after the cut-off stood one stage earlier then.
        _ => Common() with { Rectifying = Count - Completed, NearlyDone = Completed - Verified, Done = Verified - Closed, Closed = Closed },
    };

    private ProgressFigures Common() => ProgressFigures.Nothing with
    {
        Total = Count,
        Immediate = Kind == ProblemKind.Immediate ? Count : 0,
        TimeLimited = Kind == ProblemKind.TimeLimited ? Count : 0,
        LongTermKind = Kind == ProblemKind.LongTerm ? Count : 0,
        Overdue = Overdue,
        OnTime = new Rate(OnTime, Due),
        PreviousClosed = new Rate(ClosedBefore, RegisteredBefore),
    };
}
