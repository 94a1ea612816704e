using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Web.Campaigns;

/// <summary>The categories as the form holds them between posts: each button changes the form only, and saving sends the whole.</summary>
public sealed class CategoriesInput
{
    public int Version { get; set; }

    /// <summary>What the pressed button asks for; null saves. See <see cref="Take"/>.</summary>
    public string? Step { get; set; }

    // A post without a single line maps the list to null.
    public List<CategoryInput> Categories { get; set => field = value ?? []; } = [];

    public static CategoriesInput Of(Campaign campaign) => new()
    {
        Version = campaign.Version,
        Categories = [.. campaign.Categories.Select(category => new CategoryInput
        {
            Id = category.Id,
            Name = category.Name,
            Symptoms = [.. category.Symptoms.Select(symptom => new SymptomInput { Id = symptom.Id, Name = symptom.Name, MayBeClue = symptom.MayBeClue })],
        })],
    };

    /// <summary>Does what a button asked for: <c>add</c>, <c>up-3</c> and <c>remove-3</c> for a category, <c>add-3</c>, <c>up-3-1</c> and <c>remove-3-1</c> for its symptoms.</summary>
    /// <returns>False when there was no such step, so that the form is to be saved.</returns>
    public bool Take()
    {
        var parts = Step?.Split('-') ?? [];
        Step = null;
        var numbers = parts.Skip(1).Select(part => int.TryParse(part, out var number) ? number : -1).ToList();
        switch (parts.FirstOrDefault(), numbers)
        {
            case ("add", []):
                Categories.Add(new CategoryInput { Id = Ids.New(), Symptoms = [new SymptomInput { Id = Ids.New() }] });
                return true;
            case ("add", [var at]) when Has(Categories, at):
                Categories[at].Symptoms.Add(new SymptomInput { Id = Ids.New() });
                return true;
            case (var what, [var at]) when Has(Categories, at):
                return Moved(Categories, what, at);
            case (var what, [var at, var symptom]) when Has(Categories, at) && Has(Categories[at].Symptoms, symptom):
                return Moved(Categories[at].Symptoms, what, symptom);
            default:
                return false;
        }
    }

    /// <summary>Leaves out lines that were added and never written on.</summary>
    /// <param name="campaign">What is kept there must have a name.</param>
    public void DropBlankLines(Campaign campaign)
    {
        var known = campaign.Categories.SelectMany(category => category.Symptoms.Select(symptom => symptom.Id).Append(category.Id)).ToHashSet();
        foreach (var category in Categories)
        {
            category.Symptoms.RemoveAll(symptom => string.IsNullOrWhiteSpace(symptom.Name) && !known.Contains(symptom.Id));
        }

        Categories.RemoveAll(category => string.IsNullOrWhiteSpace(category.Name) && category.Symptoms.Count == 0 && !known.Contains(category.Id));
    }

    public IReadOnlyList<ProblemCategory> All() =>
        [.. Categories.Select(category => new ProblemCategory(
            category.Id, category.Name?.Trim() ?? "", [.. category.Symptoms.Select(symptom => new Symptom(symptom.Id, symptom.Name?.Trim() ?? "", symptom.MayBeClue))]))];

    private static bool Has<T>(List<T> list, int at) => at >= 0 && at < list.Count;

    private static bool Moved<T>(List<T> list, string? what, int at)
    {
        switch (what)
        {
            case "up" when at > 0:
                (list[at - 1], list[at]) = (list[at], list[at - 1]);
                return true;
            case "down" when at < list.Count - 1:
                (list[at + 1], list[at]) = (list[at], list[at + 1]);
                return true;
            case "up" or "down":
                return true;
            case "remove":
                list.RemoveAt(at);
                return true;
            default:
                return false;
        }
    }
}

/// <summary>One category's fields.</summary>
public sealed class CategoryInput
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public List<SymptomInput> Symptoms { get; set => field = value ?? []; } = [];
}

/// <summary>One symptom's fields.</summary>
public sealed class SymptomInput
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public bool MayBeClue { get; set; }
}
