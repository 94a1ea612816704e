using System.IO.Compression;
using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

internal static class Book
{
    private static readonly Regex DataBarId = new(@"(?<=id(=""|>))\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What the package library calls a link, and the part with the book's properties.</summary>
    private static readonly Regex LinkId = new("(?<=[iI]d=\")R[0-9a-f]{8,32}(?=\")", RegexOptions.CultureInvariant);
    private static readonly Regex PropertiesName = new(@"(?<=core-properties/)[0-9a-f]{32}(?=\.psmdcp)", RegexOptions.CultureInvariant);

    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest moment a zip can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    /// <summary>The same, and the same content gives the same bytes: no time of writing, no random id. The book's own times have to be set.</summary>
    public static void SaveSettled(this XLWorkbook book, Stream to)
    {
        using var written = new MemoryStream();
        book.Save(written);
        using var from = new ZipArchive(written, ZipArchiveMode.Read);
        using var settled = new MemoryStream();
        var ids = new Dictionary<string, string>();
        using (var zip = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(part => part.FullName == ContentTypes ? 0 : 1).ThenBy(part => Numbered(part.FullName, []), StringComparer.Ordinal))
            {
                using var reader = new StreamReader(part.Open());
                var entry = zip.CreateEntry(Numbered(part.FullName, []), CompressionLevel.Fastest);
                entry.LastWriteTime = NoTime;
                using var writer = new StreamWriter(entry.Open());
                writer.Write(Numbered(reader.ReadToEnd(), ids));
            }
        }

        settled.Position = 0;
        settled.CopyTo(to);
    }

    /// <summary>Gives random ids numbers in the order they come in; the same id gets the same number.</summary>
    private static string Numbered(string part, Dictionary<string, string> ids)
    {
        string Number(string id, Func<int, string> number) => ids.TryGetValue(id, out var known) ? known : ids[id] = number(ids.Count + 1);
        var bars = DataBarId.Replace(part, id => Number(id.Value, number => $"{{00000000-0000-0000-0000-{number:X12}}}"));
        return PropertiesName.Replace(LinkId.Replace(bars, id => Number(id.Value, number => $"R{number}")), "core");
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
