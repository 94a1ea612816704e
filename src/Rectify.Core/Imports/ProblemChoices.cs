using System.Text.RegularExpressions;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>Which words a table's cells may hold, in every accepted language and in the unit's own, and what they stand for.</summary>
internal sealed partial class ProblemChoices
{
    private readonly IReadOnlyList<ProblemWords> _languages;
    /// <summary>How a unit calls itself in its own lists.</summary>
    private static readonly string[] OwnNames = ["本单位", "我单位", "本局", "我局", "本部门", "我部门", "本中心", "我中心"];

    private readonly ColumnMapping _mapping;
    private readonly Campaign _campaign;
    private readonly Dictionary<(ProblemColumn, string), string> _own = [];
    private readonly Dictionary<string, ProblemColumn> _headings;
    private readonly Dictionary<string, ProblemColumn> _aliases;
    private readonly Dictionary<string, ProblemSource> _sources;
    private readonly Dictionary<string, Severity> _severities;
    private readonly Dictionary<string, ProblemKind> _kinds;
    private readonly Dictionary<string, UnitLevel> _levels;
    private readonly Dictionary<string, Guid> _units;
    private readonly Dictionary<string, Guid> _governments;

    public ProblemChoices(IReadOnlyList<ProblemWords> languages, Campaign campaign, IReadOnlyList<Unit> units, Guid ownUnitId, ColumnMapping mapping)
    {
        (_languages, _mapping, _campaign) = (languages, mapping, campaign);
        foreach (var word in mapping.Words)
        {
            _own.TryAdd((word.Column, CellValues.Key(word.Word)), word.Means);
        }

        Categories = campaign.Categories;
        OwnUnit = units.Single(unit => unit.Id == ownUnitId);
        _headings = Words(words => words.Headings, []);
        _aliases = ProblemColumns.Aliases.SelectMany(column => column.Value.Select(alias => (alias, column.Key))).ToDictionary(pair => CellValues.Key(pair.alias), pair => pair.Key);
        _sources = Words(words => words.Sources, [("自查", ProblemSource.SelfInspection), ("自查发现", ProblemSource.SelfInspection), ("自查自纠", ProblemSource.SelfInspection), ("群众投诉", ProblemSource.Complaint), ("督查", ProblemSource.Inspection)]);
        _severities = Words(words => words.Severities, []);
        _kinds = Words(words => words.Kinds, [("限期", ProblemKind.TimeLimited), ("分阶段整改", ProblemKind.TimeLimited), ("长期坚持", ProblemKind.LongTerm), ("立即", ProblemKind.Immediate), ("立改", ProblemKind.Immediate), ("长期", ProblemKind.LongTerm), ("持续整改", ProblemKind.LongTerm), ("立即整改", ProblemKind.Immediate)]);
        _levels = Words(words => words.Levels, []);
        _units = [];
        foreach (var unit in units)
        {
            _units.TryAdd(CellValues.Key(unit.Name), unit.Id);
        }

        foreach (var name in OwnNames)
        {
            _units.TryAdd(name, ownUnitId);
        }

        _governments = units.Where(unit => campaign.TakesPart(unit.Id)).GroupBy(unit => AreaOf(unit.Name)).Where(area => area is { Key: not null } && area.Count() == 1)
            .ToDictionary(area => area.Key!, area => area.First().Id);
    }

    public Unit OwnUnit { get; }

    public IReadOnlyList<ProblemCategory> Categories { get; }

    /// <summary>A heading's column; stars, blanks and remarks in brackets do not count. The unit's own meaning comes first, the template's headings before others met in the field.</summary>
    /// <param name="byAlias">Whether other headings than the template's count too.</param>
    public ProblemColumn? Column(string heading, bool byAlias = true)
    {
        if (_mapping.Of(heading) is { } own)
        {
            return own.Column;
        }

        var key = CellValues.Key(heading).Replace("*", "", StringComparison.Ordinal).TrimEnd(':');
        var bracket = key.IndexOf('(');
        return Known(key) ?? (bracket > 0 ? Known(key[..bracket]) : null);

        ProblemColumn? Known(string key) => Value(_headings, key) ?? (byAlias ? Value(_aliases, key) : null);
    }

    /// <summary>Whether the unit has said what a heading means, be it nothing.</summary>
    public bool IsDecided(string heading) => _mapping.Of(heading) is not null;

    public ProblemSource? Source(string word) => Value(_sources, CellValues.Key(word)) ?? Own<ProblemSource>(ProblemColumn.Source, word);

    public Severity? Severity(string word) => Value(_severities, CellValues.Key(word)) ?? Own<Severity>(ProblemColumn.Severity, word);

    public ProblemKind? Kind(string word) => Value(_kinds, CellValues.Key(word)) ?? Own<ProblemKind>(ProblemColumn.Kind, word);

    public UnitLevel? Level(string word) => Value(_levels, CellValues.Key(word));

    /// <summary>A unit by its name; a government that takes part also by its area, with its city before it or not, where no other one of that area takes part; else as the sending unit has explained the name.</summary>
    public Guid? Unit(string name) => Value(_units, CellValues.Key(name)) ?? (AreaOf(name) is { } area ? Value(_governments, area) : null) ?? OwnUnitName(name);

    /// <summary>Whether the sending unit has said that a name is not to be taken over.</summary>
    public bool IsLeftOut(string name) => Unit(name) is null && Meaning(ProblemColumn.Unit, name) == WordMeaning.LeftOut;

    public ProblemCategory? Category(string name)
    {
        var key = CellValues.Key(name);
        var own = Meaning(ProblemColumn.Category, name) is { } means ? CellValues.Key(means) : key;
        return Categories.FirstOrDefault(category => CellValues.Key(category.Name) == key) ?? Categories.FirstOrDefault(category => CellValues.Key(category.Name) == own);
    }

    /// <summary>The symptoms a cell can mean, with their categories: by <c>category » symptom</c> or by the symptom alone.</summary>
    public IEnumerable<(ProblemCategory Category, Symptom Symptom)> Symptoms(string name)
    {
        var key = CellValues.Key(name);
        return Categories.SelectMany(category => category.Symptoms.Select(symptom => (category, symptom)))
            .Where(pair => key == CellValues.Key(pair.symptom.Name) || key == CellValues.Key(ProblemColumns.SymptomWords(pair.category, pair.symptom)));
    }

    public bool IsExample(string text)
    {
        var key = CellValues.Key(text);
        return _languages.Any(words => key.StartsWith(CellValues.Key(words.Example), StringComparison.Ordinal));
    }

    /// <summary>The area a government's name says: 东山区 for 东山区, 东山区人民政府, 南河市东山区政府 and 东山区管委会; null for other names.</summary>
    private static string? AreaOf(string name) => Government().Match(CellValues.Key(name)) is { Success: true } government ? government.Groups["area"].Value : null;

    private T? Own<T>(ProblemColumn column, string word) where T : struct, Enum => Enum.TryParse<T>(Meaning(column, word), out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>A meaning given in another campaign may be a unit that takes no part in this one: the name is asked about anew.</summary>
    private Guid? OwnUnitName(string name) => Guid.TryParse(Meaning(ProblemColumn.Unit, name), out var unit) && _campaign.TakesPart(unit) ? unit : null;

    private string? Meaning(ProblemColumn column, string word) => _own.GetValueOrDefault((column, CellValues.Key(word)));

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

    [GeneratedRegex("^(?:[^市]{2,6}市)?(?<area>[^区县市乡镇]{1,10}(?:区|县|市|乡|镇|街道))(?:人民政府|政府|管理委员会|管委会|办事处)?$")]
    private static partial Regex Government();
}
