namespace Rectify.Core.Seeding;

/// <summary>Who is who: the seed files' keys, and the ids they got.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, SeedUnit> _units;
    private readonly Dictionary<string, SeedPerson> _people;
    private readonly Dictionary<string, Guid> _unitIds = [];
    private readonly Dictionary<string, Guid> _personIds = [];

    public Cast(SeedFiles files)
    {
        _units = files.Units.ToDictionary(unit => unit.Key);
        _people = files.People.ToDictionary(person => person.Key);
        TakingPart = [.. files.Units.Where(unit => unit.TakesPart)];
    }

    public IReadOnlyList<SeedUnit> TakingPart { get; }

    public Guid Admin => Person("admin");

    public Guid OfficeLeader => Person("leader");

    public Guid Discipline => Person("discipline1");

    /// <summary>The office has two clerks; <paramref name="number"/> takes them in turn.</summary>
    public Guid Clerk(int number) => Person(number % 2 == 0 ? "clerk1" : "clerk2");

    public Guid Checker(int number) => Person(number % 2 == 0 ? "checker1" : "checker2");

    public Guid Handler(string unit) => Person($"{unit}-handler");

    public Guid Leader(string unit) => Person($"{unit}-leader");

    public Guid Unit(string key) => _unitIds[key];

    public Guid Person(string key) => _personIds[key];

    public SeedPerson PersonOf(string key) => _people[key];

    public SeedUnit UnitOf(string key) => _units[key];

    public string HandlerName(string unit) => _people[$"{unit}-handler"].Name;

    public string LeaderName(string unit) => _people[$"{unit}-leader"].Name;

    public string PrincipalName(string unit) => _people[$"{unit}-principal"].Name;

    public void Found(SeedUnit unit, Guid id) => _unitIds[unit.Key] = id;

    public void Hire(SeedPerson person, Guid id) => _personIds[person.Key] = id;
}
