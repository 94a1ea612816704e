using Rectify.Core.Problems;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>How a problem's state, warning and grade look: tone, icon and word.</summary>
public static class ProblemStatus
{
    public static Status Of(ProblemState state) => new(
        state switch
        {
            ProblemState.Draft or ProblemState.Merged or ProblemState.Void => Tone.Neutral,
            ProblemState.Registered or ProblemState.Assigned or ProblemState.PlanSubmitted => Tone.Info,
            ProblemState.Closed => Tone.Success,
            _ => Tone.Progress,
        },
        state switch
        {
            ProblemState.Draft => "pencil",
            ProblemState.Registered => "journal-plus",
            ProblemState.Assigned => "send",
            ProblemState.PlanSubmitted => "clipboard-check",
            ProblemState.Rectifying => "tools",
            ProblemState.CloseOutApplied => "box-arrow-in-right",
            ProblemState.FirstReviewed => "check",
            ProblemState.Rechecked => "check-all",
            ProblemState.PublicNotice => "megaphone",
            ProblemState.Closed => "check-circle-fill",
            ProblemState.LongTerm => "infinity",
            ProblemState.Merged => "sign-merge-left",
            _ => "slash-circle",
        },
        Words.Of(state));

    public static Status Of(WarningColour colour) => colour switch
    {
        WarningColour.Red => new(Tone.Danger, "exclamation-octagon-fill", Words.Of(colour)),
        WarningColour.Yellow => new(Tone.Warning, "exclamation-triangle-fill", Words.Of(colour)),
        WarningColour.Blue => new(Tone.Info, "clock-fill", Words.Of(colour)),
        _ => new(Tone.Success, "circle-fill", Words.Of(colour)),
    };

    public static Status Of(Severity severity) => severity switch
    {
        Severity.Serious => new(Tone.Danger, "chevron-double-up", Words.Of(severity)),
        Severity.Considerable => new(Tone.Warning, "chevron-up", Words.Of(severity)),
        _ => new(Tone.Neutral, "dash", Words.Of(severity)),
    };

    /// <summary>What the problem waits for while it stays in its state.</summary>
    public static Status? Of(PendingDecision pending) => pending == PendingDecision.None ? null : new(Tone.Warning, "hourglass-split", Words.Of(pending));

    public static Status Of(ProblemListState state) => state switch
    {
        ProblemListState.Draft => new(Tone.Neutral, "pencil", Words.Of(state)),
        ProblemListState.Submitted => new(Tone.Info, "send", Words.Of(state)),
        ProblemListState.Returned => new(Tone.Warning, "arrow-return-left", Words.Of(state)),
        _ => new(Tone.Success, "check-circle-fill", Words.Of(state)),
    };
}
