using System.IO.Compression;
using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

internal static class Book
{
    private static readonly Regex DataBarId = new(@"(?<=id(=""|>))\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", RegexOptions.CultureInvariant);

    private static readonly Regex TitleRows = new(@"(?<=!)(?<from>\d+):(?<to>\d+)(?=<)", RegexOptions.CultureInvariant);

    /// <summary>
    /// Writes the workbook to a stream that need not be seekable. The format wants ids of data bars in capitals and the library writes small letters:
    /// strict readers would call the file broken. Rows to repeat on each page it writes without the signs other programs look for.
    /// </summary>
    public static void Save(this XLWorkbook book, Stream to)
    {
        using var whole = new MemoryStream();
        book.SaveAs(whole);
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var sheet in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
            {
                Rewrite(sheet, text => DataBarId.Replace(text, id => id.Value.ToUpperInvariant()));
            }

            Rewrite(archive.GetEntry("xl/workbook.xml")!, RepeatRows);
        }

        whole.Position = 0;
        whole.CopyTo(to);
    }

    /// <summary>Says the rows to repeat as <c>$3:$4</c>.</summary>
    public static string RepeatRows(string workbook) => TitleRows.Replace(workbook, "$$${from}:$$${to}");

    private static void Rewrite(ZipArchiveEntry part, Func<string, string> change)
    {
        using var stream = part.Open();
        var text = new StreamReader(stream).ReadToEnd();
        var changed = change(text);
        if (changed == text)
        {
            return;
        }

        stream.SetLength(0);
        using var writer = new StreamWriter(stream);
        writer.Write(changed);
    }
}
