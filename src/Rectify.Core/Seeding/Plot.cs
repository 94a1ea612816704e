using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>What all scripts of one campaign share.</summary>
internal sealed class Plot(Campaign campaign, IReadOnlyList<SeedCategory> categories, Cast cast, OfficeHours hours, SeedIds ids, Random random)
{
    private readonly Dictionary<string, (Guid Category, Guid Symptom)> _symptoms = categories.Zip(campaign.Categories)
        .SelectMany(pair => pair.First.Symptoms.Zip(pair.Second.Symptoms).Select(symptom => (symptom.First.Code, pair.Second.Id, symptom.Second.Id)))
        .ToDictionary(symptom => symptom.Code, symptom => (symptom.Item2, symptom.Item3));

    public Guid CampaignId => campaign.Id;

    public CampaignPolicy Policy => campaign.Policy;

    public DateOnly LastDayOf(PhaseKind phase) => campaign.Plan(phase).To;

    public Timetable Timetable { get; } = new();

    public Cast Cast => cast;

    public OfficeHours Hours => hours;

    public SeedIds Ids => ids;

    public Random Random => random;

    /// <summary>The campaign's own ids of a symptom by its code, e.g. 4.7.</summary>
    public (Guid Category, Guid Symptom) Symptom(string code) => _symptoms[code];

    /// <summary>A picture unlike all others.</summary>
    public Drawing NewPicture(EvidencePurpose shows) => new(shows, ids.NextPicture());
}

/// <summary>What a problem is about, and what its unit will do.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="Symptom">The symptom's code.</param>
/// <param name="Assisting">Keys of units that help.</param>
internal sealed record Case(
    string Unit, string Symptom, ProblemSource Source, Severity Severity, ProblemKind Kind, WorkStyles Styles, string Place, string Matter, string Description, DateOnly FoundOn,
    string Goal, IReadOnlyList<string> Measures, string Result, IReadOnlyList<string> Assisting);
