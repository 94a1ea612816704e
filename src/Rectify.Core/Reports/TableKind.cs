namespace Rectify.Core.Reports;

/// <summary>The prescribed tables whose title and columns a unit may choose. The first have a problem a row: one model, several printed views.</summary>
public enum TableKind
{
    /// <summary>整改销号台账</summary>
    Ledger = 0,

    /// <summary>问题清单: what was found.</summary>
    ProblemList = 1,

    /// <summary>任务清单: what is to be done, by whom and when.</summary>
    TaskList = 2,

    /// <summary>责任清单: who answers for it, unit by unit.</summary>
    ResponsibilityList = 3,

    /// <summary>公示表: what may be published, without any person's name.</summary>
    PublicTable = 4,

    /// <summary>进展情况表: the figures by unit and by category.</summary>
    Progress = 5,

    /// <summary>月报: one unit's report of one month.</summary>
    MonthlySheet = 6,

    /// <summary>销号申请表: a form, which has a title and no columns.</summary>
    CloseOutForm = 7,
}

/// <summary>What a column of a table tells: of a problem; from <see cref="Rank"/> on of a unit or category; from <see cref="FillingUnit"/> on of a unit's month.</summary>
public enum TableColumn
{
    /// <summary>序号, counted through the table.</summary>
    Serial = 0,
    Number = 1,
    Source = 2,
    Found = 3,
    ResponsibleUnit = 4,
    AssistingUnits = 5,
    Category = 6,
    Place = 7,
    Description = 8,
    Matter = 9,
    Severity = 10,
    Kind = 11,
    Goal = 12,
    Measures = 13,
    Leader = 14,
    Person = 15,

    /// <summary>整改时限, the first and the one in force.</summary>
    DueOldNew = 16,
    OriginalDue = 17,
    Due = 18,
    Progress = 19,
    Result = 20,
    State = 21,
    Warning = 22,
    Completed = 23,
    Evidence = 24,
    FirstReview = 25,
    Recheck = 26,
    ClosedOn = 27,
    NoticeCount = 28,
    LookBack = 29,
    Remark = 30,

    Rank = 100,

    /// <summary>The unit's or the category's.</summary>
    Name = 101,
    Total = 102,
    Immediate = 103,
    TimeLimited = 104,
    LongTermKind = 105,
    NotStarted = 106,
    Rectifying = 107,
    NearlyDone = 108,
    Done = 109,
    Closed = 110,
    LongTerm = 111,
    Overdue = 112,
    RectifiedRate = 113,
    ClosedRate = 114,
    OnTimeRate = 115,

    /// <summary>环比 of the close-out rate.</summary>
    Change = 116,
    FirstNotice = 117,
    SecondNotice = 118,
    ThirdNotice = 119,
    RepliedRate = 120,
    Complaints = 121,
    Satisfaction = 122,
    MonthlyReport = 123,

    FillingUnit = 200,
    Month = 201,
    IsNil = 202,
    NewTotal = 203,
    DoneTotals = 204,
    ClosedTotals = 205,
    Unfinished = 206,
    Symposiums = 207,
    Institutions = 208,
    Practices = 209,
    Difficulties = 210,
    NextSteps = 211,
    Preparer = 212,
    Reviewer = 213,
}
