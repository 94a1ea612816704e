using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Cells drawn as one.</summary>
internal readonly record struct MergedCells(int Top, int Bottom, int Left, int Right)
{
    public bool Covers(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;
}

/// <summary>The cells of a table, whatever kind of file it came from: an .xlsx is read here, part by part without a spreadsheet library. Scan the file first.</summary>
/// <param name="starts1904">Whether days are counted from 1904, as old Macs did.</param>
internal sealed class WorkbookSheet(bool starts1904)
{
    /// <summary>Rows with something in them that tell what a sheet holds that is not the one to be read.</summary>
    private const int RowsToKnowIt = 60;

    private readonly SortedDictionary<int, Dictionary<int, SheetCell>> _rows = [];
    private readonly List<MergedCells> _merged = [];

    /// <summary>Whether days are counted from 1904, as old Macs did.</summary>
    public bool Starts1904 { get; } = starts1904;

    /// <summary>Which of the file's visible sheets it is, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>The sheet's name; null in a file that has but one table.</summary>
    public string? Name { get; init; }

    /// <summary>The file's other visible sheets with something in them, of those behind this one only the first rows.</summary>
    public IReadOnlyList<WorkbookSheet> Others { get; private set; } = [];

    public IReadOnlyList<MergedCells> Merged => _merged;

    public IEnumerable<int> Rows => _rows.Keys;

    public IReadOnlyDictionary<int, SheetCell> Row(int row) => _rows[row];

    /// <exception cref="WorkbookRefused">The file is no workbook, or broken.</exception>
    /// <param name="isTable">Whether a visible sheet is the one that is looked for; the first one is taken where none is.</param>
    public static WorkbookSheet Read(Stream file, Func<WorkbookSheet, bool> isTable) => Read(file, parts =>
    {
        var (texts, dates) = (parts.SharedTexts(), parts.DateStyles());
        return FirstOr(isTable, parts.Sheets(hiddenToo: false).Select(sheet => (Func<int, WorkbookSheet>)(mostRows =>
        {
            using (sheet.Reader)
            {
                return Read(parts, sheet.Name, sheet.Reader, texts, dates, mostRows);
            }
        })));
    });

    /// <summary>The sheet that is looked for, or the first. What stands behind it is read only so far as to know it.</summary>
    /// <param name="sheets">Reads each sheet in turn, no more rows than it is told.</param>
    public static WorkbookSheet FirstOr(Func<WorkbookSheet, bool> isTable, IEnumerable<Func<int, WorkbookSheet>> sheets)
    {
        WorkbookSheet? found = null;
        List<WorkbookSheet> all = [];
        foreach (var (place, read) in sheets.Index())
        {
            var sheet = read(found is null ? int.MaxValue : RowsToKnowIt);
            sheet.Place = place;
            all.Add(sheet);
            found ??= isTable(sheet) ? sheet : null;
        }

        var taken = found ?? (all.Count > 0 ? all[0] : throw new WorkbookRefused(WorkbookFlaw.Damaged));
        taken.Others = [.. all.Where(sheet => sheet != taken && sheet._rows.Count > 0)];
        return taken;
    }

    /// <summary>All sheets, hidden ones too.</summary>
    /// <exception cref="WorkbookRefused">The file is no workbook, or broken.</exception>
    public static IReadOnlyList<WorkbookSheet> ReadAll(Stream file) => Read(file, parts =>
    {
        var (texts, dates) = (parts.SharedTexts(), parts.DateStyles());
        List<WorkbookSheet> sheets = [];
        foreach (var (name, reader) in parts.Sheets(hiddenToo: true))
        {
            using (reader)
            {
                sheets.Add(Read(parts, name, reader, texts, dates, int.MaxValue));
            }
        }

        return sheets;
    });

    private static T Read<T>(Stream file, Func<WorkbookParts, T> read)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return read(new WorkbookParts(zip));
        }
        catch (Exception damage) when (WorkbookRefused.IsDamage(damage))
        {
            throw new WorkbookRefused(WorkbookFlaw.Damaged);
        }
    }

    private static WorkbookSheet Read(WorkbookParts parts, string name, XmlReader reader, List<string> texts, HashSet<int> dates, int mostRows)
    {
        var sheet = new WorkbookSheet(parts.Starts1904) { Name = name };
        var (row, column) = (0, 0);
        while (sheet._rows.Count <= mostRows && reader.ReadWithin())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    (row, column) = (Number(reader.GetAttribute("r")) ?? row + 1, 0);
                    break;
                case "c":
                    var reference = reader.GetAttribute("r");
                    column = WorkbookXml.Column(reference) ?? column + 1;
                    if (Cell(reader, texts, dates) is { } cell)
                    {
                        sheet.Put(row, column, cell);
                    }

                    break;
                case "mergeCell":
                    sheet.Merge(reader.GetAttribute("ref") ?? "");
                    break;
            }
        }

        sheet.CarryDown();
        return sheet;
    }

    private static SheetCell? Cell(XmlReader reader, List<string> texts, HashSet<int> dates)
    {
        var (type, style) = (reader.GetAttribute("t"), Number(reader.GetAttribute("s")) ?? 0);
        if (Content(reader) is not { } content || string.IsNullOrWhiteSpace(content))
        {
            return null;
        }

        var text = type == "s" ? texts[int.Parse(content, NumberStyles.None, CultureInfo.InvariantCulture)] : content;
        var kind = type switch
        {
            "e" => SheetCellKind.Error,
            null or "n" => dates.Contains(style) ? SheetCellKind.Date : SheetCellKind.Number,
            _ => SheetCellKind.Text,
        };
        return string.IsNullOrWhiteSpace(text) ? null : new SheetCell(kind, kind == SheetCellKind.Number ? Plain(text) : text);
    }

    /// <summary>The text of <c>v</c> or <c>is</c>; leaves the reader on the cell's end.</summary>
    private static string? Content(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        string? content = null;
        var depth = reader.Depth;
        while (reader.ReadWithin() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                content = WorkbookXml.TextOf(reader);
            }
        }

        return content;
    }

    public void Put(int row, int column, SheetCell cell)
    {
        if (!_rows.TryGetValue(row, out var cells))
        {
            _rows[row] = cells = [];
        }

        cells[column] = cell;
    }

    private void Merge(string range)
    {
        if (range.Split(':') is [var from, var to] && WorkbookXml.Row(from) is { } top && WorkbookXml.Row(to) is { } bottom && WorkbookXml.Column(from) is { } left && WorkbookXml.Column(to) is { } right)
        {
            Merge(new MergedCells(top, bottom, left, right));
        }
    }

    public void Merge(MergedCells cells) => _merged.Add(cells);

    /// <summary>A value of merged cells counts for each row they span; rows beyond the last filled one stay empty.</summary>
    public void CarryDown()
    {
        var rows = _rows.Keys.ToList();
        var left = WorkbookScan.MostRows * WorkbookScan.MostColumns;
        foreach (var (top, bottom, column, _) in _merged.Where(merge => merge.Bottom > merge.Top && _rows.TryGetValue(merge.Top, out var cells) && cells.ContainsKey(merge.Left)))
        {
            var carried = _rows[top][column] with { CarriedDown = true };
            for (var at = rows.BinarySearch(top) + 1; at < rows.Count && rows[at] <= bottom; at++)
            {
                _rows[rows[at]].TryAdd(column, carried);
                left = left > 0 ? left - 1 : throw new WorkbookRefused(WorkbookFlaw.Damaged);
            }
        }
    }

    /// <summary>A number as people write it: 3 and not 3.0, 0.1 and not 0.10000000000000001.</summary>
    public static string Plain(double number) => double.IsNaN(number) ? "" : ((decimal)Math.Clamp(number, -1e15, 1e15)).ToString(CultureInfo.InvariantCulture);

    private static string Plain(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Plain(number) : text;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
