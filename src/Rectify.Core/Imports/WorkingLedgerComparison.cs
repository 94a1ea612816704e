using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>
/// Holds a returned file against what it was and against what the database has now. Changes nothing: the moves that would take the cells over
/// are made on copies that are thrown away, only to learn whether a rule refuses them.
/// </summary>
internal sealed class WorkingLedgerComparison(Campaign campaign, Stamp stamp, WorkingLedgerCells cells)
{
    /// <summary>The words of an application and of a reply.</summary>
    private static readonly WorkingLedgerColumn[] Spoken =
        [WorkingLedgerColumn.Result, WorkingLedgerColumn.ReplyText, WorkingLedgerColumn.Commitment, WorkingLedgerColumn.Implementer, WorkingLedgerColumn.ClaimsCorrected];

    private readonly List<Changed> _changed = [];
    private readonly List<WorkingLedgerError> _errors = [];
    private readonly List<WorkingLedgerRefusal> _notTaken = [];

    /// <summary>The cells as the confirmation takes them over, by their keys.</summary>
    public IReadOnlyDictionary<string, NewCell> NewCells { get; private set; } = new Dictionary<string, NewCell>();

    public async Task<WorkingLedgerChanges> RunAsync(RectifyDb db, WorkingLedgerFile file, CancellationToken cancellation)
    {
        var identities = file.Rows.Where(row => row is { Id: not null, Base: not null }).GroupBy(row => (row.Part, row.FirstIdentity())).ToDictionary(group => group.Key, group => group.First().Number);
        var seen = new Dictionary<string, int>();
        foreach (var row in file.Rows)
        {
            Look(row, identities, seen);
        }

        var copies = await WorkingLedgerCopies.LoadAsync(db, campaign, stamp, [.. _changed.Select(change => change.Row)], cancellation);
        var lines = copies.Lines();
        var sorted = _changed.Select(change => Judge(change, lines)).ToList();
        var early = copies.BeforeFound(sorted.Where(change => change.Verdict is Verdict.Edit or Verdict.Conflict).Select(New));
        _errors.AddRange(sorted.Where(change => early.ContainsKey(change.Key)).Select(change => new WorkingLedgerError(change.Row.Place(change.Column), early[change.Key])));
        sorted.RemoveAll(change => early.ContainsKey(change.Key));
        var next = copies.Next(sorted.Where(change => change.Verdict != Verdict.No || change.Reason == WorkingLedgerReason.NeedsPerson).Select(change => change.Row).ToList());
        var refused = DryRun(copies, sorted);
        next = [.. next.Select(step => WithWords(step, [.. sorted.Where(change => change.Row.Id == (step.ProblemId ?? step.NoticeId))], refused))];
        _notTaken.AddRange(sorted.Where(change => refused.ContainsKey(change.Key)).Select(change => Refusal(change, WorkingLedgerReason.RuleRefuses, refused[change.Key])));
        sorted.RemoveAll(change => refused.ContainsKey(change.Key));
        _notTaken.AddRange(sorted.Where(change => change.Reason is not null && !IsInForm(change, next)).Select(change => Refusal(change, change.Reason!.Value, Hindrance(change, copies))));
        var latest = await LatestAsync(db, sorted.Where(change => change.Verdict == Verdict.Conflict), cancellation);
        NewCells = sorted.Where(change => change.Verdict is Verdict.Edit or Verdict.Conflict).ToDictionary(change => change.Key, New);
        return new WorkingLedgerChanges(
            campaign.Details.Title, file.Marker.DownloadedAt,
            [.. Of(Verdict.Edit)], [.. Of(Verdict.Conflict)], [.. Of(Verdict.AlreadySo)],
            _errors, [.. _notTaken.OrderBy(refusal => refusal.Place.Part).ThenBy(refusal => refusal.Place.Row)], next, Fingerprint(sorted));

        IEnumerable<WorkingLedgerEdit> Of(Verdict verdict) => sorted.Where(change => change.Verdict == verdict).Select(change =>
            new WorkingLedgerEdit(
                change.Key, change.Row.Place(change.Column), Meaning(change, change.Base), Meaning(change, change.Theirs), Meaning(change, change.Mine),
                latest.GetValueOrDefault(change.Row.Id!.Value)?.By, latest.GetValueOrDefault(change.Row.Id!.Value)?.At));
    }

