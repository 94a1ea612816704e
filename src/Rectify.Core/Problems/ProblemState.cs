namespace Rectify.Core.Problems;

/// <summary>Where a problem stands in its life (domain notes, part (c)). The numbers are stored and never change.</summary>
public enum ProblemState
{
    /// <summary>草稿</summary>
    Draft = 0,

    /// <summary>已登记</summary>
    Registered = 10,

    /// <summary>已交办</summary>
    Assigned = 20,

    /// <summary>方案待审</summary>
    PlanSubmitted = 30,

    /// <summary>整改中</summary>
    Rectifying = 40,

    /// <summary>申请销号</summary>
    CloseOutApplied = 50,

    /// <summary>初审通过</summary>
    FirstReviewed = 60,

    /// <summary>复核通过</summary>
    Rechecked = 70,

    /// <summary>公示中</summary>
    PublicNotice = 75,

    /// <summary>已销号</summary>
    Closed = 80,

    /// <summary>长期坚持</summary>
    LongTerm = 90,

    /// <summary>并案</summary>
    Merged = 100,

    /// <summary>作废</summary>
    Void = 110,
}

/// <summary>A decision somebody has been asked for while the problem stays in its state. At most one at a time.</summary>
public enum PendingDecision
{
    None = 0,

    /// <summary>The unit leader has to sign the plan.</summary>
    SignPlan = 1,
    SignExtension = 2,
    SignLongTerm = 3,
    SignCloseOut = 4,

    /// <summary>The office leader has to decide the unit's objection to the assignment.</summary>
    DecideObjection = 5,
    DecideExtension = 6,
    DecideLongTerm = 7,
}

/// <summary>整改类型</summary>
public enum ProblemKind
{
    /// <summary>立行立改</summary>
    Immediate = 1,

    /// <summary>限期整改</summary>
    TimeLimited = 2,

    /// <summary>长期整改</summary>
    LongTerm = 3,
}

/// <summary>严重程度</summary>
public enum Severity
{
    /// <summary>一般</summary>
    Ordinary = 1,

    /// <summary>较重</summary>
    Considerable = 2,

    /// <summary>严重</summary>
    Serious = 3,
}

/// <summary>问题来源</summary>
public enum ProblemSource
{
    SelfInspection = 1,
    Survey = 2,
    PublicReview = 3,
    Complaint = 4,
    Inspection = 5,
    UnannouncedVisit = 6,
    VideoPatrol = 7,
    Symposium = 8,
    LeaderInstruction = 9,
    SuperiorInspection = 10,
    Hotline = 11,
}

/// <summary>怕、慢、假、庸、散 (source 0): the working styles a problem shows.</summary>
[Flags]
public enum WorkStyles
{
    None = 0,
    Timid = 1,
    Slow = 2,
    Sham = 4,
    Mediocre = 8,
    Slack = 16,
}

/// <summary>Derived, never stored: how urgent an item is. Always shown with its word.</summary>
public enum WarningColour
{
    /// <summary>正常, or no longer running</summary>
    Green = 0,

    /// <summary>临期</summary>
    Blue = 1,

    /// <summary>滞后或退回</summary>
    Yellow = 2,

    /// <summary>逾期</summary>
    Red = 3,
}

/// <summary>What a file shows.</summary>
public enum EvidencePurpose
{
    Before = 1,
    After = 2,
    Document = 3,
    SiteCheck = 4,
}
