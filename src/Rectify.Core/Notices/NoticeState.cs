namespace Rectify.Core.Notices;

/// <summary>Where a notice stands (domain notes, part (c)). Whether it has failed is derived, never stored. The numbers are stored and never change.</summary>
public enum NoticeState
{
    /// <summary>草稿</summary>
    Draft = 0,

    /// <summary>已签发: numbered, not yet delivered.</summary>
    Signed = 10,

    /// <summary>已送达: the clocks run.</summary>
    Issued = 20,

    /// <summary>已签收</summary>
    Received = 30,

    /// <summary>已答复</summary>
    Replied = 40,

    /// <summary>答复退回</summary>
    ReplyReturned = 50,

    /// <summary>答复认可: the check is still to come.</summary>
    ReplyAccepted = 60,

    /// <summary>已改正</summary>
    Corrected = 70,

    /// <summary>归档</summary>
    Filed = 80,

    /// <summary>撤销: keeps its number, no longer counts.</summary>
    Revoked = 90,

    /// <summary>草稿作废: never had a number.</summary>
    Discarded = 100,
}
