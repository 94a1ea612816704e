using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>What a working ledger that came back would change, cell by cell, against the database as it is now.</summary>
/// <param name="Edits">Cells to be taken over.</param>
/// <param name="Conflicts">Cells that somebody else changed too, to something else; the person chooses for each.</param>
/// <param name="AlreadySo">Changed cells that the database already agrees with, as after the confirmation.</param>
/// <param name="Errors">Cells that cannot be read as what they should be; while there is one, nothing is taken over.</param>
/// <param name="NotTaken">Changed cells that are not taken over, each with its reason.</param>
/// <param name="Next">Where a person goes on: signing, applying, sending.</param>
/// <param name="Fingerprint">Of all that is shown; a confirmation of something else is refused.</param>
public sealed record WorkingLedgerChanges(
    string CampaignTitle,
    DateTimeOffset DownloadedAt,
    IReadOnlyList<WorkingLedgerEdit> Edits,
    IReadOnlyList<WorkingLedgerEdit> Conflicts,
    IReadOnlyList<WorkingLedgerEdit> AlreadySo,
    IReadOnlyList<WorkingLedgerError> Errors,
    IReadOnlyList<WorkingLedgerRefusal> NotTaken,
    IReadOnlyList<WorkingLedgerNext> Next,
    string Fingerprint)
{
    public bool MayBeTaken => Errors.Count == 0 && Edits.Count + Conflicts.Count > 0;
}

/// <summary>Where a cell stands, and whose it is.</summary>
/// <param name="Address">Such as <c>F12</c>; the row alone when no cell is meant.</param>
/// <param name="Column">Null for a whole row.</param>
/// <param name="Subject">The problem's or the notice's number, or what a row without one begins with.</param>
public sealed record WorkingLedgerPlace(WorkingLedgerPart Part, int Row, string Address, WorkingLedgerColumn? Column, string Subject);

/// <summary>One changed cell. Contents are texts, dates, yes or no, or values of enums; null is an empty cell.</summary>
/// <param name="Key">Names the cell in a confirmation.</param>
/// <param name="ChangedBy">Who changed the problem or notice last, after the download; only of a conflict.</param>
public sealed record WorkingLedgerEdit(
    string Key, WorkingLedgerPlace Place, object? Downloaded, object? Theirs, object? Mine, string? ChangedBy = null, DateTimeOffset? ChangedAt = null);

public sealed record WorkingLedgerError(WorkingLedgerPlace Place, FieldError Error);

/// <param name="Mine">What the file says; of a row added by hand, all its cells.</param>
/// <param name="Rule">The rule that refuses it, when one does.</param>
public sealed record WorkingLedgerRefusal(WorkingLedgerPlace Place, object? Mine, WorkingLedgerReason Reason, Refused? Rule = null);

/// <summary>Why a change is not taken over.</summary>
public enum WorkingLedgerReason
{
    /// <summary>The cell was not open for changes.</summary>
    Locked = 1,

    /// <summary>The problem or notice has gone on; this can no longer be changed.</summary>
    MovedOn = 2,

    /// <summary>It is not, or no longer, with the person's unit.</summary>
    NotYours = 3,

    /// <summary>The row was added by hand.</summary>
    NewRow = 4,

    /// <summary>What the row held when it was downloaded can no longer be read.</summary>
    Damaged = 5,

    /// <summary>A rule of the procedure refuses it.</summary>
    RuleRefuses = 6,

    /// <summary>The words of an application for close-out: a person applies, once that is possible, with these words in the form. Where the form is there already, they are no refusal.</summary>
    NeedsPerson = 7,
}

/// <summary>Where a person goes on with a problem or notice that the file has changed.</summary>
/// <param name="Version">The problem's or the notice's, for the move.</param>
/// <param name="Actions">Moves on the problem that are open to this person and that no file makes.</param>
/// <param name="Moves">The same for a notice.</param>
public sealed record WorkingLedgerNext(
    Guid? ProblemId, Guid? NoticeId, int Version, string Subject, ProblemState? State, PendingDecision Pending, IReadOnlyList<ProblemAction> Actions, IReadOnlyList<NoticeMove> Moves)
{
    /// <summary>
    /// What the move's form starts with, by column, so that nobody types it again: what the file says and the database does not have, beside what a
    /// prepared reply already says.
    /// </summary>
    public IReadOnlyDictionary<WorkingLedgerColumn, string> Typed { get; init; } = new Dictionary<WorkingLedgerColumn, string>();

    /// <summary>Whether the file says something that was not taken.</summary>
    public bool HasMore { get; init; }

    /// <summary>The paper of the reply prepared so far.</summary>
    public ReplyScan? Scan { get; init; }
}
