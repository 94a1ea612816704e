using System.Text;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// The cells of a .csv, into a sheet. Our own, since readers of libraries take the quotation mark that says "as above" for the beginning of a quoted text
/// and run on to the next one, wherever that stands.
/// </summary>
internal sealed class CsvCells(string text, WorkbookSheet sheet)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly StringBuilder _cell = new();
    private readonly char _separator = SeparatorOf(text);
    private int _row = 1;
    private int _column = 1;
    private int _filledRows;
    private bool _rowFilled;

    public void Parse()
    {
        var at = HintLength(text);
        var quoted = false;
        while (at < text.Length)
        {
            var c = text[at++];
            if (quoted)
            {
                if (c != '"')
                {
                    Add(c);
                }
                else if (at < text.Length && text[at] == '"')
                {
                    Add('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && _cell.Length == 0 && HasEnd(at))
            {
                quoted = true;
            }
            else if (c == _separator)
            {
                EndCell();
            }
            else if (c is '\r' or '\n')
            {
                at += c == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
                EndRow();
            }
            else
            {
                Add(c);
            }
        }

        EndCell();
    }

    /// <summary>A single quotation mark in a cell says "as above"; it opens no text.</summary>
    private bool HasEnd(int at) => at < text.Length && text[at] != _separator && text[at] is not '\r' and not '\n';

    private void Add(char c)
    {
        if (_cell.Length >= CellText.LongestText)
        {
            throw new WorkbookRefused(WorkbookFlaw.Damaged);
        }

        _cell.Append(c);
    }

    private void EndCell()
    {
        var value = _cell.ToString();
        _cell.Clear();
        if (!string.IsNullOrWhiteSpace(value))
        {
            if (_column > WorkbookScan.MostColumns)
            {
                throw new WorkbookRefused(WorkbookFlaw.TooManyColumns);
            }

            _filledRows += _rowFilled ? 0 : 1;
            _rowFilled = true;
            if (_filledRows > WorkbookScan.MostRows)
            {
                throw new WorkbookRefused(WorkbookFlaw.TooManyRows);
            }

            sheet.Put(_row, _column, new SheetCell(IsDayNumber(value) ? SheetCellKind.Number : SheetCellKind.Text, value));
        }

        _column++;
    }

    /// <summary>A date that a spreadsheet wrote out without its format.</summary>
    private static bool IsDayNumber(string value) => value.Length == 5 && value.All(char.IsAsciiDigit);

    private void EndRow()
    {
        EndCell();
        (_row, _column, _rowFilled) = (_row + 1, 1, false);
    }

    /// <summary>The separator met most in the first lines outside quotation marks.</summary>
    private static char SeparatorOf(string text)
    {
        if (HintLength(text) is > 0 and var hint)
        {
            return text[..hint].TrimEnd('\r', '\n')[^1];
        }

        var counts = new int[Separators.Length];
        var (quoted, lines) = (false, 0);
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var index)
            {
                counts[index]++;
            }
            else if (!quoted && c == '\n' && ++lines == 40)
            {
                break;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>Excel's own first line <c>sep=;</c>.</summary>
    private static int HintLength(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 6 || !Separators.Contains(text[4]))
        {
            return 0;
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end is 5 or 6 ? end + 1 : 0;
    }
}
