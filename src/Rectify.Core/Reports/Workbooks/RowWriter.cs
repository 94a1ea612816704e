using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Writes rows of a sheet as UTF-8, into a buffer that is emptied now and then.</summary>
/// <param name="styles">The style's number for each look.</param>
/// <param name="widths">The columns' widths.</param>
internal sealed class RowWriter(IReadOnlyList<int> styles, double[] widths)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("&<>");

    private readonly ArrayBufferWriter<byte> _buffer = new(128 * 1024);
    private readonly byte[][] _letters = [.. Enumerable.Range(1, widths.Length).Select(column => Encoding.ASCII.GetBytes(WorkbookXml.Letters(column)))];

    // What stands before a cell's reference and after it, for each look.
    private readonly byte[][] _textCells = [.. styles.Select(style => Encoding.ASCII.GetBytes($"\" s=\"{style}\" t=\"inlineStr\"><is><t"))];
    private readonly byte[][] _valueCells = [.. styles.Select(style => Encoding.ASCII.GetBytes($"\" s=\"{style}\"><v>"))];
    private readonly byte[][] _emptyCells = [.. styles.Select(style => Encoding.ASCII.GetBytes($"\" s=\"{style}\"/>"))];

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public void Clear() => _buffer.ResetWrittenCount();

    public void Write(int row, ReadOnlySpan<TableCell> cells)
    {
        _buffer.Write("<row r=\""u8);
        Number(row);
        _buffer.Write("\" ht=\""u8);
        Number((int)CellText.Height(Lines(cells)));
        _buffer.Write("\">"u8);
        for (var column = 0; column < cells.Length; column++)
        {
            _buffer.Write("<c r=\""u8);
            _buffer.Write(_letters[column]);
            Number(row);
            Cell(cells[column]);
        }

        _buffer.Write("</row>"u8);
    }

    /// <summary>Not every program finds the height of a row by itself, and for many rows it takes long.</summary>
    private int Lines(ReadOnlySpan<TableCell> cells)
    {
        var lines = 1;
        for (var column = 0; column < cells.Length; column++)
        {
            lines = cells[column].Text is { Length: > 0 } text ? Math.Max(lines, CellText.Lines(text, widths[column])) : lines;
        }

        return lines;
    }

    private void Cell(in TableCell cell)
    {
        var look = (int)cell.Look;
        if (cell.Value is { } value)
        {
            _buffer.Write(_valueCells[look]);
            Number(value);
            _buffer.Write("</v></c>"u8);
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            _buffer.Write(_textCells[look]);
            Text(CellText.Escaped(CellText.Printable(text)));
            _buffer.Write("</t></is></c>"u8);
        }
        else
        {
            _buffer.Write(_emptyCells[look]);
        }
    }

    private void Text(ReadOnlySpan<char> text)
    {
        _buffer.Write(text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) ? " xml:space=\"preserve\">"u8 : ">"u8);
        for (var mark = text.IndexOfAny(Marks); mark >= 0; mark = text.IndexOfAny(Marks))
        {
            Encoding.UTF8.GetBytes(text[..mark], _buffer);
            _buffer.Write(text[mark] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, _ => "&gt;"u8 });
            text = text[(mark + 1)..];
        }

        Encoding.UTF8.GetBytes(text, _buffer);
    }

    private void Number(int number)
    {
        Utf8Formatter.TryFormat(number, _buffer.GetSpan(11), out var length);
        _buffer.Advance(length);
    }
}
