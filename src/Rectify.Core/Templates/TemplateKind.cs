namespace Rectify.Core.Templates;

/// <summary>The texts the office can edit, one for each thing it drafts. The numbers are stored and never change.</summary>
public enum TemplateKind
{
    /// <summary>催办通知</summary>
    Reminder = 1,

    /// <summary>整改通知书</summary>
    RectificationNotice = 2,

    /// <summary>督办函</summary>
    SupervisionLetter = 3,

    /// <summary>移送函</summary>
    ReferralLetter = 4,

    /// <summary>发文依据 of an accountability notice; its other fields are the record's.</summary>
    NoticeBasis = 5,

    /// <summary>通报: title and 总体情况.</summary>
    Bulletin = 6,

    /// <summary>工作要求 of a bulletin.</summary>
    BulletinRequirements = 7,
}
