using System.Globalization;
using System.Resources;
using Rectify.Core.Shared;

namespace Rectify.Web.Kit;

/// <summary>Texts of the kit's own components (<c>KitText.resx</c>).</summary>
public sealed class KitText;

/// <summary>Names of enum values (<c>EnumText.resx</c>, key <c>TypeName.Value</c>).</summary>
public sealed class EnumText;

/// <summary>One sentence per rule of the procedure (<c>RuleText.resx</c>, key = rule).</summary>
public sealed class RuleText;

/// <summary>What is wrong at a field (<c>ErrorText.resx</c>, key = code).</summary>
public sealed class ErrorText;

/// <summary>Puts the core's values into the user's language.</summary>
public static class Words
{
    private static readonly ResourceManager Enums = new(typeof(EnumText));
    private static readonly ResourceManager Rules = new(typeof(RuleText));
    private static readonly ResourceManager Errors = new(typeof(ErrorText));
    private static readonly ResourceManager Kit = new(typeof(KitText));

    /// <summary>The subjects' own words for their states, as <c>Subject.StateName</c> gives them.</summary>
    private static readonly string[] StatePrefixes = ["State.", "ProblemState.", "ProblemListState.", "CampaignState.", "NoticeState.", "ReferralState.", "ImportState."];

    /// <summary>The name of an enum value; of flags, all that are set.</summary>
    public static string Of(Enum value) => IsSeveral(value)
        ? string.Join(Get(Kit, "ListSeparator"), Parts(value).Select(One))
        : One(value);

    /// <summary>The name of a subject's state, as <c>Subject.StateName</c> and the ledger keep it.</summary>
    /// <param name="kind">The enum the states come from, e.g. <c>ProblemState</c>.</param>
    public static string OfState(string kind, string state) => Get(Enums, $"{kind}.{state}") ?? state;

    /// <summary>Why a rule refused, with what the rule mentions.</summary>
    public static string Of(Rule rule, IEnumerable<object> values) => Fill(Get(Rules, rule.ToString()) ?? rule.ToString(), values);

    /// <summary>What is wrong at a field.</summary>
    public static string Of(FieldError error) => Fill(Get(Errors, error.Code) ?? error.Code, error.Values);

    /// <summary>A date as tables show it, the same in both languages.</summary>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date as a sentence tells it.</summary>
    public static string Told(DateOnly date) => date.ToString(Get(Kit, "DateFormat"), CultureInfo.CurrentCulture);

    private static string One(Enum value) => Get(Enums, $"{value.GetType().Name}.{value}") ?? value.ToString();

    private static bool IsSeveral(Enum value) => value.GetType().IsDefined(typeof(FlagsAttribute), inherit: false) && !Enum.IsDefined(value.GetType(), value);

    private static IEnumerable<Enum> Parts(Enum value) =>
        Enum.GetValues(value.GetType()).Cast<Enum>().Where(part => Convert.ToInt64(part, CultureInfo.InvariantCulture) != 0 && value.HasFlag(part));

    private static string Fill(string sentence, IEnumerable<object> values) =>
        string.Format(CultureInfo.CurrentCulture, sentence, [.. values.Select(Shown)]);

    private static object Shown(object value) => value switch
    {
        Enum one => Of(one),
        DateOnly date => Told(date),
        string text => StatePrefixes.Select(prefix => Get(Enums, prefix + text)).FirstOrDefault(word => word is not null) ?? text,
        _ => value,
    };

    private static string? Get(ResourceManager texts, string key) => texts.GetString(key, CultureInfo.CurrentUICulture);
}
