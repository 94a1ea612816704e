using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Rectify.Core.Reports.Letters.LetterRuns;

namespace Rectify.Core.Reports.Letters;

using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

/// <summary>Tables within the type area; a row may run on to the next page.</summary>
internal static class LetterTables
{
    private const int Padding = 85;

    /// <summary>A row of so many signs a cell stays on one page; a longer one runs on.</summary>
    private const int KeptWhole = 200;

    public static Table Of(LetterTable table)
    {
        var widths = table.Columns.Select(LetterPage.Twips).ToList();
        widths.Add(LetterPage.Width - widths.Sum());
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = Number(LetterPage.Width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = Number(Padding / 2), Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = Padding, Type = TableWidthValues.Dxa }, new BottomMargin { Width = Number(Padding / 2), Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = Padding, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        made.Append(table.Rows.Select((row, index) => Row(row, widths, index < table.HeadRows)));
        return made;
    }

    private static TableRow Row(LetterRow row, IReadOnlyList<int> widths, bool repeats)
    {
        var properties = new TableRowProperties(new TableRowHeight { Val = (uint)LetterPage.Twips(row.Height), HeightType = HeightRuleValues.AtLeast });
        if (row.Cells.All(cell => cell.Text.Length <= KeptWhole))
        {
            properties.PrependChild(new CantSplit());
        }

        if (repeats)
        {
            properties.Append(new TableHeader());
        }

        var made = new TableRow(properties);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            made.Append(Cell(cell, widths.Skip(column).Take(cell.Span).Sum()));
            column += cell.Span;
        }

        return made;
    }

    private static TableCell Cell(LetterCell cell, int width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (cell.Span > 1)
        {
            properties.Append(new GridSpan { Val = cell.Span });
        }

        properties.Append(new TableCellVerticalAlignment { Val = cell.Closing.Length > 0 ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center });
        var made = new TableCell(properties);
        if (cell.Picture is { } picture)
        {
            made.Append(LetterPictures.Paragraph(picture));
            made.Append(cell.Text.Split('\n').Select(LetterPictures.Caption));
            return made;
        }

        foreach (var line in cell.Text.Split('\n'))
        {
            made.Append(Paragraph(LetterStyles.Cell, new Justification { Val = cell.IsHead ? JustificationValues.Center : JustificationValues.Left }, Run(line, cell.IsHead ? LetterFonts.Heading : null)));
        }

        if (cell.Closing.Length > 0)
        {
            made.Append(Paragraph(LetterStyles.Cell, new Justification { Val = JustificationValues.Right }, Run(cell.Closing)));
        }

        return made;
    }

    private static TableBorders Borders()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }
}
