using MediatR;
using Rectify.Core.Escalations;
using Rectify.Core.Shared;

namespace Rectify.Web.Escalations;

/// <summary>What a move's form posts. The names are those of the commands, so that errors find their fields.</summary>
public sealed class ReferralMoveInput
{
    public ReferralMove Move { get; set; }

    public int Version { get; set; }

    public string? Title { get; set; }

    public string? Letter { get; set; }

    public string? Opinion { get; set; }

    public string? Reasons { get; set; }

    public string? ReceiptNumber { get; set; }

    public string? Outcome { get; set; }

    /// <summary>The command a posted form stands for.</summary>
    public IRequest<Result<Done>> CommandOn(Guid id) => Move switch
    {
        ReferralMove.Redraft => new RedraftReferral(id, Version, Title ?? "", Letter ?? ""),
        ReferralMove.Approve => new ApproveReferral(id, Version, Opinion ?? ""),
        ReferralMove.Transfer => new TransferReferral(id, Version),
        ReferralMove.Acknowledge => new AcknowledgeReferral(id, Version, ReceiptNumber ?? ""),
        ReferralMove.Return => new ReturnReferral(id, Version, Reasons ?? ""),
        ReferralMove.RecordOutcome => new RecordReferralOutcome(id, Version, Outcome ?? ""),
        ReferralMove.Archive => new ArchiveReferral(id, Version),
        ReferralMove.Dismiss => new DismissReferral(id, Version, Reasons ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(id), Move, null),
    };
}
