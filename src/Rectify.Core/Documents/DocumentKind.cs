namespace Rectify.Core.Documents;

/// <summary>The letters the office drafts from a template. Accountability notices, referral letters and bulletins are records of their own and only printed alike.</summary>
public enum DocumentKind
{
    /// <summary>催办通知</summary>
    Reminder = 1,

    /// <summary>整改通知书, from a visit.</summary>
    RectificationNotice = 2,

    /// <summary>督办函</summary>
    SupervisionLetter = 3,
}

/// <summary>Where a document stands. The numbers are stored and never change.</summary>
public enum DocumentState
{
    /// <summary>草稿</summary>
    Draft = 0,

    /// <summary>已签发: numbered.</summary>
    Issued = 10,

    /// <summary>作废: keeps its number.</summary>
    Voided = 20,

    /// <summary>草稿作废: never had a number.</summary>
    Discarded = 30,
}
