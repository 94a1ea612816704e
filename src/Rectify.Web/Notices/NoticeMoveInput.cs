using MediatR;
using Rectify.Core.Notices;
using Rectify.Core.Shared;

namespace Rectify.Web.Notices;

/// <summary>What a move's form posts. The names are those of the commands, so that errors find their fields.</summary>
public sealed class NoticeMoveInput
{
    public NoticeMove Move { get; set; }

    public int Version { get; set; }

    /// <summary>Which button sent the form, where there are two: <c>yes</c> or <c>no</c>.</summary>
    public string? Decision { get; set; }

    public string? Delivery { get; set; }

    public string? Reasons { get; set; }

    public string? Opinion { get; set; }

    public string? Findings { get; set; }

    public string? Text { get; set; }

    /// <summary>The command a posted form stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The move has a page of its own.</exception>
    public IRequest<Result<Done>> CommandOn(Guid id) => Move switch
    {
        NoticeMove.Discard => new DiscardNotice(id, Version, Reasons ?? ""),
        NoticeMove.Sign => new SignNotice(id, Version),
        NoticeMove.Issue => new IssueNotice(id, Version, Delivery ?? ""),
        NoticeMove.Revoke => new RevokeNotice(id, Version, Reasons ?? ""),
        NoticeMove.Receive => new ReceiveNotice(id, Version),
        NoticeMove.SignReply => new SignNoticeReply(id, Version),
        NoticeMove.AcceptReply => new AcceptNoticeReply(id, Version, Opinion ?? ""),
        NoticeMove.ReturnReply => new ReturnNoticeReply(id, Version, Reasons ?? ""),
        NoticeMove.Check => new CheckNotice(id, Version, Decision == "yes", Findings ?? ""),
        NoticeMove.File => new FileNotice(id, Version),
        NoticeMove.Object => new ObjectToNotice(id, Version, Text ?? ""),
        NoticeMove.DecideObjection => new DecideNoticeObjection(id, Version, Decision == "yes", Reasons ?? ""),
        NoticeMove.Suspend => new SuspendNotice(id, Version, Reasons ?? ""),
        NoticeMove.Resume => new ResumeNotice(id, Version, Reasons ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(id), Move, null),
    };

    /// <summary>Moves too large for a form at the side have a page of their own.</summary>
    public static string? PageOf(NoticeMove move, Guid id) => move switch
    {
        NoticeMove.Revise => $"/notices/{id}/edit",
        NoticeMove.PrepareReply => $"/notices/{id}/reply",
        _ => null,
    };

    /// <summary>Two buttons, yes and no, instead of one.</summary>
    public static bool IsChoice(NoticeMove move) => move is NoticeMove.Check or NoticeMove.DecideObjection;
}
