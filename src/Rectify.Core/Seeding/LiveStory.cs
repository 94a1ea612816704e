namespace Rectify.Core.Seeding;

/// <summary>Writes down everything that happens to the live campaign's lists and problems until the first start; nothing is done yet.</summary>
internal sealed class LiveStory(SeedFiles files, Cast cast, Random random, StoryDays days)
{
    public void Write(Plot plot)
    {
        var selfInspection = files.Story.Phases[1];
        var units = new UnitParts(files.Story.Lists, cast, random, days.Ago(days.OnOrAfter(selfInspection.FromDay)), days.Ago(days.OnOrAfter(selfInspection.ToDay)));
        var problems = new Allotment(files, cast, random, days, units).Make(plot);
        new ListsTale(plot, files, days, random).Tell(units, problems);
        foreach (var problem in problems)
        {
            problem.Tell();
        }
    }
}
