namespace Rectify.Core.Reports.Workbooks;

/// <summary>The kinds of table files that units send.</summary>
public enum TableFormat
{
    Xlsx = 1,
    Xls = 2,
    Csv = 3,
}

/// <summary>Reads a table out of an uploaded file of any accepted kind, after it has been looked through.</summary>
internal static class TableFile
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>What the first bytes say, whatever the name says.</summary>
    /// <param name="file">Seekable; left at its beginning.</param>
    public static TableFormat FormatOf(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read].SequenceEqual(Zip) ? TableFormat.Xlsx : start[..read].SequenceEqual(CompoundFile) ? TableFormat.Xls : TableFormat.Csv;
    }

    /// <summary>Why the file must not be read; null when it may.</summary>
    /// <param name="file">Seekable; left at its beginning.</param>
    public static WorkbookFlaw? FlawOf(Stream file) => FormatOf(file) switch
    {
        TableFormat.Xlsx => WorkbookScan.FlawOf(file),
        TableFormat.Xls => XlsScan.FlawOf(file),
        _ => CsvTable.FlawOf(file),
    };

    /// <exception cref="WorkbookRefused">The file is none of these kinds, or broken.</exception>
    /// <param name="isTable">Whether a visible sheet is the one that is looked for; the first one is taken where none is.</param>
    public static WorkbookSheet Read(Stream file, Func<WorkbookSheet, bool> isTable) => FormatOf(file) switch
    {
        TableFormat.Xlsx => WorkbookSheet.Read(file, isTable),
        TableFormat.Xls => XlsTable.Read(file, isTable),
        _ => CsvTable.Read(file),
    };
}
