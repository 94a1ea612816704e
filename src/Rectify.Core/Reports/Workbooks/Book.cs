using System.IO.Compression;
using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

internal static class Book
{
    private static readonly Regex DataBarId = new(@"(?<=id(=""|>))\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", RegexOptions.CultureInvariant);

    /// <summary>
    /// Writes the workbook to a stream that need not be seekable. The format wants ids of data bars in capitals and the library writes small letters:
    /// strict readers would call the file broken.
    /// </summary>
    public static void Save(this XLWorkbook book, Stream to)
    {
        using var whole = new MemoryStream();
        book.SaveAs(whole);
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var sheet in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
            {
                Capitalise(sheet);
            }
        }

        whole.Position = 0;
        whole.CopyTo(to);
    }

    private static void Capitalise(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        var text = new StreamReader(stream).ReadToEnd();
        if (!DataBarId.IsMatch(text))
        {
            return;
        }

        stream.SetLength(0);
        using var writer = new StreamWriter(stream);
        writer.Write(DataBarId.Replace(text, id => id.Value.ToUpperInvariant()));
    }
}
