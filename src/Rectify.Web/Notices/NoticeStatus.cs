using Microsoft.Extensions.Localization;
using Rectify.Core.Notices;
using Rectify.Web.Kit;

namespace Rectify.Web.Notices;

/// <summary>How a notice's state, and what is derived from the clock, look: tone, icon and word.</summary>
public static class NoticeStatus
{
    public static Status Of(NoticeState state) => new(
        state switch
        {
            NoticeState.Signed or NoticeState.Issued or NoticeState.Received => Tone.Info,
            NoticeState.Replied or NoticeState.ReplyAccepted or NoticeState.Corrected => Tone.Progress,
            NoticeState.ReplyReturned => Tone.Warning,
            NoticeState.Filed => Tone.Success,
            _ => Tone.Neutral,
        },
        state switch
        {
            NoticeState.Draft => "pencil",
            NoticeState.Signed => "pen",
            NoticeState.Issued => "send",
            NoticeState.Received => "inbox",
            NoticeState.Replied => "chat-left-text",
            NoticeState.ReplyReturned => "arrow-return-left",
            NoticeState.ReplyAccepted => "check",
            NoticeState.Corrected => "check-all",
            NoticeState.Filed => "check-circle-fill",
            _ => "slash-circle",
        },
        Words.Of(state));

    public static IReadOnlyList<Status> Marks(NoticeLine line, IStringLocalizer text) =>
        Marks(line.IsNoReply, line.IsLateReply, line.IsUncorrected, line.SuspendedOn is not null, line.HasOpenObjection, text);

    public static IReadOnlyList<Status> Marks(NoticeView view, IStringLocalizer text) =>
        Marks(view.IsNoReply, view.IsLateReply, view.IsUncorrected, view.Notice.SuspendedOn is not null, view.Notice.HasOpenObjection, text);

    private static List<Status> Marks(bool noReply, bool late, bool uncorrected, bool suspended, bool objected, IStringLocalizer text)
    {
        var marks = new List<Status>();
        Add(noReply, Tone.Danger, "exclamation-octagon-fill", "NoReply");
        Add(late, Tone.Danger, "clock-history", "LateReply");
        Add(uncorrected, Tone.Danger, "x-octagon-fill", "Uncorrected");
        Add(suspended, Tone.Warning, "pause-circle-fill", "Suspended");
        Add(objected, Tone.Warning, "hand-index", "OpenObjection");
        return marks;

        void Add(bool holds, Tone tone, string icon, string word)
        {
            if (holds)
            {
                marks.Add(new Status(tone, icon, text[word]));
            }
        }
    }
}
