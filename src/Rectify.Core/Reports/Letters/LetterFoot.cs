using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Rectify.Core.Reports.Letters.LetterRuns;

namespace Rectify.Core.Reports.Letters;

using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

/// <summary>版记: 抄送, 印发机关 and 印发日期 between lines of 0.35 mm, with 0.25 mm ones inside; the last line is the type area's lower edge. A 信函 has only 抄送, and no lines.</summary>
internal static class LetterFoot
{
    /// <summary>In eighths of a point.</summary>
    private const uint Thick = 8;
    private const uint Thin = 6;

    /// <summary>A character of 四号, left free at both sides.</summary>
    private const int In = LetterStyles.Fourth * 10;

    public static IEnumerable<OpenXmlElement> Of(Letter letter)
    {
        var rows = new List<Paragraph>();
        if (letter.CopiesTo.Count > 0)
        {
            const int word = 3 * In;
            rows.Add(Paragraph(LetterStyles.Foot, Indent(In + word, In, hanging: word), Run($"抄送：{string.Join('，', letter.CopiesTo)}。")));
        }

        if (letter.Format == LetterFormat.Letterhead)
        {
            return rows.Count == 0 ? [] : [Table(rows, hasLines: false), Paragraph(LetterStyles.Line, Exact(20))];
        }

        rows.Add(Paragraph(
            LetterStyles.Foot, Indent(In, In), new Tabs(new TabStop { Val = TabStopValues.Right, Position = LetterPage.Width - In }),
            Run(letter.Issuer), Tab(), Run(LetterWords.DayOrRoom(letter.Date) + "印发")));
        return [Table(rows, hasLines: true), Paragraph(LetterStyles.Line, Exact(20))];
    }

    /// <summary>Placed from the paper's edge sideways: LibreOffice lets a table of full width float only so.</summary>
    private static Table Table(List<Paragraph> rows, bool hasLines)
    {
        static T Line<T>(uint size) where T : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Space = 0, Color = "000000" };
        var table = new Table(
            new TableProperties(
                new TablePositionProperties { VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Page, TablePositionX = LetterPage.Left, TablePositionYAlignment = VerticalAlignmentValues.Bottom },
                new TableOverlap { Val = TableOverlapValues.Never },
                new TableWidth { Width = Number(LetterPage.Width), Type = TableWidthUnitValues.Dxa },
                hasLines ? new TableBorders(Line<TopBorder>(Thick), Line<BottomBorder>(Thick), Line<InsideHorizontalBorder>(Thin)) : new TableBorders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Number(LetterPage.Width) }));
        table.Append(rows.Select(row => new TableRow(
            new TableRowProperties(new CantSplit()),
            new TableCell(new TableCellProperties(new TableCellWidth { Width = Number(LetterPage.Width), Type = TableWidthUnitValues.Dxa }), row))));
        return table;
    }
}
