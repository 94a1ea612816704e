using System.Text.RegularExpressions;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>Texts with fields in braces, such as <c>{整改时限}</c>: which fields a kind knows, which it cannot do without, and how they are filled.</summary>
public static partial class TemplateText
{
    /// <summary>Known only when the document is issued; they stay in a draft's text.</summary>
    public const string Number = "文号", IssueDay = "成文日期";

    /// <summary>What the database fills in, for every kind.</summary>
    private static readonly string[] Filled =
        ["单位", "行动名称", "依据", "办公室", "问题编号", "问题", "问题清单", "问题类别", "整改时限", "逾期天数", "责任人", "通知次数", "今日"];

    public static IReadOnlyList<string> FieldsOf(DocumentKind kind) => kind == DocumentKind.RectificationNotice
        ? [.. Filled.Except(["逾期天数", "通知次数"]), Number, IssueDay]
        : [.. Filled, Number, IssueDay];

    /// <summary>What the unit must be told in any case.</summary>
    public static IReadOnlyList<string> NeededOf(DocumentKind kind) => kind == DocumentKind.RectificationNotice ? ["问题清单", "整改时限"] : ["问题编号", "整改时限"];

    /// <summary>What is wrong with a template, each at its line.</summary>
    internal static IEnumerable<FieldError> Errors(DocumentKind kind, string title, string text)
    {
        foreach (var error in Unknown(FieldsOf(kind), nameof(title), title).Concat(Unknown(FieldsOf(kind), nameof(text), text)))
        {
            yield return error;
        }

        foreach (var needed in NeededOf(kind).Where(needed => !text.Contains($"{{{needed}}}", StringComparison.Ordinal)))
        {
            yield return new FieldError("Text", "TemplateFieldMissing", needed);
        }
    }

    /// <summary>What a draft's text still holds that nobody will fill in.</summary>
    internal static IEnumerable<FieldError> LeftIn(string field, string text) =>
        Braces().Matches(text).Select(match => match.Groups[1].Value).Where(name => name is not (Number or IssueDay)).Select(name => new FieldError(field, "TemplateFieldLeft", name));

    /// <summary>Fills in what is known; the rest stays for whoever writes on.</summary>
    internal static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Braces().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    private static IEnumerable<FieldError> Unknown(IReadOnlyList<string> known, string parameter, string text)
    {
        var field = parameter == "title" ? "Title" : "Text";
        foreach (var (index, line) in text.Split('\n').Index())
        {
            foreach (var name in Braces().Matches(line).Select(match => match.Groups[1].Value).Where(name => !known.Contains(name)))
            {
                yield return new FieldError(field, "TemplateFieldUnknown", index + 1, name);
            }

            if (Braces().Replace(line, "").AsSpan().ContainsAny('{', '}'))
            {
                yield return new FieldError(field, "TemplateBraceOpen", index + 1);
            }
        }
    }

    [GeneratedRegex(@"\{([^{}\n]*)\}")]
    private static partial Regex Braces();
}
