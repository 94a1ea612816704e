using Rectify.Core.Ledger;
using Rectify.Core.Problems;

namespace Rectify.Core.Documents;

public sealed record DocumentDrafted(Guid DocumentId, Guid CampaignId, DocumentKind Kind, DocumentContent Content, IReadOnlyList<AboutProblem> About) : Fact;

public sealed record DocumentRevised(DocumentContent Content) : Fact;

public sealed record DocumentDiscarded(string Reasons) : Fact
{
    public override string Why => Reasons;
}

/// <summary>Signed and numbered; the issuer's name stays as it was.</summary>
public sealed record DocumentIssued(string Prefix, int Year, int Serial, string Issuer) : Fact;

public sealed record DocumentVoided(string Reasons) : Fact
{
    public override string Why => Reasons;
}

/// <summary>The stamped paper came back as a scan.</summary>
public sealed record DocumentScanAdded(StoredFile File) : Fact;
