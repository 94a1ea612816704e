using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rectify.Core.Reports.Letters;

/// <summary>Puts a letter into a .docx. The same letter gives the same bytes: no time of making, no random name inside.</summary>
internal static class LetterFile
{
    public const string OddFooterId = "rId4";
    public const string EvenFooterId = "rId5";
    public const string FirstHeaderId = "rId6";
    public const string FirstFooterId = "rId7";

    /// <summary>The earliest moment a zip can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Letter letter)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = LetterStyles.All();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Settings();
            main.AddNewPart<FontTablePart>("rId3").Fonts = LetterFonts.Table();
            main.AddNewPart<FooterPart>(OddFooterId).Footer = LetterPageNumber.Odd();
            main.AddNewPart<FooterPart>(EvenFooterId).Footer = LetterPageNumber.Even();
            var isLetterhead = letter.Format == LetterFormat.Letterhead;
            if (isLetterhead)
            {
                main.AddNewPart<HeaderPart>(FirstHeaderId).Header = OfficeLetterhead.Head(letter);
                main.AddNewPart<FooterPart>(FirstFooterId).Footer = OfficeLetterhead.Foot();
            }

            foreach (var picture in letter.Body.OfType<LetterTable>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Picture).OfType<LetterPicture>())
            {
                main.AddNewPart<ImagePart>(picture.ContentType, picture.PartId).FeedData(new MemoryStream(picture.Content));
            }

            main.Document = new Document(new Body(LetterBody.Of(letter).Append(LetterPage.Section(isLetterhead))));
            var properties = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2");
            using var core = new StreamWriter(properties.GetStream(FileMode.Create), new UTF8Encoding(false));
            core.Write(Properties(letter));
        }

        return Settled(stream);
    }

    private static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static string Properties(Letter letter) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{Escaped(letter.Title)}</dc:title><dc:subject>{Escaped(letter.Number)}</dc:subject><dc:creator>{Escaped(letter.Issuer)}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>
        """;

    private static string Escaped(string text) => new System.Xml.Linq.XText(LetterWords.Clean(text)).ToString();

    /// <summary>The parts in the order of their names, each with the same time.</summary>
    private static byte[] Settled(MemoryStream written)
    {
        written.Position = 0;
        using var from = new ZipArchive(written, ZipArchiveMode.Read);
        using var settled = new MemoryStream();
        using (var to = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName);
                entry.LastWriteTime = NoTime;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return settled.ToArray();
    }
}
