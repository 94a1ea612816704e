using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>What stands below the table, and the page it is printed on.</summary>
internal sealed partial class Sheet
{
    /// <summary>What fits a page beside the table's head.</summary>
    private const int MostNoteLines = 20;

    /// <summary>Text below the table over its whole width, in as many rows as it needs; merged cells do not grow by themselves.</summary>
    public void Note(string text, double lineHeight = 15)
    {
        var width = Enumerable.Range(1, _columns).Sum(Width);
        foreach (var piece in CellText.Pieces(text, width, MostNoteLines))
        {
            var line = Merged(Row, 1, _columns);
            Put(_sheet.Cell(Row, 1), piece);
            line.Style.Alignment.WrapText = true;
            _sheet.Row(Row).Height = lineHeight * CellText.Lines(piece, width);
            Row++;
        }
    }

    /// <summary>A row of the table that is one cell over its whole width.</summary>
    public void Whole(string text, bool isHeading = false)
    {
        var line = Merged(Row, 1, _columns);
        Put(_sheet.Cell(Row, 1), text);
        line.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        line.Style.Alignment.WrapText = true;
        _wholeRows.Add(Row);
        if (isHeading)
        {
            line.Style.Font.Bold = true;
            line.Style.Fill.BackgroundColor = HeadGround;
        }

        Row++;
    }

    /// <summary>Shrinks what was written until it stands on one page.</summary>
    public void FitOnePage() => _sheet.PageSetup.PagesTall = 1;

    /// <summary>Who signs, spread over the width, each with room to write.</summary>
    public void Signatures(IReadOnlyList<string> names)
    {
        if (_columns < names.Count * 2)
        {
            Note(string.Join("            ", names), lineHeight: 28);
            return;
        }

        var (total, from) = (Enumerable.Range(1, _columns).Sum(Width), 1);
        for (var index = 0; index < names.Count; index++)
        {
            var to = from;
            while (to < _columns - (names.Count - 1 - index) && Enumerable.Range(1, to).Sum(Width) < total * (index + 1) / names.Count)
            {
                to++;
            }

            Merged(Row, from, index == names.Count - 1 ? _columns : to);
            Put(_sheet.Cell(Row, from), names[index]);
            from = to + 1;
        }

        _sheet.Row(Row).Height = 28;
        Row++;
    }

    /// <summary>All that was written on pages as wide as the table, with its head and the page's number on each.</summary>
    public void Print(string pageOf)
    {
        _paper.SetUp(_sheet.PageSetup, Row - 1, _columns, pageOf);
        _sheet.PageSetup.SetRowsToRepeatAtTop(CaptionRow + 1, _firstBodyRow - 1);
    }
}
