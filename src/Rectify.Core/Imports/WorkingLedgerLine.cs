using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>
/// One row of a working ledger as the database has it now: what it holds, and what this person may change.
/// Written into the file when it is downloaded, and held against the file when it comes back.
/// </summary>
/// <param name="Id">The problem's, or the notice's.</param>
/// <param name="Index">Which measure of the problem; 0 on the other sheets.</param>
/// <param name="Values">In one plain form for each column: texts trimmed, dates as 2026-03-15, choices by their name or id.</param>
internal sealed record WorkingLedgerLine(
    WorkingLedgerPart Part, Guid Id, int Index, int Version, IReadOnlyDictionary<WorkingLedgerColumn, string> Values, IReadOnlySet<WorkingLedgerColumn> Open)
{
    public string Key => KeyOf(Part, Id, Index);

    public static string KeyOf(WorkingLedgerPart part, Guid id, int index) => part == WorkingLedgerPart.Measures ? $"{id:N}-{index}" : $"{id:N}";

    /// <summary>The key taken apart again; null when it is none.</summary>
    public static (Guid Id, int Index)? Parse(string key)
    {
        var parts = key.Trim().Split('-');
        return Guid.TryParseExact(parts[0], "N", out var id) && int.TryParse(parts.ElementAtOrDefault(1) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var index) && parts.Length <= 2
            ? (id, index)
            : null;
    }
}

internal static class WorkingLedgerLines
{
    private static readonly WorkingLedgerColumn[] PlanColumns =
        [WorkingLedgerColumn.Goal, WorkingLedgerColumn.Measures, WorkingLedgerColumn.PlanDueDate, WorkingLedgerColumn.ResponsibleLeader, WorkingLedgerColumn.ResponsiblePerson];

    private static readonly WorkingLedgerColumn[] EntryColumns =
    [
        WorkingLedgerColumn.Description, WorkingLedgerColumn.Place, WorkingLedgerColumn.FoundOn, WorkingLedgerColumn.Source, WorkingLedgerColumn.Category, WorkingLedgerColumn.Symptom,
        WorkingLedgerColumn.Matter, WorkingLedgerColumn.Severity, WorkingLedgerColumn.Kind, WorkingLedgerColumn.Remark, .. PlanColumns,
    ];

    private static readonly WorkingLedgerColumn[] ReplyColumns =
        [WorkingLedgerColumn.ReplyText, WorkingLedgerColumn.Commitment, WorkingLedgerColumn.Implementer, WorkingLedgerColumn.ClaimsCorrected];

    /// <summary>The problem's row, and one for each of its measures.</summary>
    /// <param name="actions">What the person may do to the problem now.</param>
    public static IEnumerable<WorkingLedgerLine> Of(Problem problem, IReadOnlyList<ProblemAction> actions)
    {
        yield return new WorkingLedgerLine(WorkingLedgerPart.Problems, problem.Id, 0, problem.Version, Values(problem, actions), Open(actions));
        var ticks = actions.Contains(ProblemAction.TickMeasures);
        foreach (var (index, measure) in problem.Measures.Index())
        {
            var values = new Dictionary<WorkingLedgerColumn, string>
            {
                [WorkingLedgerColumn.Number] = Plain(problem.Number),
                [WorkingLedgerColumn.Description] = Plain(problem.Description),
                [WorkingLedgerColumn.DueDate] = Plain(problem.DueDate),
                [WorkingLedgerColumn.MeasureText] = Plain($"{index + 1}. {measure.Text}"),
                [WorkingLedgerColumn.DoneOn] = Plain(measure.DoneOn),
                [WorkingLedgerColumn.Note] = Plain(measure.Note),
            };
            yield return new WorkingLedgerLine(
                WorkingLedgerPart.Measures, problem.Id, index, problem.Version, values, ticks ? new HashSet<WorkingLedgerColumn> { WorkingLedgerColumn.DoneOn, WorkingLedgerColumn.Note } : []);
        }
    }

