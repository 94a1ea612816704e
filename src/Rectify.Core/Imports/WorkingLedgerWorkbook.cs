using System.Text.Encodings.Web;
using System.Text.Json;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>Writes the working ledger as a workbook to be filled in offline: a sheet for problems, and one each for measures and notices where there are any.</summary>
public static class WorkingLedgerWorkbook
{
    private static readonly Dictionary<WorkingLedgerColumn, Func<Wording, IEnumerable<string>>> Choices = new()
    {
        [WorkingLedgerColumn.Source] = wording => Enum.GetValues<ProblemSource>().Select(value => wording[value]),
        [WorkingLedgerColumn.Severity] = wording => Enum.GetValues<Severity>().Select(value => wording[value]),
        [WorkingLedgerColumn.Kind] = wording => Enum.GetValues<ProblemKind>().Select(value => wording[value]),
        [WorkingLedgerColumn.ClaimsCorrected] = wording => [wording["Yes"], wording["No"]],
    };

    public static void Write(WorkingLedger ledger, Wording wording, Stream to)
    {
        var parts = Enum.GetValues<WorkingLedgerPart>().Where(part => part == WorkingLedgerPart.Problems || ledger.Lines.Any(line => line.Part == part));
        var words = new OfflineWords(wording["OfflineTitle", ledger.Campaign.Details.Title], wording["PageOf"], wording["NotInList"], wording["NoDate"], most => wording["TooLong", most]);
        OfflineBook.Write([.. parts.Select(part => Table(part, ledger, wording))], words, to);
    }

    private static OfflineTable Table(WorkingLedgerPart part, WorkingLedger ledger, Wording wording)
    {
        var lines = ledger.Lines.Where(line => line.Part == part).ToList();
        var columns = WorkingLedgerColumns.Of(part).Where(column => IsOfUse(column, lines)).ToList();
        var guide = wording[$"Guide{part}"];
        return new OfflineTable(
            wording[part], wording["OfflineTitle", ledger.Campaign.Details.Title], wording["OfflineUnit", ledger.UnitName], wording["OfflineDownloaded", ledger.DownloadedAtLocal],
            part == WorkingLedgerPart.Problems && ledger.Total > GetWorkingLedger.LargestCount ? $"{guide} {wording["OfflineCut", GetWorkingLedger.LargestCount, ledger.Total]}" : guide,
            new WorkingLedgerMarker(part, ledger.Campaign.Id, ledger.UnitId, ledger.DownloadedAt).Text,
            [.. columns.Select(column => new OfflineColumn($"{column}", wording[column], column.Shape().Kind, Words(column, ledger, wording), column.Shape().MostCharacters))],
            [.. lines.Select(line => Row(line, columns, ledger, wording))],
            FrozenColumns: part == WorkingLedgerPart.Problems ? 2 : 1);
    }

    /// <summary>What only says how a problem was entered is left out where no entry may be changed, and so is what is nowhere filled in.</summary>
    private static bool IsOfUse(WorkingLedgerColumn column, List<WorkingLedgerLine> lines) => column switch
    {
        WorkingLedgerColumn.Source or WorkingLedgerColumn.Category or WorkingLedgerColumn.Symptom or WorkingLedgerColumn.Matter or WorkingLedgerColumn.FoundOn or WorkingLedgerColumn.Remark =>
            lines.Exists(line => line.Open.Contains(column)),
        WorkingLedgerColumn.Returned => lines.Exists(line => line.Values[column].Length > 0),
        _ => true,
    };

    private static OfflineRow Row(WorkingLedgerLine line, IReadOnlyList<WorkingLedgerColumn> columns, WorkingLedger ledger, Wording wording)
    {
        var cells = columns.Select(column => (Column: column, Text: Shown(column, line.Values[column], ledger, wording))).ToList();
        var downloaded = new WorkingLedgerBase(
            cells.Where(cell => line.Open.Contains(cell.Column)).ToDictionary(cell => cell.Column, cell => line.Values[cell.Column]),
            cells.Where(cell => !line.Open.Contains(cell.Column)).ToDictionary(cell => cell.Column, cell => cell.Text));
        return new OfflineRow(line.Key, line.Version, downloaded.Written(), [.. cells.Select(cell => new OfflineCell(cell.Text, line.Open.Contains(cell.Column)))]);
    }

    private static string Shown(WorkingLedgerColumn column, string value, WorkingLedger ledger, Wording wording) => WorkingLedgerCells.Meaning(column, value, ledger.Campaign) switch
    {
        Enum named => wording[named],
        bool yes => wording[yes ? "Yes" : "No"],
        string lines when column == WorkingLedgerColumn.Measures => WorkingLedgerLines.Numbered([.. lines.Split('\n').Select(line => new Measure(line))]),
        string text => text,
        _ => value,
    };

    private static IReadOnlyList<string> Words(WorkingLedgerColumn column, WorkingLedger ledger, Wording wording) => column switch
    {
        WorkingLedgerColumn.Category => [.. ledger.Campaign.Categories.Select(category => category.Name)],
        WorkingLedgerColumn.Symptom => [.. ledger.Campaign.Categories.SelectMany(category => category.Symptoms.Select(symptom => ProblemColumns.SymptomWords(category, symptom)))],
        _ when Choices.TryGetValue(column, out var choices) => [.. choices(wording)],
        _ => [],
    };
}

/// <summary>What a sheet says of itself where nobody looks.</summary>
internal sealed record WorkingLedgerMarker(WorkingLedgerPart Part, Guid CampaignId, Guid UnitId, DateTimeOffset DownloadedAt)
{
    public const string Start = "rectify-working-ledger ";

    private const string Format = "1";

    public string Text => $"{Start}{Format} {Part} {CampaignId:N} {UnitId:N} {DownloadedAt.ToUnixTimeSeconds()}";

    /// <summary>Null when it is of another format, or somebody has written into it.</summary>
    public static WorkingLedgerMarker? Parse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, Format, var part, var campaign, var unit, var at]
        && Enum.TryParse<WorkingLedgerPart>(part, out var named) && Enum.IsDefined(named)
        && Guid.TryParseExact(campaign, "N", out var campaignId) && Guid.TryParseExact(unit, "N", out var unitId)
        && uint.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            ? new WorkingLedgerMarker(named, campaignId, unitId, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}

/// <summary>What a row held when it was downloaded, so that a changed cell is told from an unchanged one without asking anybody.</summary>
/// <param name="Open">The cells that could be changed, in their plain form.</param>
/// <param name="Locked">The others, as they were written.</param>
internal sealed record WorkingLedgerBase(Dictionary<WorkingLedgerColumn, string> Open, Dictionary<WorkingLedgerColumn, string> Locked)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text such as <c>_x000D_</c> means a sign of its own in a cell, and LibreOffice saves it as that; JSON can say it without the underscore.</summary>
    public string Written() => JsonSerializer.Serialize(this, Json).Replace("_x", "\\u005fx", StringComparison.Ordinal);

    /// <summary>Null when the cell was damaged.</summary>
    public static WorkingLedgerBase? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkingLedgerBase>(text, Json) is { Open: not null, Locked: not null } read && read.Open.Values.Concat(read.Locked.Values).All(value => value is not null) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
