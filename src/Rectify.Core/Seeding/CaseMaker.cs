using Rectify.Core.Organisations;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>Makes up problems from the templates, each unlike the others: the material used least comes first, and never twice in one unit.</summary>
internal sealed class CaseMaker(SeedFiles files, Cast cast, Random random)
{
    private static readonly ProblemSource[] OfUnits =
        [ProblemSource.SelfInspection, ProblemSource.SelfInspection, ProblemSource.SelfInspection, ProblemSource.Survey, ProblemSource.PublicReview, ProblemSource.Complaint, ProblemSource.Symposium];

    private static readonly ProblemSource[] OfOffice =
        [ProblemSource.Inspection, ProblemSource.UnannouncedVisit, ProblemSource.VideoPatrol, ProblemSource.LeaderInstruction, ProblemSource.SuperiorInspection, ProblemSource.Hotline];

    private readonly HashSet<(string Unit, TemplateItem Item)> _used = [];
    private readonly Dictionary<TemplateItem, int> _uses = [];

    /// <param name="fits">Which templates may serve.</param>
    /// <param name="grave">Serious, as what comes before the discipline body.</param>
    public Case Make(string unit, bool byOffice, DateOnly foundOn, Func<Template, bool> fits, bool grave)
    {
        var owner = cast.UnitOf(unit);
        var (template, item) = Choose(owner, fits);
        var desk = Any(owner.Desks!);
        var values = new Dictionary<string, string> { ["day"] = Wording.Day(foundOn), ["time"] = Time() };
        values["place"] = Phrases.Fill(item.Place, new Dictionary<string, string> { ["place"] = desk.Place }, random);
        values["matter"] = Phrases.Fill(item.Matter, new Dictionary<string, string> { ["matter"] = Any(desk.Matters) }, random);
        return new Case(
            unit, template.Symptom, Any(byOffice ? OfOffice : OfUnits), SeverityOf(grave), template.Kind, Styles(template), values["place"], values["matter"], Fill(item.Description), foundOn,
            Fill(Any(template.Goals)), [.. Some(template.Measures, 3).Select(Fill)], Fill(Any(template.Results)), Assisting(owner));

        string Fill(string text) => Phrases.Fill(text, values, random);
    }

    /// <summary>The same thing once more, as a hotline caller tells it.</summary>
    public static Case Again(Case about, DateOnly foundOn) => about with { Source = ProblemSource.Hotline, Description = "热线工单反映同一情形：" + about.Description, FoundOn = foundOn, Severity = Severity.Ordinary };

    private (Template Template, TemplateItem Item) Choose(SeedUnit unit, Func<Template, bool> fits)
    {
        var isPublicPlace = unit.Kind == UnitKind.PublicServicePlace;
        var fitting = files.Templates.Where(template => fits(template) && (template.PublicPlaces || !isPublicPlace))
            .SelectMany(template => template.Items.Select(item => (Template: template, Item: item)))
            .Where(pair => unit.Handles(pair.Item.Fields) && !_used.Contains((unit.Key, pair.Item))).ToList();
        var fewest = fitting.Min(pair => _uses.GetValueOrDefault(pair.Item));
        var chosen = Any([.. fitting.Where(pair => _uses.GetValueOrDefault(pair.Item) == fewest)]);
        _used.Add((unit.Key, chosen.Item));
        _uses[chosen.Item] = fewest + 1;
        return chosen;
    }

    private Severity SeverityOf(bool grave) => grave ? Severity.Serious : random.Next(100) switch { < 72 => Severity.Ordinary, < 94 => Severity.Considerable, _ => Severity.Serious };

    private WorkStyles Styles(Template template) => Some(template.Styles, 1 + random.Next(template.Styles.Count)).Aggregate(WorkStyles.None, (all, style) => all | style);

    private List<string> Assisting(SeedUnit unit) =>
        random.Next(8) == 0 ? [.. Some([.. cast.TakingPart.Where(other => other.Key != unit.Key && other.Kind == UnitKind.Department).Select(other => other.Key)], 1 + random.Next(2))] : [];

    private string Time() => random.Next(2) == 0 ? $"上午{9 + random.Next(2)}时{10 + random.Next(45)}分" : $"下午{3 + random.Next(2)}时{10 + random.Next(45)}分";

    private T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>So many of the list, in its order.</summary>
    private List<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var chosen = Enumerable.Range(0, from.Count).OrderBy(_ => random.Next()).Take(count).Order().ToList();
        return chosen.ConvertAll(index => from[index]);
    }
}
