using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>One move that takes over cells of the file; the domain takes it whole or not at all.</summary>
/// <param name="Keys">The cells it takes over.</param>
internal sealed record WorkingLedgerMove(IReadOnlyList<string> Keys, Action Make);

/// <summary>A cell's new content.</summary>
/// <param name="Key">The row's key and the column.</param>
/// <param name="Id">The problem's, or the notice's.</param>
internal sealed record NewCell(string Key, Guid Id, WorkingLedgerPart Part, int Index, WorkingLedgerColumn Column, string Value)
{
    /// <summary>What a cell of dates says; null for an empty one.</summary>
    public DateOnly? Day() => Value.Length == 0 ? null : DateOnly.ParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Turns changed cells into the moves that a person would have made on the pages.</summary>
internal static class WorkingLedgerMoves
{
    /// <param name="list">The list that the problem came in with; null when the office registered it.</param>
    public static IEnumerable<WorkingLedgerMove> On(Problem problem, ProblemList? list, Campaign campaign, IReadOnlyList<NewCell> cells, Stamp stamp)
    {
        var actions = ProblemActions.For(problem, list, campaign, stamp.By);
        var row = cells.Where(cell => cell.Part == WorkingLedgerPart.Problems).ToDictionary(cell => cell.Column);
        if (row.Count > 0)
        {
            var keys = row.Values.Select(cell => cell.Key).ToList();
            yield return actions.Contains(ProblemAction.Revise)
                ? new WorkingLedgerMove(keys, () => problem.Revise(campaign, list!, Finding(problem, row), Plan(problem, row, problem.ProposedDueDate), [.. problem.AssistingUnits.Select(unit => unit.UnitId)], stamp))
                : new WorkingLedgerMove(keys, () => problem.PreparePlan(campaign, Plan(problem, row, problem.ProposedDueDate <= problem.DueDate ? problem.ProposedDueDate : null), stamp));
        }

        foreach (var measure in cells.Where(cell => cell.Part == WorkingLedgerPart.Measures).GroupBy(cell => cell.Index).OrderBy(measure => measure.Key))
        {
            var news = measure.ToDictionary(cell => cell.Column);
            yield return new WorkingLedgerMove([.. measure.Select(cell => cell.Key)], () =>
            {
                var old = problem.Measures.ElementAtOrDefault(measure.Key) ?? throw new RuleBroken(Rule.MeasureUnknown);
                problem.TickMeasure(campaign, measure.Key, Date(news, WorkingLedgerColumn.DoneOn, old.DoneOn), Text(news, WorkingLedgerColumn.Note, old.Note), stamp);
            });
        }
    }

    public static WorkingLedgerMove On(Notice notice, IReadOnlyList<NewCell> cells, Stamp stamp)
    {
        var row = cells.ToDictionary(cell => cell.Column);
        var said = WorkingLedgerLines.ReplyOf(notice);
        var claims = row.TryGetValue(WorkingLedgerColumn.ClaimsCorrected, out var claim) ? claim.Value == bool.TrueString : said?.ClaimsCorrected ?? false;
        return new WorkingLedgerMove([.. cells.Select(cell => cell.Key)], () => notice.PrepareReply(
            Text(row, WorkingLedgerColumn.ReplyText, said?.Text), Text(row, WorkingLedgerColumn.Commitment, said?.Commitment),
            Text(row, WorkingLedgerColumn.Implementer, said?.Implementer), claims, notice.Prepared?.Scan, stamp));
    }

    private static Finding Finding(Problem problem, Dictionary<WorkingLedgerColumn, NewCell> row) => new(
        Id(row, WorkingLedgerColumn.Category, problem.CategoryId)!.Value,
        Id(row, WorkingLedgerColumn.Symptom, problem.SymptomId),
        Choice(row, WorkingLedgerColumn.Source, problem.Source),
        Choice(row, WorkingLedgerColumn.Severity, problem.Severity),
        Choice(row, WorkingLedgerColumn.Kind, problem.Kind),
        problem.Styles,
        Text(row, WorkingLedgerColumn.Place, problem.Place),
        Text(row, WorkingLedgerColumn.Description, problem.Description),
        Text(row, WorkingLedgerColumn.Matter, problem.Matter),
        Date(row, WorkingLedgerColumn.FoundOn, problem.FoundOn)!.Value,
        Text(row, WorkingLedgerColumn.Remark, problem.Remark));

    private static RectificationPlan Plan(Problem problem, Dictionary<WorkingLedgerColumn, NewCell> row, DateOnly? due) => new(
        Text(row, WorkingLedgerColumn.Goal, problem.Goal),
        row.TryGetValue(WorkingLedgerColumn.Measures, out var measures) ? Measures(measures.Value, problem.Measures) : problem.Measures,
        Date(row, WorkingLedgerColumn.PlanDueDate, due),
        Text(row, WorkingLedgerColumn.ResponsibleLeader, problem.ResponsibleLeader),
        Text(row, WorkingLedgerColumn.ResponsiblePerson, problem.ResponsiblePerson));

    /// <summary>A measure whose line is as before stays as it was, down to its line breaks.</summary>
    private static List<Measure> Measures(string lines, IReadOnlyList<Measure> before) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => before.FirstOrDefault(measure => WorkingLedgerLines.Measures(WorkingLedgerLines.Plain(measure.Text)) == line) ?? new Measure(line))];

    private static string Text(Dictionary<WorkingLedgerColumn, NewCell> row, WorkingLedgerColumn column, string? otherwise) => row.TryGetValue(column, out var cell) ? cell.Value : otherwise ?? "";

    private static DateOnly? Date(Dictionary<WorkingLedgerColumn, NewCell> row, WorkingLedgerColumn column, DateOnly? otherwise) =>
        row.TryGetValue(column, out var cell) ? cell.Day() : otherwise;

    private static Guid? Id(Dictionary<WorkingLedgerColumn, NewCell> row, WorkingLedgerColumn column, Guid? otherwise) =>
        !row.TryGetValue(column, out var cell) ? otherwise : cell.Value.Length == 0 ? null : Guid.ParseExact(cell.Value, "N");

    private static T Choice<T>(Dictionary<WorkingLedgerColumn, NewCell> row, WorkingLedgerColumn column, T otherwise) where T : struct, Enum =>
        row.TryGetValue(column, out var cell) ? Enum.Parse<T>(cell.Value) : otherwise;
}
