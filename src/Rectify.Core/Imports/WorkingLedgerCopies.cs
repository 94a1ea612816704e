using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Copies, to be thrown away, of what the rows of a returned file are about.</summary>
internal sealed class WorkingLedgerCopies(
    Campaign campaign, Stamp stamp, IReadOnlyDictionary<Guid, Problem> problems, IReadOnlyDictionary<Guid, (Notice Notice, int? ProblemNumber)> notices, Dictionary<Guid, ProblemList> lists)
{
    /// <summary>Only what the person's own unit has in this campaign; an id from anywhere else is simply not there.</summary>
    public static async Task<WorkingLedgerCopies> LoadAsync(RectifyDb db, Campaign campaign, Stamp stamp, IReadOnlyList<WorkingLedgerRow> rows, CancellationToken cancellation)
    {
        var problemIds = Ids(part => part != WorkingLedgerPart.Notices);
        var noticeIds = Ids(part => part == WorkingLedgerPart.Notices);
        var unit = stamp.By.UnitId;
        var problems = await db.Set<Problem>().AsNoTracking().Where(problem => problem.CampaignId == campaign.Id && problem.UnitId == unit && problemIds.Contains(problem.Id))
            .AsSplitQuery().ToDictionaryAsync(problem => problem.Id, cancellation);
        var notices = await db.Set<Notice>().AsNoTracking().VisibleTo(stamp.By).Where(notice => notice.CampaignId == campaign.Id && notice.UnitId == unit && noticeIds.Contains(notice.Id))
            .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new { notice, problem.Number }).ToListAsync(cancellation);
        var lists = await db.Set<ProblemList>().AsNoTracking().Where(list => list.CampaignId == campaign.Id && list.UnitId == unit).ToDictionaryAsync(list => list.Id, cancellation);
        return new WorkingLedgerCopies(campaign, stamp, problems, notices.ToDictionary(row => row.notice.Id, row => (row.notice, row.Number)), lists);

        List<Guid> Ids(Func<WorkingLedgerPart, bool> of) => [.. rows.Where(row => of(row.Part)).Select(row => row.Id!.Value).Distinct()];
    }

    /// <summary>The rows as the database has them now, by sheet and key.</summary>
    public Dictionary<(WorkingLedgerPart, string), WorkingLedgerLine> Lines() =>
        problems.Values.SelectMany(problem => WorkingLedgerLines.Of(problem, ProblemActions.For(problem, lists.ListOf(problem), campaign, stamp.By)))
            .Concat(notices.Values.Select(row => WorkingLedgerLines.Of(row.Notice, row.ProblemNumber, NoticeMoves.OpenTo(row.Notice, stamp.By, stamp.Today))))
            .ToDictionary(line => (line.Part, line.Key));

    /// <summary>The moves that new cells of a problem or notice would make.</summary>
    public IEnumerable<WorkingLedgerMove> Moves(Guid subject, IReadOnlyList<NewCell> cells) => notices.TryGetValue(subject, out var row)
        ? [WorkingLedgerMoves.On(row.Notice, cells, stamp)]
        : WorkingLedgerMoves.On(problems[subject], lists.ListOf(problems[subject]), campaign, cells, stamp);

    /// <summary>How many of a problem's measures are still to be done, after the moves made so far.</summary>
    public int MeasuresToDo(Guid problem) => problems[problem].Measures.Count(measure => measure.DoneOn is null);

    /// <summary>Days before the problem was found, by the keys of their cells: nothing is due or done by then.</summary>
    public Dictionary<string, FieldError> BeforeFound(IEnumerable<NewCell> cells)
    {
        var errors = new Dictionary<string, FieldError>();
        foreach (var subject in cells.Where(cell => cell.Part != WorkingLedgerPart.Notices).GroupBy(cell => cell.Id))
        {
            var problem = problems[subject.Key];
            var foundCell = subject.FirstOrDefault(cell => cell.Column == WorkingLedgerColumn.FoundOn);
            var found = foundCell?.Day() ?? problem.FoundOn;
            foreach (var cell in subject.Where(cell => cell.Column is WorkingLedgerColumn.PlanDueDate or WorkingLedgerColumn.DoneOn && cell.Day() < found))
            {
                errors[cell.Key] = new FieldError($"{cell.Column}", cell.Column == WorkingLedgerColumn.DoneOn ? "DoneBeforeFound" : "DueBeforeFound", cell.Day()!, found);
            }

            if (foundCell is not null && problem.ProposedDueDate < found && !subject.Any(cell => cell.Column == WorkingLedgerColumn.PlanDueDate))
            {
                errors[foundCell.Key] = new FieldError($"{foundCell.Column}", "DueBeforeFound", problem.ProposedDueDate, found);
            }
        }

        return errors;
    }

    /// <summary>Where a person goes on with what these rows are about.</summary>
    public List<WorkingLedgerNext> Next(IReadOnlyList<WorkingLedgerRow> rows)
    {
        var offers = new WorkingLedgerOffers(campaign, stamp);
        return
        [
            .. rows.Where(row => row.Part != WorkingLedgerPart.Notices).DistinctBy(row => row.Id).Select(row => problems[row.Id!.Value]).Select(problem => offers.Of(problem, lists.ListOf(problem))),
            .. rows.Where(row => row.Part == WorkingLedgerPart.Notices).DistinctBy(row => row.Id).Select(row => offers.Of(notices[row.Id!.Value].Notice)),
        ];
    }
}
