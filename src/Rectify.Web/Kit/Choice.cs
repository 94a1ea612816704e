namespace Rectify.Web.Kit;

/// <summary>One of the things a field lets the user choose.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Group">The heading it stands under, if any.</param>
public sealed record Choice(string Value, string Text, string? Group = null)
{
    private const int LongestWord = 36;

    /// <summary>Every value of an enum, or only those given, in the user's language.</summary>
    public static IReadOnlyList<Choice> Of<T>(params IEnumerable<T> values) where T : struct, Enum =>
        [.. (values.Any() ? values : Enum.GetValues<T>()).Select(value => new Choice(value.ToString(), Words.Of(value)))];

    public static Choice Of(Guid id, string text, string? group = null) => new(id.ToString(), text, group);

    /// <summary>Boxes of a word or two stand side by side, those of a sentence below one another.</summary>
    internal static string Css(IReadOnlyList<Choice> choices) => choices.Any(choice => choice.Text.Length > LongestWord) ? "check-list check-list-long" : "check-list";
}
