using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>Everything in the seed-data folder, read once. Its README describes the shapes.</summary>
internal sealed record SeedFiles(
    SeedCampaign Campaign,
    IReadOnlyList<SeedUnit> Units,
    IReadOnlyList<SeedPerson> People,
    IReadOnlyList<FinishedProblem> Problems,
    Story Story,
    IReadOnlyList<Template> Templates,
    Phrases Phrases)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static SeedFiles Read(string directory)
    {
        return new SeedFiles(
            File<SeedCampaign>("ganzhou-2018/campaign.json"),
            File<List<SeedUnit>>("ganzhou-2018/units.json"),
            File<List<SeedPerson>>("ganzhou-2018/people.json"),
            File<List<FinishedProblem>>("ganzhou-2018/problems.json"),
            File<Story>("live/story.json"),
            File<List<Template>>("live/templates.json"),
            new Phrases(File<JsonElement>("live/phrases.json"), Json));

        T File<T>(string name)
        {
            using var stream = System.IO.File.OpenRead(Path.Combine(directory, name));
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"{name} is empty");
        }
    }
}

internal sealed record SeedCampaign(CampaignDetails Details, IReadOnlyList<CampaignPhase> Phases, IReadOnlyList<SeedCategory> Categories)
{
    /// <summary>Names by code, e.g. 4.7.</summary>
    public IReadOnlyDictionary<string, string> SymptomNames => Categories.SelectMany(category => category.Symptoms).ToDictionary(symptom => symptom.Code, symptom => symptom.Name);
}

internal sealed record SeedCategory(string Code, string Name, IReadOnlyList<SeedSymptom> Symptoms);

internal sealed record SeedSymptom(string Code, string Name, bool MayBeClue = false);

internal sealed record SeedUnit(
    string Key, string Name, UnitLevel Level, UnitKind Kind, string? Parent, bool TakesPart, IReadOnlyList<string>? Fields, IReadOnlyList<Desk>? Desks, string? LaterName, DateOnly? LaterFrom)
{
    /// <summary>Whether material of these lines of business fits the unit; null fits every unit.</summary>
    public bool Handles(IReadOnlyList<string>? fields) => fields is null || (Fields ?? []).Any(field => field == "*" || fields.Contains(field));
}

/// <summary>A window with what is handled there.</summary>
internal sealed record Desk(string Place, IReadOnlyList<string> Matters);

internal sealed record SeedPerson(string Key, string Name, string Post, string Unit, IReadOnlyList<Role> Roles, string? Duty, string? UserName)
{
    public Role AllRoles => Roles.Aggregate(Role.None, (all, role) => all | role);
}

/// <summary>A problem of the finished campaign with the days on which everything happened.</summary>
internal sealed record FinishedProblem(
    string Key, string Unit, string Symptom, ProblemSource Source, Severity Severity, ProblemKind Kind, IReadOnlyList<WorkStyles> Styles, string Place, string Matter, string Description, DateOnly FoundOn,
    string? EnteredBy, string? Goal, IReadOnlyList<string>? Measures, DateOnly AssignedOn, int? WorkingDays, string? Result, string Fate,
    DateOnly? AppliedOn, DateOnly? FirstReviewedOn, DateOnly? RecheckedOn, DateOnly? ClosedOn, SeenOnSite? SiteCheck,
    SentBack? Returned, LaterDate? Extension, ForLong? LongTerm, string? MergedInto, DateOnly? EndedOn, string? Reason, SeenAgain? LookBack, OpenedAgain? Reopened, bool CarriedOver,
    IReadOnlyList<FinishedNotice>? Notices, FinishedReferral? Referral);

internal sealed record SeenOnSite(string Present, string Findings);

internal sealed record SentBack(DateOnly AppliedOn, DateOnly ReturnedOn, string Requirement);

internal sealed record LaterDate(DateOnly AskedOn, DateOnly NewDueOn, string Reason, string Progress, DateOnly DecidedOn);

internal sealed record ForLong(DateOnly AskedOn, DateOnly DecidedOn, string StageGoal, string Reason, DateOnly NextReview);

internal sealed record SeenAgain(DateOnly On, bool Recurred, string Findings);

internal sealed record OpenedAgain(DateOnly On, DateOnly DueOn, string Reason, DateOnly AppliedOn, DateOnly FirstReviewedOn, DateOnly RecheckedOn, DateOnly ClosedOn, string Result);

internal sealed record FinishedNotice(
    DateOnly IssuedOn, DateOnly ReceivedOn, string Basis, string ProblemsFound, DateOnly CorrectionDueOn,
    DateOnly? RepliedOn, string? Undertaking, string? Reply, DateOnly? AcceptedOn, DateOnly? CheckedOn, bool Corrected, string? Finding);

internal sealed record FinishedReferral(
    DateOnly DraftedOn, DateOnly ApprovedOn, DateOnly TransferredOn, DateOnly AcknowledgedOn, DateOnly OutcomeOn, string Facts, string Request, string Outcome);

/// <summary>The running campaign, laid around the day of the first start.</summary>
internal sealed record Story(StoryDetails Details, IReadOnlyList<StoryPhase> Phases, StoryLists Lists, IReadOnlyList<FateCount> Fates);

internal sealed record StoryDetails(string Title, string DocumentNumber, string Issuer, string LeadBody, string Office, string Scope, string Requirements, int IssuedOnDay);

internal sealed record StoryPhase(PhaseKind Kind, int FromDay, int ToDay, string Goals);

/// <summary>How many units did what with their lists.</summary>
internal sealed record StoryLists(int Nil, int Missing, int Late, int Returned, int SupplementsAccepted, int SupplementsDraft, int SupplementsSubmitted, int SupplementsReturned);

internal sealed record FateCount(string Fate, int Count);

/// <summary>The material of one symptom.</summary>
internal sealed record Template(
    string Symptom, IReadOnlyList<WorkStyles> Styles, ProblemKind Kind, bool PublicPlaces, bool LongTerm,
    IReadOnlyList<TemplateItem> Items, IReadOnlyList<string> Goals, IReadOnlyList<string> Measures, IReadOnlyList<string> Results)
{
    /// <summary>The category's number, the first part of the symptom's code.</summary>
    public string Category => Symptom[..Symptom.IndexOf('.', StringComparison.Ordinal)];
}

internal sealed record TemplateItem(IReadOnlyList<string>? Fields, string Place, string Matter, string Description);
