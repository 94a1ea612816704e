namespace Rectify.Core.Seeding;

/// <summary>Tells the units' lists of the live campaign: first lists, nil returns, supplements.</summary>
internal sealed class ListsTale(Plot plot, SeedFiles files, StoryDays days, Random random)
{
    private int _number;

    public void Tell(UnitParts units, IReadOnlyList<Allotted> problems)
    {
        foreach (var problem in problems.Where(problem => problem.Origin == Origin.Office))
        {
            problem.Script.Registered(days.At(problem.Registered));
        }

        foreach (var part in units.All.Where(part => part.First != ListFate.None))
        {
            var list = new ListScript(plot, part.Unit, _number++);
            First(list, part, Entries(part, Origin.FirstList), units);
            Supplement(list.Next(), part, Entries(part, Origin.Supplement));
        }

        List<ProblemScript> Entries(UnitPart part, Origin origin) => [.. problems.Where(problem => problem.Part == part && problem.Origin == origin).Select(problem => problem.Script)];
    }

    private void First(ListScript list, UnitPart part, List<ProblemScript> entries, UnitParts units)
    {
        if (part.First == ListFate.Nil)
        {
            list.NilReturned(days.At(part.Accepted + 1), Phrases.Fill(files.Phrases.Text("nilStatements", "", random), new Dictionary<string, string>(), random));
            list.Accepted(days.At(part.Accepted));
            return;
        }

        // Sent back means a second round of three days before the acceptance.
        var submitted = part.Accepted + (part.First == ListFate.SentBack ? 4 : 1);
        foreach (var (index, half) in entries.Chunk(Math.Max(1, (entries.Count + 1) / 2)).Index())
        {
            list.Entered(days.At(Math.Min(submitted + 2 - index, units.Started - 1)), half, days.At(submitted - 20));
        }

        list.Submitted(days.At(submitted));
        if (part.First == ListFate.SentBack)
        {
            list.SentBack(days.At(submitted - 1), Phrases.Fill(files.Phrases.Text("listReturnReasons", "", random), new Dictionary<string, string>(), random));
            list.Mended(days.At(submitted - 2), entries[0], "（已补充具体窗口、时间和涉及人数。）");
            list.Submitted(days.At(submitted - 3));
        }

        list.Accepted(days.At(part.Accepted));
    }

    private void Supplement(ListScript list, UnitPart part, List<ProblemScript> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var accepted = part.Supplement == ListFate.Accepted ? part.SupplementAccepted : 1;
        list.Entered(days.At(accepted + 2), entries, days.At(accepted - 18));
        if (part.Supplement == ListFate.Draft)
        {
            return;
        }

        list.Submitted(days.At(accepted + (part.Supplement == ListFate.Submitted ? random.Next(2) : 1)));
        if (part.Supplement == ListFate.Accepted)
        {
            list.Accepted(days.At(accepted));
        }
        else if (part.Supplement == ListFate.Returned)
        {
            list.SentBack(days.At(accepted), Phrases.Fill(files.Phrases.Text("listReturnReasons", "", random), new Dictionary<string, string>(), random));
        }
    }
}
