namespace Rectify.Web.Kit;

/// <summary>What a colour means. It never speaks alone: a word, and usually an icon, stands with it.</summary>
public enum Tone
{
    /// <summary>Nothing to do about it.</summary>
    Neutral,

    /// <summary>Worth knowing; also the warning colour blue, due soon.</summary>
    Info,

    /// <summary>In someone's hands.</summary>
    Progress,

    /// <summary>Done, on track.</summary>
    Success,

    /// <summary>Behind, returned; the warning colour yellow.</summary>
    Warning,

    /// <summary>Overdue, failed; the warning colour red.</summary>
    Danger,
}

/// <summary>What a badge shows.</summary>
/// <param name="Tone">The meaning of its colour.</param>
/// <param name="Icon">The Bootstrap icon beside the word.</param>
/// <param name="Text">The word.</param>
public sealed record Status(Tone Tone, string Icon, string Text);

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "tone-info",
        Tone.Progress => "tone-progress",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Danger => "tone-danger",
        _ => "tone-neutral",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Success => "check-circle-fill",
        Tone.Warning => "exclamation-triangle-fill",
        Tone.Danger => "x-octagon-fill",
        _ => "info-circle-fill",
    };
}
