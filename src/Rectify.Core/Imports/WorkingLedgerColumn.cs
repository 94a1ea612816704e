using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>The sheets of a working ledger.</summary>
public enum WorkingLedgerPart
{
    Problems = 1,
    Measures = 2,
    Notices = 3,
}

/// <summary>The columns of a working ledger. Their names stand in the file and never change.</summary>
public enum WorkingLedgerColumn
{
    // A problem a row; measures and notices have the first of them too
    Number = 1,
    State = 2,
    Returned = 3,
    DueDate = 4,
    Description = 5,
    Place = 6,
    FoundOn = 7,
    Source = 8,
    Category = 9,
    Symptom = 10,
    Matter = 11,
    Severity = 12,
    Kind = 13,
    Goal = 14,
    Measures = 15,
    PlanDueDate = 16,
    ResponsibleLeader = 17,
    ResponsiblePerson = 18,
    MeasuresDone = 19,
    Result = 20,
    Remark = 21,

    // A measure a row
    MeasureText = 30,
    DoneOn = 31,
    Note = 32,

    // A notice a row
    NoticeNumber = 40,
    ProblemsFound = 41,
    ReplyDue = 42,
    ReplyText = 43,
    Commitment = 44,
    Implementer = 45,
    ClaimsCorrected = 46,
}

/// <param name="MostCharacters">The longest text; 0 for what is no text.</param>
/// <param name="IsRequired">Never blank where it may be changed; of the others the moves decide.</param>
internal sealed record WorkingLedgerShape(OfflineKind Kind, int MostCharacters = 0, bool IsRequired = false);

/// <summary>What is known of the columns apart from their words.</summary>
internal static class WorkingLedgerColumns
{
    private static readonly Dictionary<WorkingLedgerColumn, WorkingLedgerShape> Shapes = new()
    {
        [WorkingLedgerColumn.Number] = new(OfflineKind.Number),
        [WorkingLedgerColumn.DueDate] = new(OfflineKind.Date),
        [WorkingLedgerColumn.Description] = new(OfflineKind.Text, Finding.DescriptionLength, true),
        [WorkingLedgerColumn.Place] = new(OfflineKind.Text, Finding.PlaceLength),
        [WorkingLedgerColumn.FoundOn] = new(OfflineKind.Date, IsRequired: true),
        [WorkingLedgerColumn.Source] = new(OfflineKind.Choice, IsRequired: true),
        [WorkingLedgerColumn.Category] = new(OfflineKind.Choice, IsRequired: true),
        [WorkingLedgerColumn.Symptom] = new(OfflineKind.Choice),
        [WorkingLedgerColumn.Matter] = new(OfflineKind.Text, Finding.PlaceLength),
        [WorkingLedgerColumn.Severity] = new(OfflineKind.Choice, IsRequired: true),
        [WorkingLedgerColumn.Kind] = new(OfflineKind.Choice, IsRequired: true),
        [WorkingLedgerColumn.Goal] = new(OfflineKind.Text, RectificationPlan.GoalLength),
        [WorkingLedgerColumn.Measures] = new(OfflineKind.Text),
        [WorkingLedgerColumn.PlanDueDate] = new(OfflineKind.Date),
        [WorkingLedgerColumn.ResponsibleLeader] = new(OfflineKind.Text, RectificationPlan.PersonLength),
        [WorkingLedgerColumn.ResponsiblePerson] = new(OfflineKind.Text, RectificationPlan.PersonLength),
        [WorkingLedgerColumn.Result] = new(OfflineKind.Text, CloseOut.ResultLength),
        [WorkingLedgerColumn.Remark] = new(OfflineKind.Text, Finding.RemarkLength),
        [WorkingLedgerColumn.DoneOn] = new(OfflineKind.Date),
        [WorkingLedgerColumn.Note] = new(OfflineKind.Text, 500),
        [WorkingLedgerColumn.ReplyDue] = new(OfflineKind.Date),
        [WorkingLedgerColumn.ReplyText] = new(OfflineKind.Text, NoticeReply.TextLength),
        [WorkingLedgerColumn.Commitment] = new(OfflineKind.Text, NoticeReply.CommitmentLength),
        [WorkingLedgerColumn.Implementer] = new(OfflineKind.Text, NoticeReply.ImplementerLength),
        [WorkingLedgerColumn.ClaimsCorrected] = new(OfflineKind.Choice, IsRequired: true),
    };

    public static WorkingLedgerShape Shape(this WorkingLedgerColumn column) => Shapes.GetValueOrDefault(column) ?? new WorkingLedgerShape(OfflineKind.Text);

    public static IReadOnlyList<WorkingLedgerColumn> Of(WorkingLedgerPart part) => part switch
    {
        WorkingLedgerPart.Measures => [WorkingLedgerColumn.Number, WorkingLedgerColumn.Description, WorkingLedgerColumn.DueDate, WorkingLedgerColumn.MeasureText, WorkingLedgerColumn.DoneOn, WorkingLedgerColumn.Note],
        WorkingLedgerPart.Notices =>
        [
            WorkingLedgerColumn.NoticeNumber, WorkingLedgerColumn.Number, WorkingLedgerColumn.ProblemsFound, WorkingLedgerColumn.ReplyDue,
            WorkingLedgerColumn.ReplyText, WorkingLedgerColumn.Commitment, WorkingLedgerColumn.Implementer, WorkingLedgerColumn.ClaimsCorrected,
        ],
        _ => [.. Enum.GetValues<WorkingLedgerColumn>().TakeWhile(column => column < WorkingLedgerColumn.MeasureText)],
    };
}
