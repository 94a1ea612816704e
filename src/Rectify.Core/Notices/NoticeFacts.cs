using Rectify.Core.Ledger;
using Rectify.Core.Problems;

namespace Rectify.Core.Notices;

public sealed record NoticeDrafted(Guid NoticeId, Guid CampaignId, Guid ProblemId, Guid UnitId, NoticeForm Form) : Fact;

public sealed record NoticeRevised(NoticeForm Form) : Fact;

public sealed record NoticeDiscarded(string Reasons) : Fact
{
    public override string Why => Reasons;
}

/// <summary>Numbered and put on its rung.</summary>
public sealed record NoticeSigned(string Prefix, int Year, int Serial, int Ordinal) : Fact;

/// <summary>Delivered, with every date that follows from it.</summary>
public sealed record NoticeIssued(
    string Delivery, DateOnly ReceiptDue, DateOnly ReplyDue, DueBasis ReplyBasis, DateOnly CorrectionDue, DueBasis CorrectionBasis, bool OnlyUnansweredCounts) : Fact;

/// <summary>The stamped paper came back as a scan.</summary>
public sealed record NoticeScanAdded(StoredFile File) : Fact;

public sealed record NoticeReceived : Fact;

public sealed record NoticeReplyPrepared(NoticeReply Reply) : Fact;

/// <summary>The unit's leader confirmed the prepared reply.</summary>
public sealed record NoticeReplied : Fact;

public sealed record NoticeReplyAccepted(string Opinion) : Fact
{
    public override string Why => Opinion;
}

public sealed record NoticeReplyReturned(string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record NoticeChecked(bool Corrected, string Findings) : Fact
{
    public override string Why => Findings;
}

public sealed record NoticeFiled : Fact;

public sealed record NoticeRevoked(string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record NoticeObjected(string Text) : Fact
{
    public override string Why => Text;
}

public sealed record NoticeObjectionDecided(bool Upheld, string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record NoticeSuspended(string Reasons) : Fact
{
    public override string Why => Reasons;
}

/// <summary>The clocks run on, to these dates.</summary>
public sealed record NoticeResumed(string Reasons, DateOnly ReplyDue, DateOnly CorrectionDue) : Fact
{
    public override string Why => Reasons;
}
