using Rectify.Core.Problems;

namespace Rectify.Core.Reports;

/// <summary>What a table looks like before anybody changes it, and what it may show at all (domain notes, section 1 and part (d)).</summary>
/// <param name="Columns">The prescribed columns in their order.</param>
/// <param name="Choices">The columns somebody may choose, the prescribed ones among them.</param>
public sealed record TableForm(TableKind Kind, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableColumn> Choices)
{
    /// <summary>Stands for the campaign in a title, as officials write it themselves: 《××问题清单》.</summary>
    public const string CampaignMark = "××";

    /// <summary>A unit's own title of a table of this campaign.</summary>
    public static string Titled(string own, string campaignTitle) => own.Replace(CampaignMark, campaignTitle, StringComparison.Ordinal);

    private static readonly TableColumn[] All = [.. Enum.GetValues<TableColumn>().Where(column => column < TableColumn.Rank)];

    private static readonly TableColumn[] Figures = [.. Enum.GetValues<TableColumn>().Where(column => column is >= TableColumn.Rank and < TableColumn.FillingUnit), TableColumn.Remark];

    private static readonly TableColumn[] OfMonth =
    [
        TableColumn.FillingUnit, TableColumn.Month, TableColumn.IsNil, TableColumn.NewTotal, TableColumn.DoneTotals, TableColumn.ClosedTotals, TableColumn.Unfinished,
        TableColumn.Symposiums, TableColumn.Complaints, TableColumn.Institutions, TableColumn.Practices, TableColumn.Difficulties, TableColumn.NextSteps,
        TableColumn.Preparer, TableColumn.Reviewer,
    ];

    private static readonly Dictionary<TableKind, TableForm> Forms = new TableForm[]
    {
        new(TableKind.Ledger,
        [
            TableColumn.Serial, TableColumn.Number, TableColumn.Source, TableColumn.Found, TableColumn.ResponsibleUnit, TableColumn.Category, TableColumn.Description,
            TableColumn.Severity, TableColumn.Kind, TableColumn.Goal, TableColumn.Measures, TableColumn.Leader, TableColumn.Person, TableColumn.DueOldNew,
            TableColumn.Progress, TableColumn.State, TableColumn.Warning, TableColumn.Completed, TableColumn.Evidence, TableColumn.FirstReview, TableColumn.Recheck,
            TableColumn.ClosedOn, TableColumn.NoticeCount, TableColumn.LookBack, TableColumn.Remark,
        ], All),
        new(TableKind.ProblemList,
        [
            TableColumn.Serial, TableColumn.Number, TableColumn.Found, TableColumn.Source, TableColumn.ResponsibleUnit, TableColumn.Place, TableColumn.Category,
            TableColumn.Description, TableColumn.Severity, TableColumn.Kind, TableColumn.Due, TableColumn.Leader, TableColumn.Person, TableColumn.Remark,
        ], All),
        new(TableKind.TaskList,
        [
            TableColumn.Serial, TableColumn.Number, TableColumn.Description, TableColumn.Goal, TableColumn.Measures, TableColumn.ResponsibleUnit,
            TableColumn.AssistingUnits, TableColumn.Leader, TableColumn.Person, TableColumn.Due, TableColumn.Progress, TableColumn.State,
        ], All),
        new(TableKind.ResponsibilityList,
        [
            TableColumn.Serial, TableColumn.ResponsibleUnit, TableColumn.Leader, TableColumn.Person, TableColumn.AssistingUnits, TableColumn.Number,
            TableColumn.Description, TableColumn.Measures, TableColumn.Due, TableColumn.State, TableColumn.Warning,
        ], All),
        new(TableKind.PublicTable,
        [
            TableColumn.Number, TableColumn.Description, TableColumn.Goal, TableColumn.Measures, TableColumn.Result, TableColumn.ResponsibleUnit, TableColumn.Due,
        ],
        [
            TableColumn.Serial, TableColumn.Number, TableColumn.ResponsibleUnit, TableColumn.Category, TableColumn.Description, TableColumn.Kind, TableColumn.Goal,
            TableColumn.Measures, TableColumn.Due, TableColumn.Result, TableColumn.Completed, TableColumn.ClosedOn,
        ]),
        new(TableKind.Progress, Figures, Figures),
        new(TableKind.MonthlySheet, OfMonth, OfMonth),
        new(TableKind.CloseOutForm, [], []),
    }.ToDictionary(form => form.Kind);

    /// <summary>The tables with a problem a row.</summary>
    public static IReadOnlyList<TableKind> OfProblems { get; } = [TableKind.Ledger, TableKind.ProblemList, TableKind.TaskList, TableKind.ResponsibilityList, TableKind.PublicTable];

    /// <summary>What a public table tells of: rectification that was verified, in public notice or closed.</summary>
    internal static readonly ProblemState[] Publishable = [ProblemState.Rechecked, ProblemState.PublicNotice, ProblemState.Closed];

    public static TableForm Of(TableKind kind) => Forms[kind];
}
