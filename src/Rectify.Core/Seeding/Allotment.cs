using System.Globalization;
using Rectify.Core.Organisations;

namespace Rectify.Core.Seeding;

/// <summary>Where a problem comes from.</summary>
internal enum Origin
{
    Office = 1,
    FirstList = 2,
    Supplement = 3,
}

/// <summary>A problem of the live campaign before anything has happened to it.</summary>
/// <param name="Fate">Its fate's name.</param>
/// <param name="Registered">For the office's own: how many working days ago it was registered.</param>
/// <param name="Tell">Writes down what comes after the registration.</param>
internal sealed record Allotted(string Fate, UnitPart Part, Origin Origin, ProblemScript Script, int Registered, Action Tell);

/// <summary>Gives each fate of the story its problems: a unit, an origin and a day that leave the fate time enough.</summary>
internal sealed class Allotment(SeedFiles files, Cast cast, Random random, StoryDays days, UnitParts units)
{
    private readonly CaseMaker _cases = new(files, cast, random);
    private readonly IReadOnlyDictionary<string, string> _symptoms = files.Campaign.SymptomNames;
    private readonly Queue<UnitPart> _owed = new(units.All.Where(part => part.First is ListFate.Accepted or ListFate.SentBack or ListFate.Late).SelectMany(part => new[] { part, part }));
    private readonly List<UnitPart> _weighted = [.. units.All.SelectMany(part => Enumerable.Repeat(part, Weight(cast, part, random)))];
    private readonly List<Allotted> _made = [];

    public IReadOnlyList<Allotted> Make(Plot plot)
    {
        foreach (var (name, count) in files.Story.Fates.Select(fate => (fate.Fate, fate.Count)))
        {
            for (var index = 0; index < count; index++)
            {
                Add(plot, name, index);
            }
        }

        return _made;
    }

    private void Add(Plot plot, string name, int index)
    {
        switch (name)
        {
            case "Draft":
                OnSupplement(plot, name, ListFate.Draft, index);
                break;
            case "Registered":
                OnSupplement(plot, name, index % 3 == 0 ? ListFate.Submitted : index % 3 == 1 ? ListFate.Returned : ListFate.None, index);
                break;
            case "Merged":
                Merge(plot, index);
                break;
            default:
                Usual(plot, name, Fates.All[name], index);
                break;
        }
    }

    /// <summary>Not yet assigned: on a supplement that has not been accepted, or registered by the office in the last days.</summary>
    private void OnSupplement(Plot plot, string name, ListFate fate, int index)
    {
        var parts = units.All.Where(part => fate == ListFate.None ? part.First != ListFate.None : part.Supplement == fate).ToList();
        var part = parts[index / (fate == ListFate.Draft ? 1 : 3) % parts.Count];
        var origin = fate == ListFate.None ? Origin.Office : Origin.Supplement;
        Create(plot, name, index, part, origin, fate == ListFate.None ? random.Next(1, 4) : 6, _ => true, _ => { });
    }

    private void Usual(Plot plot, string name, Fate fate, int index)
    {
        var (part, origin) = Place(name, fate);
        var latest = Math.Min(fate.To, units.Started - 1);
        var assigned = origin switch
        {
            Origin.FirstList => Math.Max(fate.From, part.Accepted - random.Next(4)),
            Origin.Supplement => Math.Max(fate.From, part.SupplementAccepted - random.Next(3)),
            _ => random.Next(fate.From, Math.Max(latest, fate.From) + 1),
        };
        Create(plot, name, index, part, origin, assigned, template => !name.StartsWith("LongTerm", StringComparison.Ordinal) || template.LongTerm, fate.Tell);
    }

    /// <summary>Every list needs entries, so the closed ones go round first; the rest fall by weight, on a list where its day allows.</summary>
    private (UnitPart Part, Origin Origin) Place(string name, Fate fate)
    {
        if (name == "Closed" && _owed.TryDequeue(out var owed))
        {
            return (owed, Origin.FirstList);
        }

        var part = _weighted[random.Next(_weighted.Count)];
        if (part.First is ListFate.Accepted or ListFate.SentBack or ListFate.Late && part.Accepted >= fate.From && part.Accepted - 3 <= fate.To && random.Next(4) > 0)
        {
            return (part, Origin.FirstList);
        }

        var adding = units.All.Where(other => other.SupplementAccepted >= fate.From && other.SupplementAccepted - 2 <= fate.To).ToList();
        return adding.Count > 0 && fate.To < Fate.Any && random.Next(2) == 0 ? (adding[random.Next(adding.Count)], Origin.Supplement) : (part, Origin.Office);
    }

    private void Create(Plot plot, string name, int index, UnitPart part, Origin origin, int assigned, Func<Template, bool> fits, Action<ProblemTale> tell)
    {
        var registered = assigned + (origin == Origin.Office ? random.Next(1, 3) : 0);
        var found = random.Next(1, 3) + origin switch
        {
            Origin.FirstList => part.Accepted + 6,
            Origin.Supplement => Math.Max(part.SupplementAccepted, 1) + 2,
            _ => registered,
        };
        var grave = name.StartsWith("Referral", StringComparison.Ordinal);
        Keep(plot, name, index, part, origin, _cases.Make(part.Unit, origin == Origin.Office, days.At(found), fits, grave), registered, assigned, tell);
    }

    private void Keep(Plot plot, string name, int index, UnitPart part, Origin origin, Case about, int registered, int assigned, Action<ProblemTale> tell)
    {
        var script = new ProblemScript(plot, about, _made.Count);
        var tale = new ProblemTale(plot, days, script, new Wording(files.Phrases, random, cast, about, _symptoms[about.Symptom]), assigned, index, origin != Origin.Office);
        _made.Add(new Allotted(name, part, origin, script, registered, () => tell(tale)));
    }

    /// <summary>Found again by a caller and merged into one that is still open.</summary>
    private void Merge(Plot plot, int index)
    {
        var targets = _made.Where(problem => problem.Fate == "Rectifying").ToList();
        var target = targets[index * 7 % targets.Count];
        var assigned = random.Next(4, 6);
        Keep(plot, "Merged", index, target.Part, Origin.Office, CaseMaker.Again(target.Script.About, days.At(assigned + 2)), assigned + 1, assigned, tale =>
        {
            tale.Assign(-random.Next(3, 8));
            tale.Script.MergedInto(tale.On(tale.Between(1, 3)), target.Script, number => tale.Words.Text("mergeReasons", ("target", number.ToString(CultureInfo.InvariantCulture))));
        });
    }

    private static int Weight(Cast cast, UnitPart part, Random random) => cast.UnitOf(part.Unit).Kind switch
    {
        _ when part.First == ListFate.None => 2,
        _ when part.First == ListFate.Nil => 1,
        UnitKind.LocalGovernment => 4 + random.Next(6),
        UnitKind.PublicServicePlace => 2 + random.Next(3),
        _ => 3 + random.Next(5),
    };
}
