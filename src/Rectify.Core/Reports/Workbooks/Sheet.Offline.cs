using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>What only a table to be filled in offline needs: cells that are open, keys nobody sees, a lock without a password.</summary>
internal sealed partial class Sheet
{
    private static readonly XLColor OpenGround = XLColor.FromHtml("#FFF7DB");
    private static readonly XLColor LockedInk = XLColor.FromHtml("#595959");

    /// <summary>How many columns behind the table hold what no reader needs.</summary>
    public const int HiddenColumns = 3;

    /// <summary>A line over the whole width among the rows of the head.</summary>
    public void Guide(int row, string text)
    {
        var line = Merged(CaptionRow + row, 1, _columns);
        Put(line.FirstCell(), text);
        line.Style.Alignment.WrapText = true;
        line.Style.Font.FontColor = LockedInk;
    }

    /// <summary>A row of the head that only a program reads: a key for every column, and for those behind the table. After the heights are known.</summary>
    public void Keys(int row, IEnumerable<string> keys)
    {
        foreach (var (index, key) in keys.Index())
        {
            Put(_sheet.Cell(CaptionRow + row, index + 1), key);
        }

        _sheet.Row(CaptionRow + row).Hide();
    }

    /// <summary>Texts behind the table, in every row of it. After the heights are known, which they are no part of.</summary>
    public void Behind(IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var (row, texts) in rows.Index())
        {
            foreach (var (index, text) in texts.Index())
            {
                Put(_sheet.Cell(_firstBodyRow + row, _columns + 1 + index), text);
            }
        }
    }

    /// <summary>The cell may be filled in.</summary>
    /// <param name="isDate">An empty one waits for a date too.</param>
    public void Open(int column, bool isDate, double width)
    {
        var cell = _sheet.Cell(Row, column);
        cell.Style.Protection.SetLocked(false);
        cell.Style.Fill.BackgroundColor = OpenGround;
        if (isDate)
        {
            cell.Style.NumberFormat.Format = DateFormat;
        }

        Widths.Ask(column, width);
    }

    public void Lock(int column) => _sheet.Cell(Row, column).Style.Font.FontColor = LockedInk;

    /// <summary>Offers the words that a column's cells may hold; they stand on a sheet of their own.</summary>
    public void Offer(int column, IXLWorksheet lists, int listColumn, IReadOnlyList<string> words, string notInList)
    {
        foreach (var (index, word) in words.Index())
        {
            Put(lists.Cell(index + 1, listColumn), word);
        }

        var validation = Validation(column);
        validation.List(lists.Range(1, listColumn, words.Count, listColumn));
        (validation.ErrorMessage, validation.IgnoreBlanks) = (notInList, true);
    }

    public void AskForDate(int column, string noDate)
    {
        var validation = Validation(column);
        validation.Date.EqualOrGreaterThan(new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        (validation.ErrorMessage, validation.IgnoreBlanks) = (noDate, true);
    }

    public void AskForText(int column, int mostCharacters, string tooLong)
    {
        var validation = Validation(column);
        validation.TextLength.EqualOrLessThan(mostCharacters);
        (validation.ErrorMessage, validation.IgnoreBlanks) = (tooLong, true);
    }

    /// <summary>Hides what lies behind the table, lets the rows be filtered, and locks what is not open. Whoever unlocks it, which needs no password, changes nothing here.</summary>
    public void LockUp()
    {
        var last = Math.Max(Row - 1, _firstBodyRow);
        for (var column = _columns + 1; column <= _columns + HiddenColumns; column++)
        {
            _sheet.Column(column).Hide();
        }

        // With the columns behind it, so that a sorted row takes its key along.
        _sheet.Range(_firstBodyRow - 1, 1, last, _columns + HiddenColumns).SetAutoFilter();
        _sheet.Protect().AllowedElements = XLSheetProtectionElements.SelectEverything | XLSheetProtectionElements.FormatEverything | XLSheetProtectionElements.AutoFilter | XLSheetProtectionElements.Sort;
    }

    private IXLDataValidation Validation(int column)
    {
        var validation = _sheet.Range(_firstBodyRow, column, Math.Max(Row - 1, _firstBodyRow), column).SetDataValidation();
        validation.ShowErrorMessage = true;
        return validation;
    }
}
