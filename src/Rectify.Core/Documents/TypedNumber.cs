using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Core.Documents;

/// <summary>A document number as somebody typed it: whole, or only year and serial, or the serial alone; or a bulletin's 2026年第2期. Brackets and digits of any width.</summary>
/// <param name="Prefix">机关代字; empty when not typed.</param>
/// <param name="IsIssue">第N期, not N号.</param>
public sealed partial record TypedNumber(string Prefix, int? Year, int Serial, bool IsIssue = false)
{
    /// <summary>Null when it is none.</summary>
    public static TypedNumber? Read(string text)
    {
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign)));
        var match = Shape().Match(plain);
        return match.Success && int.TryParse(match.Groups["serial"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? new TypedNumber(match.Groups["prefix"].Value, match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null, serial, match.Groups["issue"].Success)
            : null;
    }

    /// <summary>〔 〕 and what keyboards have instead.</summary>
    [GeneratedRegex(@"^(?:(?:(?<prefix>[^\d〔\[(【]*)[〔\[(【](?<year>\d{4})[〕\])】])?第?0*(?<serial>\d{1,6})号?|(?:(?<year>\d{4})年)?第?0*(?<serial>\d{1,6})(?<issue>期))$")]
    private static partial Regex Shape();
}
