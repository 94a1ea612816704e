using ClosedXML.Excel;
using Rectify.Core.Imports;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports;

/// <summary>A downloaded working ledger on somebody's desk.</summary>
internal sealed class WorkingLedgerCopy : IDisposable
{
    private const int KeyRow = 4;
    private const string Marker = "rectify-working-ledger";

    private WorkingLedgerCopy(XLWorkbook book) => Book = book;

    /// <summary>Chinese words for the choices; keys for everything else.</summary>
    public static Wording Wording { get; } = new(Books.Wording.Find, value => value switch
    {
        ProblemSource source => SampleWords.Chinese.Sources[source],
        Severity severity => SampleWords.Chinese.Severities[severity],
        ProblemKind kind => SampleWords.Chinese.Kinds[kind],
        _ => value.ToString(),
    });

    public XLWorkbook Book { get; }

    public static async Task<byte[]> BytesAsync(RunningCampaign campaign, Person? by = null)
    {
        var ledger = await campaign.As(by ?? campaign.Handler).Do(new GetWorkingLedger(campaign.Id));
        using var file = new MemoryStream();
        WorkingLedgerWorkbook.Write(ledger, Wording, file);
        return file.ToArray();
    }

    public static async Task<WorkingLedgerCopy> DownloadAsync(RunningCampaign campaign, Person? by = null) => Open(await BytesAsync(campaign, by));

    public static WorkingLedgerCopy Open(byte[] file) => new(new XLWorkbook(new MemoryStream(file)));

    public IXLWorksheet Sheet(WorkingLedgerPart part) => Book.Worksheets.Single(sheet => sheet.Name == $"{part}");

    public bool Has(WorkingLedgerPart part) => Book.Worksheets.Any(sheet => sheet.Name == $"{part}");

    public int Column(WorkingLedgerPart part, string key) => Sheet(part).Row(KeyRow).CellsUsed().Single(cell => cell.GetString().Split(' ')[0] == key).Address.ColumnNumber;

    public int IdColumn(WorkingLedgerPart part) => Column(part, Marker);

    public int RowOf(WorkingLedgerPart part, Guid id, int index = 0)
    {
        var key = part == WorkingLedgerPart.Measures ? $"{id:N}-{index}" : $"{id:N}";
        return Sheet(part).Column(IdColumn(part)).CellsUsed().Single(cell => cell.GetString() == key).Address.RowNumber;
    }

    public IXLCell Cell(WorkingLedgerPart part, Guid id, WorkingLedgerColumn column, int index = 0) =>
        Sheet(part).Cell(RowOf(part, id, index), Sheet(part).Row(KeyRow).CellsUsed().Single(cell => cell.GetString() == $"{column}").Address.ColumnNumber);

    /// <summary>Types into a cell of a problem's row.</summary>
    public WorkingLedgerCopy Type(Guid id, WorkingLedgerColumn column, object value) => Type(WorkingLedgerPart.Problems, id, column, value);

    public WorkingLedgerCopy Type(WorkingLedgerPart part, Guid id, WorkingLedgerColumn column, object value, int index = 0)
    {
        var cell = Cell(part, id, column, index);
        switch (value)
        {
            case DateOnly date:
                cell.SetValue(date.ToDateTime(TimeOnly.MinValue));
                break;
            default:
                cell.SetValue((string)value);
                break;
        }

        return this;
    }

    /// <summary>The file as it stands. The library goes on reading from what it saved to, so that stays open.</summary>
    public byte[] Bytes()
    {
        var file = new MemoryStream();
        Book.SaveAs(file);
        return file.ToArray();
    }

    /// <summary>The keys of the cells that may be filled in, as the file itself has them.</summary>
    public IEnumerable<(WorkingLedgerPart Part, string Row, WorkingLedgerColumn Column)> OpenCells() =>
        from part in Enum.GetValues<WorkingLedgerPart>()
        where Has(part)
        let sheet = Sheet(part)
        let columns = sheet.Row(KeyRow).CellsUsed().Where(cell => Enum.TryParse<WorkingLedgerColumn>(cell.GetString(), out _)).ToList()
        from id in sheet.Column(IdColumn(part)).CellsUsed().Where(cell => cell.Address.RowNumber > KeyRow)
        from column in columns
        where !sheet.Cell(id.Address.RowNumber, column.Address.ColumnNumber).Style.Protection.Locked
        select (part, id.GetString(), Enum.Parse<WorkingLedgerColumn>(column.GetString()));

    public void Dispose() => Book.Dispose();
}

internal static class WorkingLedgerSteps
{
    public static async Task<string> UploadAsync(this RunningCampaign campaign, byte[] file, Person? by = null) =>
        await campaign.As(by ?? campaign.Handler).Do(new ReceiveWorkingLedger(campaign.Id, new MemoryStream(file)));

    public static Task<string> UploadAsync(this RunningCampaign campaign, WorkingLedgerCopy copy, Person? by = null) => campaign.UploadAsync(copy.Bytes(), by);

    public static Task<WorkingLedgerChanges> ChangesAsync(this RunningCampaign campaign, string upload, Person? by = null) =>
        campaign.As(by ?? campaign.Handler).Do(new GetWorkingLedgerChanges(campaign.Id, upload, SampleWords.Both));

    public static async Task<WorkingLedgerChanges> ChangesAsync(this RunningCampaign campaign, WorkingLedgerCopy copy) => await campaign.ChangesAsync(await campaign.UploadAsync(copy));

    public static TakeWorkingLedger Take(this RunningCampaign campaign, string upload, WorkingLedgerChanges changes, params IReadOnlyList<WorkingLedgerChoice> choices) =>
        new(campaign.Id, upload, SampleWords.Both, changes.Fingerprint, choices);

    /// <summary>Sends the file in and confirms all that it changes.</summary>
    public static async Task<Result<int>> TakeAsync(this RunningCampaign campaign, WorkingLedgerCopy copy)
    {
        var upload = await campaign.UploadAsync(copy);
        return await campaign.As(campaign.Handler).Send(campaign.Take(upload, await campaign.ChangesAsync(upload)));
    }

    public static IEnumerable<(WorkingLedgerColumn Column, object? Mine)> Told(this IEnumerable<WorkingLedgerEdit> edits) => edits.Select(edit => (edit.Place.Column!.Value, edit.Mine));
}
