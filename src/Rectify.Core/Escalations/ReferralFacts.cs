using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;

namespace Rectify.Core.Escalations;

public sealed record ReferralDrafted(Guid ReferralId, Guid CampaignId, Guid ProblemId, Guid UnitId, IReadOnlyList<Guid> Notices, string Title, string Letter) : Fact;

/// <summary>Let go without a letter.</summary>
public sealed record CandidateDismissed(Guid ReferralId, Guid CampaignId, Guid ProblemId, Guid UnitId, IReadOnlyList<Guid> Notices, string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record ReferralRedrafted(IReadOnlyList<Guid> Notices, string Title, string Letter) : Fact;

public sealed record ReferralApproved(NoticeNumber Number, string PackageJson, string Sha256, string Opinion) : Fact
{
    public override string Why => Opinion;
}

public sealed record ReferralScanAdded(StoredFile File) : Fact;

public sealed record ReferralTransferred : Fact;

public sealed record ReferralAcknowledged(string ReceiptNumber) : Fact;

public sealed record ReferralReturned(string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record ReferralOutcomeRecorded(string Outcome) : Fact
{
    public override string Why => Outcome;
}

public sealed record ReferralArchived : Fact;

public sealed record ReferralDismissed(string Reasons) : Fact
{
    public override string Why => Reasons;
}
