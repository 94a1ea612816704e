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

    /// <summary>Millimetres of the line a signature stands on.</summary>
    private const double ClosingHeight = 8;

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
        made.Append(table.Rows.SelectMany((row, index) => Rows(row, widths, index < table.HeadRows, table)));
        return made;
    }

    /// <summary>A row; one with a closing is two, for only a row of its own stands at the foot of the cell. Under a text that may run on, the closing just follows.</summary>
    private static IEnumerable<TableRow> Rows(LetterRow row, IReadOnlyList<int> widths, bool repeats, LetterTable table)
    {
        if (row.Cells.All(cell => cell.Closing.Length == 0) || row.Cells.Any(cell => cell.Text.Length > KeptWhole))
        {
            return [Row(row.Height, row, widths, repeats, (cell, width, column) => Cell(cell, width, [.. Text(cell, table.TextColumns?.Contains(column) == false, table.IsDense), .. Closing(cell)], TableVerticalAlignmentValues.Center))];
        }

        return
        [
            Row(row.Height - ClosingHeight, row, widths, false, (cell, width, _) => cell.Closing.Length > 0
                ? Cell(cell, width, Text(cell).Select(Keep), TableVerticalAlignmentValues.Top, new TableCellBorders(new BottomBorder { Val = BorderValues.Nil }), NoBottom())
                : Cell(cell, width, Text(cell).Select(Keep), TableVerticalAlignmentValues.Center, new VerticalMerge { Val = MergedCellValues.Restart }, NoBottom())),
            Row(ClosingHeight, row, widths, false, (cell, width, _) => cell.Closing.Length > 0
                ? Cell(cell, width, Closing(cell), TableVerticalAlignmentValues.Bottom, new TableCellBorders(new TopBorder { Val = BorderValues.Nil }), NoTop())
                : Cell(cell, width, [Paragraph(LetterStyles.Cell)], TableVerticalAlignmentValues.Center, new VerticalMerge(), NoTop())),
        ];
    }

    private static TableRow Row(double height, LetterRow row, IReadOnlyList<int> widths, bool repeats, Func<LetterCell, int, int, TableCell> cell)
    {
        var properties = new TableRowProperties(new TableRowHeight { Val = (uint)LetterPage.Twips(height), HeightType = HeightRuleValues.AtLeast });
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
        foreach (var one in row.Cells)
        {
            made.Append(cell(one, widths.Skip(column).Take(one.Span).Sum(), column));
            column += one.Span;
        }

        return made;
    }

    private static TableCell Cell(LetterCell cell, int width, IEnumerable<Paragraph> content, TableVerticalAlignmentValues vertical, params ReadOnlySpan<OpenXmlElement> shape)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (cell.Span > 1)
        {
            properties.Append(new GridSpan { Val = cell.Span });
        }

        foreach (var element in shape)
        {
            properties.Append(element);
        }

        properties.Append(new TableCellVerticalAlignment { Val = vertical });
        var made = new TableCell(properties);
        made.Append(content);
        return made;
    }

    private static IEnumerable<Paragraph> Text(LetterCell cell, bool isCentred = false, bool isDense = false) => cell.Picture is { } picture
        ? [LetterPictures.Paragraph(picture), .. cell.Text.Split('\n').Select(LetterPictures.Caption)]
        : cell.Text.Split('\n').Select(line => Paragraph(
            isDense ? LetterStyles.DenseCell : LetterStyles.Cell, new Justification { Val = cell.IsHead || isCentred ? JustificationValues.Center : JustificationValues.Left }, Run(line, cell.IsHead ? LetterFonts.Heading : null)));

    private static IEnumerable<Paragraph> Closing(LetterCell cell) =>
        cell.Closing.Length > 0 ? [Paragraph(LetterStyles.Cell, new Justification { Val = JustificationValues.Right }, Run(cell.Closing))] : [];

    private static Paragraph Keep(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    private static TableCellMargin NoTop() => new(new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa });

    private static TableCellMargin NoBottom() => new(new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa });

    private static TableBorders Borders()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }
}
