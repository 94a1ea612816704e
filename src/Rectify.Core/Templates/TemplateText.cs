using System.Text.RegularExpressions;
using Rectify.Core.Shared;

namespace Rectify.Core.Templates;

/// <summary>Texts with fields in braces, such as <c>{整改时限}</c>: which fields a kind knows, which it cannot do without, and how they are filled.</summary>
public static partial class TemplateText
{
    /// <summary>Known only when the document is issued; they stay in a draft's text.</summary>
    public const string Number = "文号", IssueDay = "成文日期";

    /// <summary>The day the text is filled.</summary>
    public const string Today = "今日";

    /// <summary>The failed notices a referral reports, a line each.</summary>
    public const string FailedNotices = "通知清单";

    /// <summary>The notice before, where there is one that was not acted upon; otherwise nothing.</summary>
    public const string FormerNotice = "前次通知";

    /// <summary>By when the problems have to be put right: the date, or the dates listed with them, or at once where they are over.</summary>
    public const string Demand = "限期要求";

    /// <summary>The notices and reminders that went out before, where there are any; otherwise nothing.</summary>
    public const string SentBefore = "已发文书";

    /// <summary>What the ledger knows of every campaign and of every problem.</summary>
    private static readonly string[] OfCampaign = ["行动名称", "依据", "办公室", Today];
    private static readonly string[] OfProblem = ["单位", "问题编号", "问题", "问题类别"];

    /// <summary>Fields of a letter; some may be unknown for a problem, and then stay in the draft's text.</summary>
    private static readonly string[] OfLetter = [.. OfCampaign, .. OfProblem, "问题清单", "整改时限", "责任人", Number, IssueDay];

    public static IReadOnlyList<string> FieldsOf(TemplateKind kind) => kind switch
    {
        TemplateKind.RectificationNotice => [.. OfLetter, Demand],
        TemplateKind.Reminder or TemplateKind.SupervisionLetter => [.. OfLetter, "逾期天数", "通知次数", SentBefore],
        TemplateKind.ReferralLetter => [.. OfCampaign, .. OfProblem, "通知次数", FailedNotices],
        TemplateKind.NoticeBasis => [.. OfCampaign, .. OfProblem, FormerNotice],
        TemplateKind.Bulletin or TemplateKind.BulletinRequirements => [.. OfCampaign, "统计日期", "问题总数", "已销号数", "销号率", "逾期数"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the reader must be told in any case. <see cref="Demand"/> tells the due date too.</summary>
    public static IReadOnlyList<string> NeededOf(TemplateKind kind) => kind switch
    {
        TemplateKind.RectificationNotice => ["问题清单", "整改时限"],
        TemplateKind.Reminder or TemplateKind.SupervisionLetter => ["问题编号", "整改时限"],
        TemplateKind.ReferralLetter => ["单位", "问题编号", FailedNotices],
        TemplateKind.NoticeBasis => ["依据"],
        _ => [],
    };

    /// <summary>Fields as they are written in a text.</summary>
    public static string Braced(IEnumerable<string> fields) => string.Join(' ', fields.Select(field => $"{{{field}}}"));

    /// <summary>Whether the office gives the kind a title, or the record does.</summary>
    public static bool HasTitle(TemplateKind kind) => StandardTexts.Of(kind).Title.Length > 0;

    /// <summary>What is wrong with a template, each at its line.</summary>
    internal static IEnumerable<FieldError> Errors(TemplateKind kind, string title, string text)
    {
        if (HasTitle(kind) && title.Trim().Length == 0)
        {
            yield return new FieldError("Title", "Required");
        }

        foreach (var error in Unknown(FieldsOf(kind), "Title", title).Concat(Unknown(FieldsOf(kind), "Text", text)))
        {
            yield return error;
        }

        var used = Braces().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        if (used.Contains(Demand))
        {
            used.Add("整改时限");
        }

        foreach (var needed in NeededOf(kind).Where(needed => !used.Contains(needed)))
        {
            yield return new FieldError("Text", "TemplateFieldMissing", needed);
        }
    }

    /// <summary>Refuses a draft that still holds what nobody will fill in.</summary>
    /// <param name="later">The fields that are filled when the document is issued.</param>
    /// <param name="texts">Each text with the field it was typed in.</param>
    /// <exception cref="InvalidInput">A field is left.</exception>
    internal static void MustBeFilled(IReadOnlyList<string> later, params ReadOnlySpan<(string Field, string Text)> texts)
    {
        List<FieldError> left = [];
        foreach (var (field, text) in texts)
        {
            left.AddRange(Braces().Matches(text).Select(match => match.Groups[1].Value).Where(name => !later.Contains(name)).Select(name => new FieldError(field, "TemplateFieldLeft", name)));
        }

        if (left.Count > 0)
        {
            throw new InvalidInput([.. left]);
        }
    }

    /// <summary>Fills in what is known; the rest stays for whoever writes on.</summary>
    internal static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Braces().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    /// <summary>Fields that are not known, and braces that stand alone, each at its line.</summary>
    internal static IEnumerable<FieldError> Unknown(IReadOnlyList<string> known, string field, string text)
    {
        foreach (var (index, line) in text.Split('\n').Index())
        {
            foreach (var name in Braces().Matches(line).Select(match => match.Groups[1].Value).Where(name => !known.Contains(name)))
            {
                yield return new FieldError(field, "TemplateFieldUnknown", index + 1, name);
            }

            if (Braces().Replace(line, "").AsSpan().IndexOfAny("{}｛｝") >= 0)
            {
                yield return new FieldError(field, "TemplateBraceOpen", index + 1);
            }
        }
    }

    /// <summary>Chinese keyboards type wide braces.</summary>
    [GeneratedRegex(@"[{｛]([^{}｛｝\n]*)[}｝]")]
    private static partial Regex Braces();
}
