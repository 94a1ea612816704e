using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;
using Rectify.Core.Imports;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Imports;

/// <summary>Exported, changed at random where it may be, read back: exactly those changes, whoever wrote the file last.</summary>
public sealed class WorkingLedgerRoundTrips(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private const int Files = 8;

    private static readonly string[] Texts =
    [
        "终端当日修复", "=SUM(A1:A9)", "+86 联系维保", "-3 台报废", "@科长", "两行\n第二行", "  前后有空格  ", "<b>&amp;\"引号\"", "'单引号开头", "2026-03-01", "3-1", "1e5", "007", "TRUE", "100%", "a|b;c,d", "𠮷田窗口😀", "很长" + new string('长', 40),
    ];

    private readonly RunningCampaign _campaign = shared.Campaign;
    private int _seed = 1;

    /// <summary>A change at random: which of the open cells, and what is typed there.</summary>
    private static readonly Gen<(int Cell, int Value)[]> Edits = Gen.Choose(0, 9999).Zip(Gen.Choose(0, 9999)).Select(pair => (pair.Item1, pair.Item2)).ArrayOf(12);

    [Fact]
    public async Task Changes_made_in_the_file_come_back_as_exactly_those_changes()
    {
        var (file, open) = await SetUpAsync();

        foreach (var edits in Edits.Sample(12, Files))
        {
            var (written, expected) = ByClosedXml(file, Typed(open, edits));
            await ShouldTellAsync(written, expected);
        }
    }

    [Fact]
    public async Task Another_writer_that_drops_styles_names_and_validations_gives_the_same()
    {
        var (file, open) = await SetUpAsync();

        foreach (var edits in Edits.Sample(12, Files))
        {
            var (written, expected) = ByOpenXml(file, Typed(open, edits));
            await ShouldTellAsync(written, expected);
        }
    }

    [Fact]
    public async Task LibreOffice_opens_and_saves_it_and_nothing_is_lost_or_added()
    {
        var (file, open) = await SetUpAsync();
        var changed = Edits.Sample(12, Files).Select((edits, index) => index % 2 == 0 ? ByClosedXml(file, Typed(open, edits)) : ByOpenXml(file, Typed(open, edits))).Prepend((File: file, Expected: (IReadOnlyDictionary<string, string>)new Dictionary<string, string>())).ToList();

        var saved = await LibreOffice.ConvertAsync([.. changed.Select(one => one.File)], "xlsx", "xlsx");

        foreach (var (again, (_, expected)) in saved.Zip(changed))
        {
            await ShouldTellAsync(again, expected);
        }
    }

    [Fact]
    public async Task A_text_that_looks_like_an_escaped_sign_comes_back_as_typed()
    {
        var (file, open) = await SetUpAsync();
        List<(OpenCell Cell, string Text, DateOnly? Date)> typed = [(open.First(cell => cell.What == WorkingLedgerColumn.Goal), "_x000D_", null)];

        await ShouldTellAsync(ByClosedXml(file, typed).File, Expected(typed));
        await ShouldTellAsync(ByOpenXml(file, typed).File, Expected(typed));
    }

    /// <summary>LibreOffice saves such a text as the sign it names; what the row held can still be read.</summary>
    [Fact]
    public void What_a_row_held_is_written_without_anything_that_looks_like_an_escaped_sign()
    {
        var held = new WorkingLedgerBase(new() { [WorkingLedgerColumn.Goal] = "_x000D_" }, []);

        held.Written().ShouldNotContain("_x");
        WorkingLedgerBase.Parse(held.Written())!.Open.ShouldBe(held.Open);
    }

    [Fact]
    public async Task What_is_told_is_what_is_taken_and_a_fresh_file_holds_it()
    {
        var (file, open) = await SetUpAsync();
        foreach (var edits in Edits.Sample(12, 4))
        {
            var (written, _) = ByClosedXml(file, Typed(open, edits));
            var upload = await _campaign.UploadAsync(written);
            var changes = await _campaign.ChangesAsync(upload);
            var all = changes.Conflicts.Select(conflict => new WorkingLedgerChoice(conflict.Key, true)).ToList();
            (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, changes, all))).ShouldSucceed().ShouldBe(changes.Edits.Count + changes.Conflicts.Count);

            var after = await _campaign.ChangesAsync(upload);
            after.Edits.Concat(after.Conflicts).ShouldBeEmpty();
            after.AlreadySo.Select(edit => edit.Key).ShouldBe(changes.Edits.Concat(changes.Conflicts).Concat(changes.AlreadySo).Select(edit => edit.Key), ignoreOrder: true);
            (await _campaign.ChangesAsync(await _campaign.UploadAsync(await WorkingLedgerCopy.BytesAsync(_campaign)))).MayBeTaken.ShouldBeFalse();
        }
    }

    /// <summary>A ledger with something open of every kind, and its open cells.</summary>
    private async Task<(byte[] File, IReadOnlyList<OpenCell> Open)> SetUpAsync()
    {
        await _campaign.DraftAsync();
        var planned = await _campaign.AssignedAsync();
        await _campaign.Move(_campaign.Handler, planned, version => new PreparePlan(planned, version, RunningCampaign.Plan() with { Goal = "=1+1", ResponsibleLeader = "" }));
        await _campaign.RectifyingAsync();
        await _campaign.AppliedAsync();
        var noticed = await _campaign.IssuedAsync(await _campaign.RectifyingAsync());
        await _campaign.As(_campaign.Handler).Do(NoticeSteps.Reply(noticed, await _campaign.NoticeVersionAsync(noticed)));
        var file = await WorkingLedgerCopy.BytesAsync(_campaign);
        using var copy = WorkingLedgerCopy.Open(file);

        // No rule stands in the way of any of these; the close-out, which has its own, is tested by itself.
        var open = copy.OpenCells().Where(cell => cell.Column is not (WorkingLedgerColumn.Result or WorkingLedgerColumn.Category or WorkingLedgerColumn.Symptom)).Select(cell =>
        {
            var (id, index) = (Guid.ParseExact(cell.Row[..32], "N"), cell.Row.Length > 32 ? int.Parse(cell.Row[33..], System.Globalization.CultureInfo.InvariantCulture) : 0);
            var at = copy.Cell(cell.Part, id, cell.Column, index);
            return new OpenCell(cell.Part, at.Address.RowNumber, at.Address.ColumnNumber, $"{cell.Row}-{cell.Column}", cell.Column, at.DataType == XLDataType.DateTime ? $"{at.GetDateTime():yyyy-MM-dd}" : at.GetString());
        }).ToList();
        open.Select(cell => cell.Part).Distinct().Count().ShouldBe(3);
        return (file, open);
    }

    private static (byte[] File, IReadOnlyDictionary<string, string> Expected) ByClosedXml(byte[] file, List<(OpenCell Cell, string Text, DateOnly? Date)> typed)
    {
        using var copy = WorkingLedgerCopy.Open(file);
        foreach (var (cell, text, date) in typed)
        {
            var at = copy.Sheet(cell.Part).Cell(cell.Row, cell.Column);
            if (date is { } day)
            {
                at.SetValue(day.ToDateTime(TimeOnly.MinValue));
            }
            else
            {
                at.SetValue(text);
                at.DataType = XLDataType.Text;
            }
        }

        return (copy.Bytes(), Expected(typed));
    }

    /// <summary>Writes every cell anew as plain numbers and inline texts; styles, widths, locks, names and rules are gone.</summary>
    private static (byte[] File, IReadOnlyDictionary<string, string> Expected) ByOpenXml(byte[] file, List<(OpenCell Cell, string Text, DateOnly? Date)> typed)
    {
        using var copy = WorkingLedgerCopy.Open(file);
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            foreach (var (index, sheet) in copy.Book.Worksheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheet.RowsUsed().Select(row => new Row(row.Cells(1, sheet.LastColumnUsed().ColumnNumber()).Select(cell => Cell(cell.Address, Content(sheet, cell)))) { RowIndex = (uint)row.RowNumber() })));
                workbook.Workbook.Sheets!.AppendChild(new Sheet { Name = $"Sheet{index}", SheetId = (uint)index + 1, Id = workbook.GetIdOfPart(part) });
            }
        }

        return (stream.ToArray(), Expected(typed));

        object Content(IXLWorksheet sheet, IXLCell cell) =>
            typed.Where(one => copy.Has(one.Cell.Part) && copy.Sheet(one.Cell.Part) == sheet && one.Cell.Row == cell.Address.RowNumber && one.Cell.Column == cell.Address.ColumnNumber).Select(one => (object?)one.Date ?? one.Text).LastOrDefault()
            ?? (cell.DataType == XLDataType.DateTime ? DateOnly.FromDateTime(cell.GetDateTime()) : cell.GetString());
    }

    private static Cell Cell(IXLAddress address, object content) => content is DateOnly date
        ? new Cell { CellReference = address.ToString(), CellValue = new CellValue(date.ToDateTime(TimeOnly.MinValue).ToOADate()), DataType = CellValues.Number }
        : new Cell { CellReference = address.ToString(), DataType = CellValues.InlineString, InlineString = new InlineString(new Text($"{content}".Replace("_x", "_x005F_x", StringComparison.Ordinal)) { Space = SpaceProcessingModeValues.Preserve }) };

    /// <summary>What is typed where; a cell typed into twice holds the last.</summary>
    private List<(OpenCell Cell, string Text, DateOnly? Date)> Typed(IReadOnlyList<OpenCell> open, (int Cell, int Value)[] edits) =>
        [.. edits.Select(edit => (Cell: open[edit.Cell % open.Count], edit.Value)).GroupBy(edit => edit.Cell).Select(cell => cell.Last()).Select(edit => Value(edit.Cell, edit.Value))];

    private (OpenCell Cell, string Text, DateOnly? Date) Value(OpenCell cell, int value) => cell.What switch
    {
        WorkingLedgerColumn.Source => (cell, SampleWordOf(Reports.Workbooks.SampleWords.Chinese.Sources.Values, value), null),
        WorkingLedgerColumn.Severity => (cell, SampleWordOf(Reports.Workbooks.SampleWords.English.Severities.Values, value), null),
        WorkingLedgerColumn.Kind => (cell, SampleWordOf(Reports.Workbooks.SampleWords.Chinese.Kinds.Values, value), null),
        WorkingLedgerColumn.ClaimsCorrected => (cell, value % 2 == 0 ? "是" : "否", null),
        WorkingLedgerColumn.PlanDueDate => (cell, "", _campaign.Today.AddDays(value % 30)),

        // Found today, so that it can be done neither earlier nor later.
        WorkingLedgerColumn.DoneOn => (cell, "", _campaign.Today),
        WorkingLedgerColumn.FoundOn => (cell, "", _campaign.Today.AddDays(-(value % 30))),
        WorkingLedgerColumn.Measures => (cell, $"1. {Texts[value % 5]} {_seed++}\n2. 每日检查", null),
        WorkingLedgerColumn.ResponsibleLeader or WorkingLedgerColumn.ResponsiblePerson or WorkingLedgerColumn.Implementer => (cell, Texts[value % 5], null),
        _ => (cell, Texts[value % Texts.Length], null),
    };

    private static string SampleWordOf(IEnumerable<string> words, int value) => words.ElementAt(value % words.Count());

    private static Dictionary<string, string> Expected(IEnumerable<(OpenCell Cell, string Text, DateOnly? Date)> typed) =>
        typed.Select(edit => (edit.Cell, Now: edit.Date is { } date ? $"{date:yyyy-MM-dd}" : edit.Text.Trim())).Where(edit => edit.Now != edit.Cell.Before && !SameChoice(edit.Cell, edit.Now)).ToDictionary(edit => edit.Cell.Key, edit => edit.Now);

    /// <summary>The same choice in the other language, is no change.</summary>
    private static bool SameChoice(OpenCell cell, string now) => cell.What switch
    {
        WorkingLedgerColumn.Severity => Reports.Workbooks.SampleWords.English.Severities.Values.ToList().IndexOf(now) == Reports.Workbooks.SampleWords.Chinese.Severities.Values.ToList().IndexOf(cell.Before),
        WorkingLedgerColumn.ClaimsCorrected => (now == "是") == (cell.Before == "Yes"),
        _ => false,
    };

    private async Task ShouldTellAsync(byte[] file, IReadOnlyDictionary<string, string> expected)
    {
        var changes = await _campaign.ChangesAsync(await _campaign.UploadAsync(file));

        changes.Errors.Select(error => $"{error.Place.Address} {error.Error.Code}").ShouldBeEmpty();
        changes.NotTaken.Select(refusal => $"{refusal.Place.Address} {refusal.Reason} {refusal.Rule?.Rule} {refusal.Mine}").ShouldBeEmpty();
        changes.Conflicts.ShouldBeEmpty();
        changes.Edits.Select(edit => edit.Key).ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var edit in changes.Edits)
        {
            Shown(edit.Mine).ShouldBe(Shown(edit, expected[edit.Key]), edit.Key);
        }
    }

    private static string Shown(object? value) => value switch
    {
        DateOnly date => $"{date:yyyy-MM-dd}",
        ProblemSource source => Reports.Workbooks.SampleWords.Chinese.Sources[source],
        Severity severity => Reports.Workbooks.SampleWords.English.Severities[severity],
        ProblemKind kind => Reports.Workbooks.SampleWords.Chinese.Kinds[kind],
        bool yes => yes ? "是" : "否",
        _ => $"{value}",
    };

    private static string Shown(WorkingLedgerEdit edit, string typed) => edit.Place.Column == WorkingLedgerColumn.Measures ? typed.Replace("1. ", "").Replace("2. ", "") : typed;

    private sealed record OpenCell(WorkingLedgerPart Part, int Row, int Column, string Key, WorkingLedgerColumn What, string Before);
}
