namespace Rectify.Core.Escalations;

/// <summary>Where a referral to the discipline body stands. A candidate is derived and has no record. The numbers are stored and never change.</summary>
public enum ReferralState
{
    /// <summary>已起草</summary>
    Drafted = 0,

    /// <summary>已批准: the package is frozen, nothing has left the office.</summary>
    Approved = 10,

    /// <summary>已移送</summary>
    Transferred = 20,

    /// <summary>已回执</summary>
    Acknowledged = 30,

    /// <summary>退回: the office drafts again or dismisses.</summary>
    Returned = 40,

    /// <summary>已反馈处置结果</summary>
    OutcomeRecorded = 50,

    /// <summary>已归档</summary>
    Archived = 60,

    /// <summary>不予移送</summary>
    Dismissed = 70,
}
