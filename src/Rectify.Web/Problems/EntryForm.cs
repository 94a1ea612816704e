using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>What the forms for a problem post: a unit's entry, or what the office registers.</summary>
public sealed class EntryForm
{
    /// <summary>Made when the form was first shown; a repeated post is recognised by it.</summary>
    public Guid ProblemId { get; set; }

    public int Version { get; set; }

    public Guid? UnitId { get; set; }

    public FindingForm Finding { get; set; } = new();

    public PlanForm Plan { get; set; } = new();

    public List<Guid> AssistingUnits { get; set => field = value ?? []; } = [];

    /// <summary>The near duplicates shown with the form; pressed again, it is saved all the same.</summary>
    public string? Seen { get; set; }

    /// <summary>Which button sent it: <c>another</c> shows an empty form next.</summary>
    public string? Next { get; set; }

    public static EntryForm Of(Problem problem) => new()
    {
        ProblemId = problem.Id,
        Version = problem.Version,
        UnitId = problem.UnitId,
        Finding = FindingForm.Of(problem),
        Plan = new PlanForm
        {
            Goal = problem.Goal, Measures = string.Join('\n', problem.Measures.Select(measure => measure.Text)), DueDate = problem.ProposedDueDate,
            ResponsibleLeader = problem.ResponsibleLeader, ResponsiblePerson = problem.ResponsiblePerson,
        },
        AssistingUnits = [.. problem.AssistingUnits.Select(unit => unit.UnitId)],
    };

    /// <summary>Whether there are near duplicates that the person has not seen yet.</summary>
    public bool MustWarnOf(IReadOnlyList<NearDuplicate> duplicates) => duplicates.Any(duplicate => Seen?.Contains($"{duplicate.ProblemId}", StringComparison.Ordinal) != true);

    /// <summary>Puts a refusal at the field it belongs to; the form's fields are the command's but for the choice of category and the lines of measures.</summary>
    public static Failure? AtField(Failure? failure) => failure switch
    {
        Invalid invalid => new Invalid([.. invalid.Errors.Select(error => error with { Field = Field(error.Field) }).DistinctBy(error => error.Field)]),
        Refused { Rule: Rule.FoundInTheFuture } refused => new Invalid([new FieldError("Finding.FoundOn", nameof(Rule.FoundInTheFuture), [.. refused.Values])]),
        Refused { Rule: Rule.UnknownCategory } => new Invalid([new FieldError("Finding.What", nameof(Rule.UnknownCategory))]),
        _ => failure,
    };

    private static string Field(string field) => field switch
    {
        "Finding.CategoryId" or "Finding.SymptomId" => "Finding.What",
        _ when field.StartsWith("Plan.Measures", StringComparison.Ordinal) => "Plan.Measures",
        _ => field,
    };
}

/// <summary>The finding's fields, as typed.</summary>
public sealed class FindingForm
{
    /// <summary>Category and symptom in one choice: the category's id, and after a colon the symptom's.</summary>
    public string? What { get; set; }

    public ProblemSource? Source { get; set; }

    public Severity? Severity { get; set; }

    public ProblemKind? Kind { get; set; }

    public List<WorkStyles> Styles { get; set => field = value ?? []; } = [];

    public string? Place { get; set; }

    public string? Description { get; set; }

    public string? Matter { get; set; }

    public DateOnly? FoundOn { get; set; }

    public string? Remark { get; set; }

    public static FindingForm Of(Problem problem) => new()
    {
        What = problem.SymptomId is { } symptom ? $"{problem.CategoryId}:{symptom}" : $"{problem.CategoryId}",
        Source = problem.Source, Severity = problem.Severity, Kind = problem.Kind,
        Styles = [.. StyleChoices.Where(style => problem.Styles.HasFlag(style))],
        Place = problem.Place, Description = problem.Description, Matter = problem.Matter, FoundOn = problem.FoundOn, Remark = problem.Remark,
    };

    public static IEnumerable<WorkStyles> StyleChoices => Enum.GetValues<WorkStyles>().Where(style => style != WorkStyles.None);

    /// <summary>What nobody chose stays empty and is refused at its field.</summary>
    public Finding ToFinding()
    {
        var (category, symptom) = Chosen;
        return new Finding(
            category, symptom, Source ?? default, Severity ?? default, Kind ?? default, Styles.Aggregate(WorkStyles.None, (all, style) => all | style),
            (Place ?? "").Trim(), (Description ?? "").Trim(), (Matter ?? "").Trim(), FoundOn ?? default, (Remark ?? "").Trim());
    }

    /// <summary>Whether the chosen symptom can point to a breach of discipline.</summary>
    public bool MayBeClue(Campaign campaign) =>
        campaign.Categories.SelectMany(category => category.Symptoms).Any(symptom => symptom.MayBeClue && symptom.Id == Chosen.Symptom);

    private (Guid Category, Guid? Symptom) Chosen => (What ?? "").Split(':') switch
    {
        [var category, var symptom] when Guid.TryParse(category, out var id) && Guid.TryParse(symptom, out var symptomId) => (id, symptomId),
        [var category] when Guid.TryParse(category, out var id) => (id, null),
        _ => (Guid.Empty, null),
    };
}

/// <summary>The plan's fields, as typed.</summary>
public sealed class PlanForm
{
    public string? Goal { get; set; }

    /// <summary>One measure a line.</summary>
    public string? Measures { get; set; }

    public DateOnly? DueDate { get; set; }

    public string? ResponsibleLeader { get; set; }

    public string? ResponsiblePerson { get; set; }

    public RectificationPlan ToPlan() => new(
        (Goal ?? "").Trim(),
        [.. (Measures ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Measure(line))],
        DueDate, (ResponsibleLeader ?? "").Trim(), (ResponsiblePerson ?? "").Trim());
}
