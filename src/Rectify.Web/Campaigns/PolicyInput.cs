using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Web.Campaigns;

/// <summary>What the fields of the campaign's rules post; the names are those of <see cref="CampaignPolicy"/>.</summary>
public sealed class PolicyInput
{
    public int? NoticeLimit { get; set; }

    public bool OnlyUnansweredNoticesCount { get; set; }

    public int? ReceiptWorkingDays { get; set; }

    public int? ReplyWorkingDays { get; set; }

    public int? CorrectionWorkingDays { get; set; }

    public int? ImmediateWorkingDays { get; set; }

    public int? ObjectionWorkingDays { get; set; }

    public int? ExtensionLimit { get; set; }

    public int? ReminderWorkingDays { get; set; }

    public int? BehindWorkingDays { get; set; }

    public bool PublicNoticeRequired { get; set; }

    public int? PublicNoticeDays { get; set; }

    public int? LookBackDays { get; set; }

    public int? LookBackPercent { get; set; }

    public int? SiteCheckPercent { get; set; }

    public bool ShortChain { get; set; }

    public bool ImmediateSkipsPlan { get; set; }

    public int? RateDecimals { get; set; }

    public bool MonthlyReports { get; set; }

    public int? MonthlyReportDay { get; set; }

    public List<PhaseMove> MobilisationMoves { get; set => field = value ?? []; } = [];

    public List<PhaseMove> SelfInspectionMoves { get; set => field = value ?? []; } = [];

    public List<PhaseMove> ConcentratedMoves { get; set => field = value ?? []; } = [];

    public List<PhaseMove> InstitutionBuildingMoves { get; set => field = value ?? []; } = [];

    public static PolicyInput Of(CampaignPolicy policy) => new()
    {
        NoticeLimit = policy.NoticeLimit, OnlyUnansweredNoticesCount = policy.OnlyUnansweredNoticesCount, ReceiptWorkingDays = policy.ReceiptWorkingDays,
        ReplyWorkingDays = policy.ReplyWorkingDays, CorrectionWorkingDays = policy.CorrectionWorkingDays, ImmediateWorkingDays = policy.ImmediateWorkingDays,
        ObjectionWorkingDays = policy.ObjectionWorkingDays, ExtensionLimit = policy.ExtensionLimit, ReminderWorkingDays = policy.ReminderWorkingDays,
        BehindWorkingDays = policy.BehindWorkingDays, PublicNoticeRequired = policy.PublicNoticeRequired, PublicNoticeDays = policy.PublicNoticeDays,
        LookBackDays = policy.LookBackDays, LookBackPercent = policy.LookBackPercent, SiteCheckPercent = policy.SiteCheckPercent, ShortChain = policy.ShortChain,
        ImmediateSkipsPlan = policy.ImmediateSkipsPlan, RateDecimals = policy.RateDecimals, MonthlyReports = policy.MonthlyReports, MonthlyReportDay = policy.MonthlyReportDay, MobilisationMoves = [.. policy.MobilisationMoves],
        SelfInspectionMoves = [.. policy.SelfInspectionMoves], ConcentratedMoves = [.. policy.ConcentratedMoves], InstitutionBuildingMoves = [.. policy.InstitutionBuildingMoves],
    };

    /// <summary>The numbers left empty, as errors at their fields.</summary>
    /// <param name="prefix">The path to this input, with its dot.</param>
    public IReadOnlyList<FieldError> Missing(string prefix) =>
        [.. GetType().GetProperties().Where(property => property.PropertyType == typeof(int?) && property.GetValue(this) is null)
            .Select(property => new FieldError(prefix + property.Name, "Required"))];

    public CampaignPolicy Policy() => new()
    {
        NoticeLimit = NoticeLimit ?? 0, OnlyUnansweredNoticesCount = OnlyUnansweredNoticesCount, ReceiptWorkingDays = ReceiptWorkingDays ?? 0,
        ReplyWorkingDays = ReplyWorkingDays ?? 0, CorrectionWorkingDays = CorrectionWorkingDays ?? 0, ImmediateWorkingDays = ImmediateWorkingDays ?? 0,
        ObjectionWorkingDays = ObjectionWorkingDays ?? 0, ExtensionLimit = ExtensionLimit ?? 0, ReminderWorkingDays = ReminderWorkingDays ?? 0,
        BehindWorkingDays = BehindWorkingDays ?? 0, PublicNoticeRequired = PublicNoticeRequired, PublicNoticeDays = PublicNoticeDays ?? 0,
        LookBackDays = LookBackDays ?? 0, LookBackPercent = LookBackPercent ?? 0, SiteCheckPercent = SiteCheckPercent ?? 0, ShortChain = ShortChain,
        ImmediateSkipsPlan = ImmediateSkipsPlan, RateDecimals = RateDecimals ?? 0, MonthlyReports = MonthlyReports, MonthlyReportDay = MonthlyReportDay ?? 0, MobilisationMoves = Ordered(MobilisationMoves),
        SelfInspectionMoves = Ordered(SelfInspectionMoves), ConcentratedMoves = Ordered(ConcentratedMoves), InstitutionBuildingMoves = Ordered(InstitutionBuildingMoves),
    };

    /// <summary>The moves ticked for a phase.</summary>
    public List<PhaseMove> MovesIn(PhaseKind phase) => phase switch
    {
        PhaseKind.Mobilisation => MobilisationMoves,
        PhaseKind.SelfInspection => SelfInspectionMoves,
        PhaseKind.Concentrated => ConcentratedMoves,
        _ => InstitutionBuildingMoves,
    };

    private static List<PhaseMove> Ordered(List<PhaseMove> moves) => [.. Enum.GetValues<PhaseMove>().Where(moves.Contains)];
}
