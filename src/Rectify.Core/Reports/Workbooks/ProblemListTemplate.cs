using System.Globalization;
using ClosedXML.Excel;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Writes the import template: title, unit and date, headings, an example row, and rows to fill with lists to choose from.</summary>
internal sealed class ProblemListTemplate(ProblemWords words, Campaign campaign, Unit unit, IReadOnlyList<string> otherUnits, DateOnly today)
{
    private const int HeadingRow = 3;
    private const int ExampleRow = 4;
    private const int FirstRow = 5;

    /// <summary>Rows that show lines and the unit's name; the lists to choose from reach further.</summary>
    private const int RowsToFill = 50;
    private const int LastListRow = 1000;

    private const string ListSheet = "Lists";

    private static readonly Dictionary<ProblemColumn, double> Widths = new()
    {
        [ProblemColumn.Ordinal] = 6, [ProblemColumn.FoundOn] = 12, [ProblemColumn.Source] = 13, [ProblemColumn.Unit] = 18, [ProblemColumn.Level] = 8, [ProblemColumn.Place] = 14,
        [ProblemColumn.Category] = 17, [ProblemColumn.Symptom] = 24, [ProblemColumn.Description] = 38, [ProblemColumn.Matter] = 14, [ProblemColumn.Severity] = 10, [ProblemColumn.Kind] = 11,
        [ProblemColumn.Goal] = 22, [ProblemColumn.Measures] = 38, [ProblemColumn.DueDate] = 12, [ProblemColumn.ResponsibleLeader] = 12, [ProblemColumn.ResponsiblePerson] = 12,
        [ProblemColumn.AssistingUnits] = 18, [ProblemColumn.Remark] = 16,
    };