    /// <summary>What of a row differs from what it was when it was downloaded.</summary>
    private void Look(WorkingLedgerRow row, Dictionary<(WorkingLedgerPart, string), int> identities, Dictionary<string, int> seen)
    {
        if (row.Id is null || row.Base is null)
        {
            _notTaken.Add(new WorkingLedgerRefusal(row.Place(null), row.Words(), row.Id is null ? WorkingLedgerReason.NewRow : WorkingLedgerReason.Damaged));
            return;
        }

        if (row.Identity() is var identity && identity != row.FirstIdentity() && identities.TryGetValue((row.Part, identity), out var other))
        {
            _errors.Add(new WorkingLedgerError(row.Place(null), new FieldError("Row", "RowMixedUp", other)));
            return;
        }

        var changes = Changes(row).ToList();
        if (!seen.TryAdd(row.Key, row.Number) && changes.Count > 0)
        {
            _errors.Add(new WorkingLedgerError(row.Place(null), new FieldError("Row", "RowTwice", seen[row.Key])));
            return;
        }

        _changed.AddRange(changes);
    }

    private IEnumerable<Changed> Changes(WorkingLedgerRow row)
    {
        foreach (var column in row.Positions.Keys)
        {
            if (row.Base!.Open.TryGetValue(column, out var open))
            {
                var (mine, error) = cells.Read(column, row.Cell(column), row.Starts1904);
                if (error is not null && (open.Length > 0 || row.Cell(column) is not null))
                {
                    _errors.Add(new WorkingLedgerError(row.Place(column), error));
                }
                else if (error is null && mine != open)
                {
                    yield return new Changed(row, column, open, mine);
                }
            }
            else if (row.Base.Locked.TryGetValue(column, out var locked) && WorkingLedgerCells.ReadLocked(column, row.Cell(column), row.Starts1904) is var written && written != locked)
            {
                _notTaken.Add(new WorkingLedgerRefusal(row.Place(column), written, WorkingLedgerReason.Locked));
            }
        }
    }

    private static Changed Judge(Changed change, Dictionary<(WorkingLedgerPart, string), WorkingLedgerLine> lines)
    {
        if (!lines.TryGetValue((change.Row.Part, change.Row.Key), out var line))
        {
            var isThere = lines.Keys.Any(key => key.Item2.StartsWith($"{change.Row.Id:N}", StringComparison.Ordinal));
            return change with { Reason = isThere ? WorkingLedgerReason.MovedOn : WorkingLedgerReason.NotYours };
        }

        var theirs = line.Values[change.Column];
        if (theirs == change.Mine)
        {
            return change with { Theirs = theirs, Verdict = Verdict.AlreadySo };
        }

        // The third measure of another plan is not the measure that was ticked.
        var isOther = change.Row.Part == WorkingLedgerPart.Measures && change.Row.Base!.Locked.GetValueOrDefault(WorkingLedgerColumn.MeasureText) != line.Values[WorkingLedgerColumn.MeasureText];
        return isOther || !line.Open.Contains(change.Column) ? change with { Theirs = theirs, Reason = WorkingLedgerReason.MovedOn }
            : change.Column == WorkingLedgerColumn.Result ? change with { Theirs = theirs, Reason = WorkingLedgerReason.NeedsPerson }
            : change with { Theirs = theirs, Verdict = theirs == change.Base ? Verdict.Edit : Verdict.Conflict };
    }

    /// <summary>Makes the moves on the copies, as if every conflict went the file's way.</summary>
    /// <returns>Why a rule refuses a cell, by the cell's key.</returns>
    private static Dictionary<string, Refused> DryRun(WorkingLedgerCopies copies, List<Changed> changes)
    {
        var refused = new Dictionary<string, Refused>();
        foreach (var subject in changes.Where(change => change.Verdict is Verdict.Edit or Verdict.Conflict).GroupBy(change => change.Row.Id!.Value))
        {
            foreach (var move in copies.Moves(subject.Key, [.. subject.Select(New)]))
            {
                try
                {
                    move.Make();
                }
                catch (RuleBroken broken)
                {
                    foreach (var key in move.Keys)
                    {
                        refused[key] = new Refused(broken.Rule, broken.Values);
                    }
                }
            }
        }

        return refused;
    }