    /// <param name="problemNumber">The number of the problem it is about.</param>
    /// <param name="moves">What the person may do with the notice now.</param>
    public static WorkingLedgerLine Of(Notice notice, int? problemNumber, IReadOnlyList<NoticeMove> moves)
    {
        var reply = ReplyOf(notice);
        var values = new Dictionary<WorkingLedgerColumn, string>
        {
            [WorkingLedgerColumn.NoticeNumber] = notice.Number?.Text ?? "",
            [WorkingLedgerColumn.Number] = Plain(problemNumber),
            [WorkingLedgerColumn.ProblemsFound] = Plain(notice.ProblemsFound),
            [WorkingLedgerColumn.ReplyDue] = Plain(notice.ReplyDue),
            [WorkingLedgerColumn.ReplyText] = Plain(reply?.Text),
            [WorkingLedgerColumn.Commitment] = Plain(reply?.Commitment),
            [WorkingLedgerColumn.Implementer] = Plain(reply?.Implementer),
            [WorkingLedgerColumn.ClaimsCorrected] = Plain(reply?.ClaimsCorrected ?? false),
        };
        return new WorkingLedgerLine(WorkingLedgerPart.Notices, notice.Id, 0, notice.Version, values, moves.Contains(NoticeMove.PrepareReply) ? new HashSet<WorkingLedgerColumn>(ReplyColumns) : []);
    }

    /// <summary>What the unit has answered so far; a reply that was sent back has to be written anew.</summary>
    public static NoticeReply? ReplyOf(Notice notice) => notice.Prepared ?? (notice is { State: not NoticeState.ReplyReturned, Replies: [.., var last] } ? last : null);

    /// <summary>A text as a cell gives it back.</summary>
    public static string Plain(string? text) => CellText.Printable((text ?? "").ReplaceLineEndings("\n").Replace('\t', ' ')).Trim();

    public static string Plain(bool value) => value ? bool.TrueString : bool.FalseString;

    public static string Plain(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Measures as they are read out of one cell, a line each.</summary>
    public static string Measures(string cell) => string.Join('\n', CellValues.Measures(cell));

    /// <summary>Measures as they are written into one cell.</summary>
    public static string Numbered(IReadOnlyList<Measure> measures) => Plain(string.Join('\n', measures.Select((measure, index) => $"{index + 1}. {measure.Text}")));

    private static string Plain(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static Dictionary<WorkingLedgerColumn, string> Values(Problem problem, IReadOnlyList<ProblemAction> actions) => new()
    {
        [WorkingLedgerColumn.Number] = Plain(problem.Number),
        [WorkingLedgerColumn.State] = $"{problem.State}",
        [WorkingLedgerColumn.Returned] = Plain(problem.Returned?.FurtherRequirement),
        [WorkingLedgerColumn.DueDate] = Plain(problem.DueDate),
        [WorkingLedgerColumn.Description] = Plain(problem.Description),
        [WorkingLedgerColumn.Place] = Plain(problem.Place),
        [WorkingLedgerColumn.FoundOn] = Plain(problem.FoundOn),
        [WorkingLedgerColumn.Source] = $"{problem.Source}",
        [WorkingLedgerColumn.Category] = $"{problem.CategoryId:N}",
        [WorkingLedgerColumn.Symptom] = problem.SymptomId is { } symptom ? $"{symptom:N}" : "",
        [WorkingLedgerColumn.Matter] = Plain(problem.Matter),
        [WorkingLedgerColumn.Severity] = $"{problem.Severity}",
        [WorkingLedgerColumn.Kind] = $"{problem.Kind}",
        [WorkingLedgerColumn.Goal] = Plain(problem.Goal),
        [WorkingLedgerColumn.Measures] = Measures(Numbered(problem.Measures)),
        [WorkingLedgerColumn.PlanDueDate] = Plain(actions.Contains(ProblemAction.PreparePlan) && problem.ProposedDueDate > problem.DueDate ? null : problem.ProposedDueDate),
        [WorkingLedgerColumn.ResponsibleLeader] = Plain(problem.ResponsibleLeader),
        [WorkingLedgerColumn.ResponsiblePerson] = Plain(problem.ResponsiblePerson),
        [WorkingLedgerColumn.MeasuresDone] = problem.Measures.Count == 0 ? "" : $"{problem.Measures.Count(measure => measure.DoneOn is not null)}/{problem.Measures.Count}",
        [WorkingLedgerColumn.Result] = Plain(problem.CloseOut?.Result),
        [WorkingLedgerColumn.Remark] = Plain(problem.Remark),
    };

    private static HashSet<WorkingLedgerColumn> Open(IReadOnlyList<ProblemAction> actions) =>
    [
        .. actions.Contains(ProblemAction.Revise) ? EntryColumns : actions.Contains(ProblemAction.PreparePlan) ? PlanColumns : [],
        .. actions.Contains(ProblemAction.PrepareCloseOut) ? (WorkingLedgerColumn[])[WorkingLedgerColumn.Result] : [],
    ];
}
