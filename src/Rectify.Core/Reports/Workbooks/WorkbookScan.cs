using System.IO.Compression;
using System.Xml;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// Looks through every part of an uploaded .xlsx before anything reads its content: real unpacked bytes are counted,
/// for headers lie, and nothing is kept in memory.
/// </summary>
internal static class WorkbookScan
{
    public const int MostBytes = 10 << 20;
    public const int MostParts = 2000;
    public const int MostPartBytes = 32 << 20;
    public const int MostUnpackedBytes = 64 << 20;

    /// <summary>The largest ratio of unpacked to packed bytes of a part beyond <see cref="SmallPart"/>.</summary>
    public const int MostRatio = 200;

    public const int MostRows = 20_000;
    public const int MostColumns = 60;

    private const int SmallPart = 1 << 20;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly string[] XmlEndings = [".xml", ".rels", ".vml"];
    private static readonly string[] ForeignFolders = ["/externallinks/", "/embeddings/", "/activex/"];

    /// <summary>Why the file must not be read; null when it may.</summary>
    /// <param name="file">Seekable; left at its beginning.</param>
    public static WorkbookFlaw? FlawOf(Stream file)
    {
        try
        {
            return Look(file);
        }
        catch (WorkbookRefused refused)
        {
            return refused.Flaw;
        }
        catch (Exception damage) when (WorkbookRefused.IsDamage(damage))
        {
            return WorkbookFlaw.Damaged;
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static WorkbookFlaw? Look(Stream file)
    {
        if (file.Length > MostBytes)
        {
            return WorkbookFlaw.TooLarge;
        }

        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        if (!start[..read].SequenceEqual(Zip))
        {
            return WorkbookFlaw.NotAWorkbook;
        }

        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostParts)
        {
            return WorkbookFlaw.InflatesTooFar;
        }

        if (zip.GetEntry("[Content_Types].xml") is null)
        {
            return WorkbookFlaw.NotAWorkbook;
        }

        long left = MostUnpackedBytes;
        foreach (var part in zip.Entries)
        {
            left -= Measure(part, left);
        }

        return null;
    }

    /// <returns>The part's real size.</returns>
    private static long Measure(ZipArchiveEntry part, long left)
    {
        var name = "/" + part.FullName.Replace('\\', '/').ToLowerInvariant();
        MustBeOurs(name);
        var most = Math.Min(Math.Min(MostPartBytes, left), Math.Max(SmallPart, part.CompressedLength * MostRatio));
        var xml = XmlEndings.Any(name.EndsWith);
        using var unpacked = new MeteredStream(part.Open(), most) { IsXml = xml };
        if (xml)
        {
            using var reader = XmlReader.Create(unpacked, WorkbookXml.Settings());
            try
            {
                Inspect(reader, name);
            }
            catch (XmlException) when (DeclaresDocumentType(part))
            {
                throw new WorkbookRefused(WorkbookFlaw.HasDocumentType);
            }
        }

        unpacked.CopyTo(Stream.Null);
        return unpacked.Count;
    }

    /// <summary>Why the XML reader stopped: it refuses a document type as it refuses broken markup. Only comments may stand before one.</summary>
    private static bool DeclaresDocumentType(ZipArchiveEntry part)
    {
        Span<char> start = new char[4096];
        using var text = new StreamReader(part.Open());
        var read = text.ReadBlock(start);
        return start[..read].Contains("<!DOCTYPE", StringComparison.Ordinal);
    }

    private static void MustBeOurs(string name)
    {
        if (name.EndsWith("vbaproject.bin", StringComparison.Ordinal) || name.Contains("/macrosheets/", StringComparison.Ordinal))
        {
            throw new WorkbookRefused(WorkbookFlaw.HasMacros);
        }

        if (ForeignFolders.Any(name.Contains))
        {
            throw new WorkbookRefused(WorkbookFlaw.HasForeignParts);
        }
    }

    private static void Inspect(XmlReader reader, string name)
    {
        var table = new TableSize();
        while (reader.ReadWithin())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "Override" or "Default" when name == "/[content_types].xml" && reader.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true:
                        throw new WorkbookRefused(WorkbookFlaw.HasMacros);
                    case "Relationship" when LeadsOutside(reader):
                        throw new WorkbookRefused(WorkbookFlaw.HasForeignParts);
                    case "row" or "c" or "v" or "is":
                        table.Meet(reader);
                        break;
                }
            }
        }
    }

    /// <summary>A hyperlink in a cell is only text here; anything else outside would have to be fetched.</summary>
    private static bool LeadsOutside(XmlReader relationship) =>
        string.Equals(relationship.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        && relationship.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true;

    /// <summary>Counts rows and columns that hold something; formatted but empty ones cost nothing.</summary>
    private sealed class TableSize
    {
        private int _rows;
        private int _column;
        private bool _rowCounted;

        public void Meet(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "row":
                    (_column, _rowCounted) = (0, false);
                    break;
                case "c":
                    _column = WorkbookXml.Column(reader.GetAttribute("r")) ?? _column + 1;
                    break;
                default:
                    MustFit();
                    break;
            }
        }

        private void MustFit()
        {
            if (!_rowCounted)
            {
                (_rows, _rowCounted) = (_rows + 1, true);
            }

            if (_rows > MostRows)
            {
                throw new WorkbookRefused(WorkbookFlaw.TooManyRows);
            }

            if (_column > MostColumns)
            {
                throw new WorkbookRefused(WorkbookFlaw.TooManyColumns);
            }
        }
    }
}