    /// <summary>Whether the words stand in a form that the page shows; with an error in the file it shows none.</summary>
    private bool IsInForm(Changed change, IEnumerable<WorkingLedgerNext> next) =>
        change.Reason == WorkingLedgerReason.NeedsPerson && _errors.Count == 0 && next.Any(step => step.ProblemId == change.Row.Id && step.Actions.Contains(ProblemAction.PrepareCloseOut));

    /// <summary>What keeps a person from applying for close-out even when the file's other cells have been taken over.</summary>
    private static Refused? Hindrance(Changed change, WorkingLedgerCopies copies) =>
        change.Reason == WorkingLedgerReason.NeedsPerson && copies.MeasuresToDo(change.Row.Id!.Value) is > 0 and var open ? new Refused(Rule.MeasuresNotDone, [open]) : null;

    /// <summary>The file's words go into the moves' forms. While cells wait for the confirmation, no move is offered that would leave them behind.</summary>
    private static WorkingLedgerNext WithWords(WorkingLedgerNext next, List<Changed> changes, Dictionary<string, Refused> refused)
    {
        var typed = changes.Where(change => change is { Mine.Length: > 0, Verdict: not Verdict.AlreadySo } && Spoken.Contains(change.Column)).ToDictionary(change => change.Column, change => change.Mine);
        var waits = changes.Exists(change => change.Verdict == Verdict.Edit && !refused.ContainsKey(change.Key));
        return next with
        {
            Typed = typed.Concat(next.Typed.Where(said => !typed.ContainsKey(said.Key))).ToDictionary(),
            HasMore = typed.Count > 0,
            Actions = waits ? [] : next.Actions,
            Moves = [.. next.Moves.Where(move => !waits || move == NoticeMove.PrepareReply)],
        };
    }

    private static async Task<Dictionary<Guid, LatestChange>> LatestAsync(RectifyDb db, IEnumerable<Changed> conflicts, CancellationToken cancellation)
    {
        var ids = conflicts.Select(change => change.Row.Id!.Value).Distinct().ToList();
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(entry => ids.Contains(entry.SubjectId))
            .Select(entry => new { entry.SubjectId, entry.Version, entry.ActorName, entry.At }).ToListAsync(cancellation);
        return entries.GroupBy(entry => entry.SubjectId).ToDictionary(subject => subject.Key, subject => subject.MaxBy(entry => entry.Version) is { } last ? new LatestChange(last.ActorName, last.At) : null!);
    }

    private WorkingLedgerRefusal Refusal(Changed change, WorkingLedgerReason reason, Refused? rule = null) => new(change.Row.Place(change.Column), Meaning(change, change.Mine), reason, rule);

    private object? Meaning(Changed change, string value) => cells.Meaning(change.Column, value);

    private static NewCell New(Changed change) => new(change.Key, change.Row.Id!.Value, change.Row.Part, change.Row.Index, change.Column, change.Mine);

    private static string Fingerprint(IEnumerable<Changed> changes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', changes
        .Where(change => change.Verdict is Verdict.Edit or Verdict.Conflict).SelectMany(change => new[] { change.Key, $"{change.Verdict}", change.Theirs, change.Mine })))));

    private enum Verdict
    {
        No,
        Edit,
        Conflict,
        AlreadySo,
    }

    private sealed record LatestChange(string By, DateTimeOffset At);

    private sealed record Changed(WorkingLedgerRow Row, WorkingLedgerColumn Column, string Base, string Mine)
    {
        public string Key => $"{Row.Key}-{Column}";

        public string Theirs { get; init; } = "";

        public Verdict Verdict { get; init; }

        public WorkingLedgerReason? Reason { get; init; }
    }
}