    public byte[] Build()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(words.SheetName);
        sheet.Style.Font.FontName = "宋体";
        sheet.Style.Font.FontSize = 10;
        WriteTop(sheet);
        WriteHeadings(sheet);
        WriteExample(sheet);
        WriteRows(sheet);
        OfferLists(sheet, book.AddWorksheet(ListSheet));
        SetUpPrint(sheet);
        using var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }

    private static int At(ProblemColumn column) => (int)column + 1;

    private static int LastColumn => ProblemColumns.All.Count;

    private void WriteTop(IXLWorksheet sheet)
    {
        var title = sheet.Range(1, 1, 1, LastColumn).Merge();
        title.FirstCell().SetValue(string.Format(CultureInfo.InvariantCulture, words.Title, campaign.Details.Title));
        title.Style.Font.SetBold().Font.SetFontSize(16).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        sheet.Row(1).Height = 32;
        sheet.Range(2, 1, 2, 9).Merge().FirstCell().SetValue(string.Format(CultureInfo.InvariantCulture, words.FilledInBy, unit.Name));
        var date = sheet.Range(2, 10, 2, LastColumn).Merge();
        date.FirstCell().SetValue(string.Format(CultureInfo.InvariantCulture, words.FilledInOn, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        date.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Row(2).Height = 20;
    }

    private void WriteHeadings(IXLWorksheet sheet)
    {
        foreach (var column in ProblemColumns.All)
        {
            var required = ProblemColumns.Required.Contains(column);
            sheet.Column(At(column)).Width = Widths[column];
            sheet.Cell(HeadingRow, At(column)).SetValue(words.Headings[column] + (required ? "*" : ""));
            sheet.Cell(HeadingRow, At(column)).Style.Fill.SetBackgroundColor(required ? XLColor.FromArgb(220, 230, 241) : XLColor.FromArgb(237, 237, 237));
        }

        var row = sheet.Range(HeadingRow, 1, HeadingRow, LastColumn);
        row.Style.Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();
        sheet.Row(HeadingRow).Height = 34;
        sheet.SheetView.Freeze(HeadingRow, 1);
    }

    private void WriteExample(IXLWorksheet sheet)
    {
        var category = campaign.Categories[0];
        var example = new Dictionary<ProblemColumn, string>(words.Examples)
        {
            [ProblemColumn.Ordinal] = words.Example,
            [ProblemColumn.Source] = words.Sources.Values.First(),
            [ProblemColumn.Unit] = unit.Name,
            [ProblemColumn.Level] = words.Levels[unit.Level],
            [ProblemColumn.Category] = category.Name,
            [ProblemColumn.Symptom] = category.Symptoms is [var symptom, ..] ? ProblemColumns.SymptomWords(category, symptom) : "",
            [ProblemColumn.Severity] = words.Severities.Values.First(),
            [ProblemColumn.Kind] = words.Kinds.Values.First(),
        };
        foreach (var (column, text) in example)
        {
            sheet.Cell(ExampleRow, At(column)).SetValue(text);
        }

        sheet.Cell(ExampleRow, At(ProblemColumn.FoundOn)).SetValue(today.ToDateTime(TimeOnly.MinValue));
        sheet.Cell(ExampleRow, At(ProblemColumn.DueDate)).SetValue(today.AddDays(30).ToDateTime(TimeOnly.MinValue));
        sheet.Range(ExampleRow, 1, ExampleRow, LastColumn).Style.Font.SetItalic().Font.SetFontColor(XLColor.FromArgb(89, 89, 89));
    }

    private void WriteRows(IXLWorksheet sheet)
    {
        for (var row = FirstRow; row < FirstRow + RowsToFill; row++)
        {
            sheet.Cell(row, At(ProblemColumn.Ordinal)).SetValue(row - FirstRow + 1);
            sheet.Cell(row, At(ProblemColumn.Unit)).SetValue(unit.Name);
        }

        foreach (var column in ProblemColumns.All.Where(column => column != ProblemColumn.Ordinal))
        {
            // As text, so that window 3-1 is not turned into the first of March.
            sheet.Range(ExampleRow, At(column), LastListRow, At(column)).Style.NumberFormat.SetFormat(column is ProblemColumn.FoundOn or ProblemColumn.DueDate ? "yyyy-mm-dd" : "@");
        }

        var lines = sheet.Range(HeadingRow, 1, FirstRow + RowsToFill - 1, LastColumn).Style;
        lines.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        var body = sheet.Range(ExampleRow, 1, LastListRow, LastColumn).Style;
        body.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
    }

    private void OfferLists(IXLWorksheet sheet, IXLWorksheet lists)
    {
        var offered = new (ProblemColumn Column, IEnumerable<string> Words, bool Only)[]
        {
            (ProblemColumn.Source, words.Sources.Values, true),
            (ProblemColumn.Unit, [unit.Name], true),
            (ProblemColumn.Level, [words.Levels[unit.Level]], true),
            (ProblemColumn.Category, campaign.Categories.Select(category => category.Name), true),
            (ProblemColumn.Symptom, campaign.Categories.SelectMany(category => category.Symptoms.Select(symptom => ProblemColumns.SymptomWords(category, symptom))), true),
            (ProblemColumn.Severity, words.Severities.Values, true),
            (ProblemColumn.Kind, words.Kinds.Values, true),
            (ProblemColumn.AssistingUnits, otherUnits, false),
        };
        foreach (var (index, (column, values, only)) in offered.Index())
        {
            var choices = values.ToList();
            lists.Cell(1, index + 1).SetValue(words.Headings[column]);
            foreach (var (row, value) in choices.Index())
            {
                lists.Cell(row + 2, index + 1).SetValue(value);
            }

            if (choices.Count > 0)
            {
                var validation = Body(sheet, column).SetDataValidation();
                validation.List(lists.Range(2, index + 1, choices.Count + 1, index + 1));
                (validation.ShowErrorMessage, validation.ErrorMessage) = (only, words.NotInList);
            }
        }

        foreach (var (column, hint) in words.Hints)
        {
            var validation = Body(sheet, column).SetDataValidation();
            (validation.ShowInputMessage, validation.InputTitle, validation.InputMessage) = (true, words.Headings[column], hint);
        }

        lists.Visibility = XLWorksheetVisibility.Hidden;
    }

    private static IXLRange Body(IXLWorksheet sheet, ProblemColumn column) => sheet.Range(FirstRow, At(column), LastListRow, At(column));

    private static void SetUpPrint(IXLWorksheet sheet)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A3Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.SetRowsToRepeatAtTop(1, HeadingRow);
        page.PrintAreas.Add(1, 1, FirstRow + RowsToFill - 1, LastColumn);
        page.CenterHorizontally = true;
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.5).SetBottom(0.6);
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Center.AddText(" / ");
        page.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
