using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Reads a workbook's XML node by node, never further than an honest workbook goes.</summary>
internal static partial class WorkbookXml
{
    private const int MostDepth = 128;

    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = WorkbookScan.MostPartBytes,
        MaxCharactersFromEntities = 1024,
        NameTable = new CappedNames(),
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The next node; refuses nesting that only serves to fill memory.</summary>
    public static bool ReadWithin(this XmlReader reader) =>
        reader.Depth > MostDepth ? throw new WorkbookRefused(WorkbookFlaw.Damaged) : reader.Read();

    /// <summary>All text of the element the reader stands on, but for readings of Chinese characters; leaves the reader on the element's end.</summary>
    public static string TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var (depth, phonetic) = (reader.Depth, int.MaxValue);
        while (reader.ReadWithin() && reader.Depth > depth)
        {
            if (reader.Depth <= phonetic)
            {
                phonetic = reader is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? reader.Depth : int.MaxValue;
            }

            if (phonetic == int.MaxValue && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
        }

        return Unescaped(text.ToString());
    }

    /// <summary>A cell's column, from 1; null when the reference has none.</summary>
    /// <param name="reference">Such as <c>AB12</c>.</param>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter) || column > 16_384)
            {
                break;
            }

            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column == 0 ? null : column;
    }

    /// <summary>A cell's row, from 1; null when the reference has none.</summary>
    public static int? Row(string? reference) =>
        int.TryParse((reference ?? "").TrimStart('$').AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>A column's letters.</summary>
    public static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    /// <summary>
    /// Characters stand in a workbook as <c>_x000D_</c> too, rare Chinese ones as two such codes, and a text that only looks like a code as <c>_x005F_x000D_</c>.
    /// Of control characters only the line break means anything here.
    /// </summary>
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? EscapedCharacter().Replace(text, escaped => escaped.Groups["pair"].Success
            ? $"{Character(escaped.ValueSpan[2..6])}{Character(escaped.ValueSpan[9..13])}"
            : escaped.Value.ToUpperInvariant() switch
            {
                "_X000D_" => "",
                "_X000A_" => "\n",
                "_X0009_" => " ",
                "_X005F_" => "_",
                _ => escaped.Value,
            })
        : text;

    private static char Character(ReadOnlySpan<char> code) => (char)int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<pair>_x[Dd][89ABab][0-9A-Fa-f]{2}__x[Dd][C-Fc-f][0-9A-Fa-f]{2}_)|_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedCharacter();

    /// <summary>Every name an XML reader meets stays in memory, so the number of different ones is limited.</summary>
    private sealed class CappedNames : NameTable
    {
        private const int Most = 5000;

        private int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? AddNew(new string(key, start, len));

        public override string Add(string key) => Get(key) ?? AddNew(key);

        private string AddNew(string key) => ++_count > Most ? throw new WorkbookRefused(WorkbookFlaw.Damaged) : base.Add(key);
    }
}
