using Rectify.Core.Imports;
using Rectify.Web.Kit;

namespace Rectify.Web.Imports;

/// <summary>How an import's state, and what becomes of its rows, look: tone, icon and word.</summary>
public static class ImportStatus
{
    public static Status Of(ImportState state) => new(
        state switch
        {
            ImportState.Confirmed => Tone.Success,
            ImportState.Read => Tone.Info,
            _ => Tone.Neutral,
        },
        state switch
        {
            ImportState.Confirmed => "check-circle-fill",
            ImportState.Read => "eye",
            ImportState.Undone => "arrow-counterclockwise",
            _ => "slash-circle",
        },
        Words.Of(state));

    public static Status Of(ImportOutcome outcome) => new(
        outcome switch
        {
            ImportOutcome.Added => Tone.Success,
            ImportOutcome.Changed => Tone.Progress,
            ImportOutcome.Wrong => Tone.Danger,
            _ => Tone.Neutral,
        },
        outcome switch
        {
            ImportOutcome.Added => "plus-lg",
            ImportOutcome.Changed => "pencil",
            ImportOutcome.Wrong => "x-octagon-fill",
            _ => "dash-lg",
        },
        Words.Of(outcome));
}
