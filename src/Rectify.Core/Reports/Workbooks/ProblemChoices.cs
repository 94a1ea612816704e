using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Which words a workbook's cells may hold, in every accepted language, and what they stand for.</summary>
internal sealed class ProblemChoices
{
    private readonly IReadOnlyList<ProblemWords> _languages;
    private readonly Dictionary<string, ProblemColumn> _headings;
    private readonly Dictionary<string, ProblemSource> _sources;
    private readonly Dictionary<string, Severity> _severities;
    private readonly Dictionary<string, ProblemKind> _kinds;
    private readonly Dictionary<string, UnitLevel> _levels;
    private readonly Dictionary<string, Guid> _units;

    public ProblemChoices(IReadOnlyList<ProblemWords> languages, Campaign campaign, IReadOnlyList<Unit> units, Guid ownUnitId)
    {
        _languages = languages;
        Categories = campaign.Categories;
        OwnUnit = units.Single(unit => unit.Id == ownUnitId);
        _headings = Words(words => words.Headings, ProblemColumns.Aliases.SelectMany(column => column.Value.Select(alias => (alias, column.Key))));
        _sources = Words(words => words.Sources, [("自查", ProblemSource.SelfInspection), ("自查自纠", ProblemSource.SelfInspection), ("群众投诉", ProblemSource.Complaint), ("督查", ProblemSource.Inspection)]);
        _severities = Words(words => words.Severities, []);
        _kinds = Words(words => words.Kinds, [("限期", ProblemKind.TimeLimited), ("长期", ProblemKind.LongTerm), ("持续整改", ProblemKind.LongTerm), ("立即整改", ProblemKind.Immediate)]);
        _levels = Words(words => words.Levels, []);
        _units = [];
        foreach (var unit in units)
        {
            _units.TryAdd(CellValues.Key(unit.Name), unit.Id);
        }
    }

    public Unit OwnUnit { get; }

    public IReadOnlyList<ProblemCategory> Categories { get; }

    /// <summary>A heading's column; stars, blanks and remarks in brackets do not count.</summary>
    public ProblemColumn? Column(string heading)
    {
        var key = CellValues.Key(heading).Replace("*", "", StringComparison.Ordinal);
        var bracket = key.IndexOf('(');
        return Value(_headings, key) ?? (bracket > 0 ? Value(_headings, key[..bracket]) : null);
    }

    /// <summary>A column's heading in the first language.</summary>
    public string Heading(ProblemColumn column) => _languages[0].Headings[column];

    public ProblemSource? Source(string word) => Value(_sources, CellValues.Key(word));

    public Severity? Severity(string word) => Value(_severities, CellValues.Key(word));

    public ProblemKind? Kind(string word) => Value(_kinds, CellValues.Key(word));

    public UnitLevel? Level(string word) => Value(_levels, CellValues.Key(word));

    public Guid? Unit(string name) => Value(_units, CellValues.Key(name));

    public ProblemCategory? Category(string name)
    {
        var key = CellValues.Key(name);
        return Categories.FirstOrDefault(category => CellValues.Key(category.Name) == key);
    }

    /// <summary>The symptoms a cell can mean, with their categories: by <c>category » symptom</c> or by the symptom alone.</summary>
    public IEnumerable<(ProblemCategory Category, Symptom Symptom)> Symptoms(string name)
    {
        var key = CellValues.Key(name);
        return Categories.SelectMany(category => category.Symptoms.Select(symptom => (category, symptom)))
            .Where(pair => key == CellValues.Key(pair.symptom.Name) || key == CellValues.Key(SymptomWords(pair.category, pair.symptom)));
    }

    /// <summary>How the template names a symptom.</summary>
    public static string SymptomWords(ProblemCategory category, Symptom symptom) => $"{category.Name} » {symptom.Name}";

    public bool IsExample(string text)
    {
        var key = CellValues.Key(text);
        return _languages.Any(words => key.StartsWith(CellValues.Key(words.Example), StringComparison.Ordinal));
    }

    private Dictionary<string, T> Words<T>(Func<ProblemWords, IReadOnlyDictionary<T, string>> of, IEnumerable<(string Word, T Value)> others) where T : struct
    {
        var words = new Dictionary<string, T>();
        foreach (var (word, value) in _languages.SelectMany(language => of(language).Select(pair => (pair.Value, pair.Key))).Concat(others))
        {
            words.TryAdd(CellValues.Key(word), value);
        }

        return words;
    }

    private static T? Value<T>(Dictionary<string, T> words, string key) where T : struct => words.TryGetValue(key, out var value) ? value : null;
}
