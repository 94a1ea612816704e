using System.Text;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Reads a .csv in UTF-8, UTF-16 or GB18030, with comma, semicolon or tab between the cells.</summary>
internal static class CsvTable
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Why the file must not be read; null when it may.</summary>
    public static WorkbookFlaw? FlawOf(Stream file)
    {
        try
        {
            _ = Read(file);
            return null;
        }
        catch (WorkbookRefused refused)
        {
            return refused.Flaw;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <exception cref="WorkbookRefused">The file is no text, or too much of it.</exception>
    public static WorkbookSheet Read(Stream file)
    {
        if (file.Length > WorkbookScan.MostBytes)
        {
            throw new WorkbookRefused(WorkbookFlaw.TooLarge);
        }

        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var text = Decode(bytes);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] == '<' || text.Any(c => char.IsControl(c) && c is not '\t' and not '\r' and not '\n'))
        {
            throw new WorkbookRefused(WorkbookFlaw.NotAWorkbook);
        }

        var sheet = new WorkbookSheet(starts1904: false);
        new CsvCells(text, sheet).Parse();
        return sheet;
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Strict(new UTF8Encoding(false, true), rest),
                [0xFF, 0xFE, .. var rest] => Strict(new UnicodeEncoding(false, false, true), rest),
                [0xFE, 0xFF, .. var rest] => Strict(new UnicodeEncoding(true, false, true), rest),
                _ => Unmarked(bytes),
            };
        }
        catch (ArgumentException)
        {
            throw new WorkbookRefused(WorkbookFlaw.NotAWorkbook);
        }
    }

    /// <summary>Nothing says what it is: UTF-8 hardly ever happens by chance, and what is neither is GB18030.</summary>
    private static string Unmarked(byte[] bytes)
    {
        try
        {
            return Strict(new UTF8Encoding(false, true), bytes);
        }
        catch (DecoderFallbackException)
        {
            return Strict(Chinese, bytes);
        }
    }

    private static string Strict(Encoding encoding, byte[] bytes) => encoding.GetString(bytes);
}
