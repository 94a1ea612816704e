using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rectify.Core.Tests.Architecture;

/// <summary>The texts of one resource file.</summary>
internal sealed partial record Texts(string Path, IReadOnlyDictionary<string, string> Values)
{
    private const string ChineseEnding = ".zh-CN.resx";

    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    public bool IsChinese => Path.EndsWith(ChineseEnding, StringComparison.Ordinal);

    public static IReadOnlyList<Texts> All { get; } = [.. Repository.Files("src", ".resx").Select(Read)];

    public static Texts Of(string name, bool chinese = false) => All.Single(texts => texts.Name == name && texts.IsChinese == chinese);

    public static Texts Read(SourceFile file) => new(
        file.Path,
        XDocument.Parse(file.Text).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? ""));

    /// <summary>Where the two languages of the files differ in what they say.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<Texts> files)
    {
        foreach (var pair in files.GroupBy(file => file.Path.Replace(ChineseEnding, ".resx")))
        {
            if (pair.SingleOrDefault(file => !file.IsChinese) is not { } english || pair.SingleOrDefault(file => file.IsChinese) is not { } chinese)
            {
                yield return $"{pair.Key} is there in one language only";
                continue;
            }

            foreach (var key in english.Values.Keys.Union(chinese.Values.Keys))
            {
                if (Difference(english.Values.GetValueOrDefault(key), chinese.Values.GetValueOrDefault(key)) is { } what)
                {
                    yield return $"{pair.Key}: {key} {what}";
                }
            }
        }
    }

    private static string? Difference(string? english, string? chinese)
    {
        if (string.IsNullOrWhiteSpace(english) || string.IsNullOrWhiteSpace(chinese))
        {
            return "is missing or empty in one language";
        }

        if (!Places(english).SetEquals(Places(chinese)))
        {
            return "does not mention the same values in both languages";
        }

        if (Han().IsMatch(english))
        {
            return "is Chinese among the English texts";
        }

        return Word().IsMatch(chinese) && english == chinese ? "is not translated" : null;
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex(@"\p{Ll}{3,}")]
    private static partial Regex Word();
}
