using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Tests.Seeding;

/// <summary>The seed files agree with one another, with the calendar and with the limits of the domain.</summary>
public sealed partial class SeedDataTests
{
    private static readonly string Root = FindRoot();
    private static readonly JsonElement Campaign = Read("ganzhou-2018/campaign.json");
    private static readonly List<JsonElement> Units = List("ganzhou-2018/units.json");
    private static readonly List<JsonElement> People = List("ganzhou-2018/people.json");
    private static readonly List<JsonElement> Problems = List("ganzhou-2018/problems.json");
    private static readonly List<JsonElement> Templates = List("live/templates.json");

    private static readonly HashSet<string> Symptoms = [.. Campaign.GetProperty("categories").EnumerateArray()
        .SelectMany(category => category.GetProperty("symptoms").EnumerateArray()).Select(symptom => Text(symptom, "code"))];

    [Fact]
    public void The_campaign_has_four_touching_phases_and_eight_categories()
    {
        var phases = Campaign.GetProperty("phases").EnumerateArray().ToList();
        phases.Select(phase => Enum.Parse<PhaseKind>(Text(phase, "kind"))).ShouldBe(Enum.GetValues<PhaseKind>());
        phases.Select(phase => Text(phase, "to")).ShouldBe(["2018-06-25", "2018-07-10", "2018-08-10", "2018-08-31"]);
        phases.Zip(phases.Skip(1)).ShouldAllBe(pair => Text(pair.First, "to") == Text(pair.Second, "from"));
        Campaign.GetProperty("categories").GetArrayLength().ShouldBe(8);
        Symptoms.Count.ShouldBe(50);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var units = Units.Select(unit => Text(unit, "key")).ToList();
        units.ShouldBeUnique();
        Units.Select((unit, i) => (Parent: Text(unit, "parent"), Before: units.Take(i))).Where(unit => unit.Parent.Length > 0)
            .ShouldAllBe(unit => unit.Before.Contains(unit.Parent), "parents stand before their children");
        People.Select(person => Text(person, "key")).ShouldBeUnique();
        People.Select(person => Text(person, "name")).ShouldBeUnique();
        People.Where(person => person.TryGetProperty("userName", out _)).Select(person => Text(person, "userName")).ShouldBeUnique();
        People.ShouldAllBe(person => units.Contains(Text(person, "unit")));
        Problems.ShouldAllBe(problem => units.Contains(Text(problem, "unit")) && Symptoms.Contains(Text(problem, "symptom")));
    }

    [Fact]
    public void Every_unit_that_takes_part_names_its_three_tiers_of_responsibility()
    {
        var takingPart = Units.Where(unit => unit.GetProperty("takesPart").GetBoolean()).Select(unit => Text(unit, "key")).ToList();
        takingPart.Count.ShouldBeGreaterThan(30);
        foreach (var unit in takingPart)
        {
            People.Where(person => Text(person, "unit") == unit).Select(person => Text(person, "duty")).ShouldBe(["principalLeader", "leaderInCharge", "handler"], unit);
        }
    }

    [Fact]
    public void Due_dates_are_the_working_days_the_file_says_and_nothing_happens_on_a_rest_day()
    {
        var dated = Problems.Where(problem => problem.TryGetProperty("dueOn", out _)).ToList();
        dated.Count.ShouldBeGreaterThan(50);
        foreach (var problem in dated)
        {
            WorkingCalendar.BuiltIn.AddWorkingDays(Day(Text(problem, "assignedOn")), problem.GetProperty("workingDays").GetInt32()).Date
                .ShouldBe(Day(Text(problem, "dueOn")), Text(problem, "key"));
        }

        foreach (var problem in Problems)
        {
            Dates().Matches(problem.GetRawText()).Select(match => Day(match.Value)).ShouldAllBe(day => WorkingCalendar.BuiltIn.IsWorkingDay(day), Text(problem, "key"));
        }
    }

    [Fact]
    public void Every_symptom_has_varied_material_within_the_limits()
    {
        Templates.Select(template => Text(template, "symptom")).ShouldBe(Symptoms, ignoreOrder: true);
        var items = Templates.SelectMany(template => template.GetProperty("items").EnumerateArray()).ToList();
        items.Count.ShouldBeGreaterThan(300);
        items.Select(item => Text(item, "description")).ShouldBeUnique();
        items.ShouldAllBe(item => Text(item, "description").Length <= Finding.DescriptionLength / 2 && Text(item, "place").Length <= Finding.PlaceLength / 2);
        Templates.ShouldAllBe(template => template.GetProperty("measures").GetArrayLength() >= 4 && template.GetProperty("goals").GetArrayLength() >= 2 && template.GetProperty("results").GetArrayLength() >= 2);

        var fields = Units.Where(unit => unit.TryGetProperty("fields", out _)).SelectMany(unit => unit.GetProperty("fields").EnumerateArray()).Select(field => field.GetString()).ToHashSet();
        items.Where(item => item.TryGetProperty("fields", out _)).SelectMany(item => item.GetProperty("fields").EnumerateArray()).ShouldAllBe(field => fields.Contains(field.GetString()));
    }

    [Fact]
    public void Texts_hold_no_telephone_number_and_no_e_mail_address()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories).Where(file => !file.Contains("holidays", StringComparison.Ordinal)))
        {
            Contacts().IsMatch(File.ReadAllText(file)).ShouldBeFalse(file);
        }
    }

    private static List<JsonElement> List(string file) => [.. Read(file).EnumerateArray()];

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, file))).RootElement;

    private static string Text(JsonElement from, string name, string otherwise = "") => from.TryGetProperty(name, out var value) ? value.GetString()! : otherwise;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Rectify.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the project");
        }

        return Path.Combine(directory.FullName, "seed-data");
    }

    [GeneratedRegex(@"2018-\d\d-\d\d")]
    private static partial Regex Dates();

    [GeneratedRegex(@"\b1[3-9]\d{9}\b|\b0\d{2,3}-\d{7,8}\b|[\w.]+@[\w.]+")]
    private static partial Regex Contacts();
}
