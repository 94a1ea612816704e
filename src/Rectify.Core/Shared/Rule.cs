namespace Rectify.Core.Shared;

/// <summary>The rules of the procedure that can refuse a move. Each has a sentence in both languages.</summary>
public enum Rule
{
    // Any move
    WrongState,
    ReasonRequired,
    CannotLockOutSelf,
    NotInThisPhase,
    CampaignNotOpen,

    // Campaigns
    PhaseHasEnded,
    PhaseNotCurrent,
    PhaseExitNeedsWaiver,
    PhasesIncomplete,
    PhaseDatesReversed,
    PhasesOverlap,
    CampaignNeedsCategory,
    CampaignNeedsUnits,
    CategoryInUse,
    UnitDoesNotTakePart,
    UnitHasProblems,

    // Problem lists
    ListHasDrafts,
    ListIsEmpty,
    ListChangedMeanwhile,
    ListNotOpenForEntry,
    ListNotAccepted,
    NilReturnNeedsStatement,

    // Problems
    UnknownCategory,
    UnknownUnit,
    FoundInTheFuture,
    DueDateInThePast,
    DueAfterAssigned,
    PlanNeedsGoal,
    PlanNeedsMeasure,
    PlanNeedsPerson,
    PlanNotSkippable,
    ObjectionTooLate,
    SomethingElsePending,
    NothingPending,
    ExtensionTooLate,
    ExtensionNotLater,
    ExtensionLimitReached,
    MeasuresNotDone,
    MeasureUnknown,
    MeasureDoneInTheFuture,
    EvidenceMissing,
    ResultRequired,
    FurtherRequirementRequired,
    SamePerson,
    OfOwnUnit,
    SiteCheckRequired,
    FirstReviewMissing,
    CheckerRequired,
    PublicNoticeMissing,
    PublicNoticeRunning,
    ObjectionOpen,
    ObjectionUnknown,
    NoticeOpen,
    RecurrenceNotFound,
    MergeIntoItself,
    MergeTargetNotOpen,
    NotYourUnit,
    ReviewDateInThePast,
    EvidenceUnknown,

    // Organisations
    AdministratorStandsApart,
    UnitInsideItself,
    AlreadySetUp,

    // Notices
    NoticeUnfinished,
    NoticeFormIncomplete,
    ProblemReassigned,
    NoticeHasFailed,
    ReplyIncomplete,
    ReplyNotPrepared,
    ReplyNotAccepted,
    CheckTooEarly,
    AlreadyObjected,
    NoticeSuspended,
    NoticeNotSuspended,
    SuspensionTooLate,

    // Escalations
    NotACandidate,
    LetterRequired,

    // Reports
    NotAReportMonth,
    CountsReasonRequired,
    UnfinishedNeedsReason,

    // Imports
    ImportHasErrors,
    ImportAddsNothing,
    ImportRowMovedOn,
    WorkingLedgerHasErrors,
    WorkingLedgerOutdated,
}
