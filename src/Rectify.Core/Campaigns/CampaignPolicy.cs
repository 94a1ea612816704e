namespace Rectify.Core.Campaigns;

/// <summary>Moves that a campaign may allow in one phase and not in another.</summary>
public enum PhaseMove
{
    EnterProblems = 1,
    RegisterProblems = 2,
    Assign = 3,
    Rectify = 4,
    Extend = 5,
    Review = 6,
    Close = 7,
    LookBack = 8,
    Notices = 9,
}

/// <summary>Every number of the procedure as a setting. The defaults are those of the domain notes.</summary>
public sealed record CampaignPolicy
{
    /// <summary>Failed notices on one problem that make it a candidate for referral (source 2: three).</summary>
    public int NoticeLimit { get; init; } = 3;

    /// <summary>Read the three-times rule strictly: only notices without any written reply count as failed.</summary>
    public bool OnlyUnansweredNoticesCount { get; init; }

    /// <summary>Working days to sign for a notice; after that it counts as served.</summary>
    public int ReceiptWorkingDays { get; init; } = 1;

    /// <summary>Working days for the written reply, counted from delivery.</summary>
    public int ReplyWorkingDays { get; init; } = 5;

    /// <summary>Working days for the correction a notice demands, counted from delivery, unless the notice names a date.</summary>
    public int CorrectionWorkingDays { get; init; } = 10;

    /// <summary>Working days for problems to be corrected at once (立行立改).</summary>
    public int ImmediateWorkingDays { get; init; } = 3;

    /// <summary>Working days within which a unit may object to an assignment (信访工作条例 art. 23).</summary>
    public int ObjectionWorkingDays { get; init; } = 5;

    /// <summary>How often a due date may be moved.</summary>
    public int ExtensionLimit { get; init; } = 2;

    /// <summary>Working days before the due date from which an item shows blue.</summary>
    public int ReminderWorkingDays { get; init; } = 3;

    /// <summary>Working days before the due date from which an item whose work has not begun shows yellow.</summary>
    public int BehindWorkingDays { get; init; } = 1;

    /// <summary>Whether a problem is published before it is closed.</summary>
    public bool PublicNoticeRequired { get; init; }

    /// <summary>Calendar days a public notice lasts.</summary>
    public int PublicNoticeDays { get; init; } = 10;

    /// <summary>Calendar days after closing from which a look-back is due.</summary>
    public int LookBackDays { get; init; } = 30;

    /// <summary>Share of closed problems drawn for look-back, in percent.</summary>
    public int LookBackPercent { get; init; } = 20;

    /// <summary>Share of ordinary problems whose re-check needs an on-site record, in percent; serious ones always need it.</summary>
    public int SiteCheckPercent { get; init; } = 10;

    /// <summary>A small office: one person checks, another closes, and there is no separate first review.</summary>
    public bool ShortChain { get; init; }

    /// <summary>Problems to be corrected at once need no separate plan.</summary>
    public bool ImmediateSkipsPlan { get; init; } = true;

    /// <summary>Decimals of a percentage in reports.</summary>
    public int RateDecimals { get; init; } = 1;

    /// <summary>Whether units report month by month (source 0: at each month's end).</summary>
    public bool MonthlyReports { get; init; } = true;

    /// <summary>The day of the following month by which a monthly report is due; 0 is the month's own last day. A rest day moves it to the next working day.</summary>
    public int MonthlyReportDay { get; init; }

    public IReadOnlyList<PhaseMove> MobilisationMoves { get; init; } = [PhaseMove.EnterProblems, PhaseMove.RegisterProblems];

    public IReadOnlyList<PhaseMove> SelfInspectionMoves { get; init; } = Enum.GetValues<PhaseMove>();

    public IReadOnlyList<PhaseMove> ConcentratedMoves { get; init; } = Enum.GetValues<PhaseMove>();

    public IReadOnlyList<PhaseMove> InstitutionBuildingMoves { get; init; } = Enum.GetValues<PhaseMove>();

    public IReadOnlyList<PhaseMove> MovesIn(PhaseKind phase) => phase switch
    {
        PhaseKind.Mobilisation => MobilisationMoves,
        PhaseKind.SelfInspection => SelfInspectionMoves,
        PhaseKind.Concentrated => ConcentratedMoves,
        PhaseKind.InstitutionBuilding => InstitutionBuildingMoves,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };
}
