using Rectify.Core.Reports;
using Rectify.Core.Shared;

namespace Rectify.Web.Reports;

/// <summary>What the monthly report's form posts; the names are those of the command.</summary>
public sealed class MonthlyInput
{
    public DateOnly Month { get; set; }

    public int Version { get; set; }

    public MonthlyCountsInput Counts { get; set => field = value ?? new(); } = new();

    public string? CountsReason { get; set; }

    public MonthlyTextInput Text { get; set => field = value ?? new(); } = new();

    public static MonthlyInput Of(MonthlyReportView view, string preparer)
    {
        var (counts, text) = ((view.Report?.Changes ?? CountChanges.None).On(view.Ledger), view.Report?.Text ?? MonthlyText.Empty with { Preparer = preparer });
        return new MonthlyInput
        {
            Month = view.Month,
            Version = view.Report?.Version ?? 0,
            CountsReason = view.Report?.Changes.Reason,
            Counts = new() { New = counts.New, Total = counts.Total, Done = counts.Done, DoneTotal = counts.DoneTotal, Closed = counts.Closed, ClosedTotal = counts.ClosedTotal },
            Text = new()
            {
                Unfinished = text.Unfinished, Symposiums = text.Symposiums, SymposiumPersons = text.SymposiumPersons, ComplaintsReceived = text.ComplaintsReceived, ComplaintsSettled = text.ComplaintsSettled,
                Institutions = text.Institutions, Practices = text.Practices, Difficulties = text.Difficulties, NextSteps = text.NextSteps, Preparer = text.Preparer,
            },
        };
    }

    /// <summary>The numbers left empty, as errors at their fields.</summary>
    public IReadOnlyList<FieldError> Missing() => [.. Empty(Counts, nameof(Counts)), .. Empty(Text, nameof(Text))];

    public WriteMonthlyReport Command(Guid campaign) => new(
        campaign, Month, Version,
        new MonthlyCounts(Counts.New ?? 0, Counts.Total ?? 0, Counts.Done ?? 0, Counts.DoneTotal ?? 0, Counts.Closed ?? 0, Counts.ClosedTotal ?? 0), CountsReason ?? "",
        new MonthlyText(
            Text.Unfinished ?? "", Text.Symposiums ?? 0, Text.SymposiumPersons ?? 0, Text.ComplaintsReceived ?? 0, Text.ComplaintsSettled ?? 0,
            Text.Institutions ?? "", Text.Practices ?? "", Text.Difficulties ?? "", Text.NextSteps ?? "", Text.Preparer ?? ""));

    private static IEnumerable<FieldError> Empty(object part, string name) =>
        part.GetType().GetProperties().Where(property => property.PropertyType == typeof(int?) && property.GetValue(part) is null).Select(property => new FieldError($"{name}.{property.Name}", "Required"));
}

public sealed class MonthlyCountsInput
{
    public int? New { get; set; }

    public int? Total { get; set; }

    public int? Done { get; set; }

    public int? DoneTotal { get; set; }

    public int? Closed { get; set; }

    public int? ClosedTotal { get; set; }
}

public sealed class MonthlyTextInput
{
    public string? Unfinished { get; set; }

    public int? Symposiums { get; set; }

    public int? SymposiumPersons { get; set; }

    public int? ComplaintsReceived { get; set; }

    public int? ComplaintsSettled { get; set; }

    public string? Institutions { get; set; }

    public string? Practices { get; set; }

    public string? Difficulties { get; set; }

    public string? NextSteps { get; set; }

    public string? Preparer { get; set; }
}
