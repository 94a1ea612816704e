using System.Text.RegularExpressions;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>Units named in one cell: who leads and who assists.</summary>
internal sealed partial record UnitNames(IReadOnlyList<string> Lead, IReadOnlyList<string> Assisting)
{
    private static readonly char[] Slashes = ['/', '／'];

    /// <summary>
    /// Reads <c>甲局、乙局</c>, <c>甲局/乙局</c>, <c>甲局和乙局</c>, <c>牵头：甲局；配合：乙局</c>, <c>甲局（牵头）、乙局（配合）</c> and <c>甲局牵头，乙局、丙局配合</c>, <c>甲局（乙局、丙局）</c>. Without a word for it, the first one leads.
    /// </summary>
    /// <param name="isUnit">Whether a name is a unit's, separators and all.</param>
    public static UnitNames Of(string text, Func<string, bool> isUnit)
    {
        text = Bracketed(text, isUnit);
        var labels = Label().Matches(text);
        if (labels.Count > 0)
        {
            List<string> lead = [], assisting = [];
            lead.AddRange(Split(text[..labels[0].Index], isUnit));
            foreach (var (index, label) in labels.Index())
            {
                var names = Split(text[(label.Index + label.Length)..(index + 1 < labels.Count ? labels[index + 1].Index : text.Length)], isUnit);
                (label.Groups["lead"].Success ? lead : assisting).AddRange(names);
            }

            return new UnitNames(lead, assisting);
        }

        var clauses = Clause().Matches(text);
        if (clauses.Any(clause => clause.Groups["lead"].Success) && clauses.Sum(clause => clause.Length) == text.Length && !clauses.Any(clause => Mark().IsMatch(clause.Groups["names"].Value)))
        {
            List<string> Named(bool isLead) => [.. clauses.Where(clause => clause.Groups["lead"].Success == isLead).SelectMany(clause => Split(clause.Groups["names"].Value, isUnit))];
            return new UnitNames(Named(true), Named(false));
        }

        var all = Split(text, isUnit);
        if (!all.Any(name => Mark().IsMatch(name)))
        {
            return new UnitNames([.. all.Take(1)], [.. all.Skip(1)]);
        }

        var leads = all.Where(name => Mark().Match(name).Groups["lead"].Success).ToList();
        leads = leads.Count > 0 ? leads : [.. all.Where(name => !Mark().IsMatch(name)).Take(1)];
        return new UnitNames([.. leads.Select(Bare)], [.. all.Except(leads).Select(Bare)]);
    }

    /// <summary>Several units in brackets behind one stand beside it: 区政府（市公安局、市教育局）. A word for what they do stays theirs.</summary>
    private static string Bracketed(string text, Func<string, bool> isUnit) => isUnit(text.Trim()) ? text : Brackets().Replace(text, brackets =>
    {
        var inside = brackets.Groups["names"].Value;
        return CellValues.Names(inside).Count > 1 && !Mark().IsMatch(inside) && !Label().IsMatch(inside) ? "、" + inside + (brackets.Index + brackets.Length < text.Length ? "、" : "") : brackets.Value;
    });

    private static string Bare(string name) => Mark().Replace(name, "").Trim();

    private static List<string> Split(string text, Func<string, bool> isUnit)
    {
        text = text.Trim();
        if (text.Length == 0 || isUnit(text))
        {
            return text.Length == 0 ? [] : [text];
        }

        return [.. CellValues.Names(text).SelectMany(name => Units(name, isUnit) ?? Apart(name, isUnit))];
    }

    /// <summary>Names of which not all are units': parted by slashes, and by a word behind what is a unit or ends as units' names do (资规局和市另一局, but not 人力资源和社会保障局). A blank may stand within a name.</summary>
    private static List<string> Apart(string text, Func<string, bool> isUnit)
    {
        foreach (var joint in Joint().Matches(text).Where(joint => !string.IsNullOrWhiteSpace(joint.Value)))
        {
            var (first, others) = (text[..joint.Index].Trim(), text[(joint.Index + joint.Length)..].Trim());
            if (joint.Value.AsSpan().IndexOfAny(Slashes) >= 0 || (others.Length > 0 && (isUnit(Bare(first)) || UnitsEnd().IsMatch(Bare(first)))))
            {
                return [.. new[] { first }.Where(name => name.Length > 0), .. others.Length == 0 ? [] : Units(others, isUnit) ?? Apart(others, isUnit)];
            }
        }

        return [text];
    }

    /// <summary>Units joined by a word or a blank, which may stand within a name too; null where not all of them are units.</summary>
    private static List<string>? Units(string text, Func<string, bool> isUnit)
    {
        if (isUnit(Bare(text)))
        {
            return [text];
        }

        foreach (Match joint in Joint().Matches(text))
        {
            var first = text[..joint.Index];
            if (isUnit(Bare(first)) && Units(text[(joint.Index + joint.Length)..], isUnit) is { } others)
            {
                return [first, .. others];
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?:(?<lead>牵头单位|牵头|主办单位|主办|主责单位|主责|责任单位)|配合单位|配合|协办单位|协办|协助单位|协助|参与单位|参与)\s*[:：]")]
    private static partial Regex Label();

    [GeneratedRegex(@"\s*[（(]?(?:(?<lead>牵头|主办|主责)|配合|协办|协助|参与)(?:单位|负责)?[)）]?\s*$")]
    private static partial Regex Mark();

    /// <summary>Units and what they do: <c>由甲局牵头，</c>.</summary>
    [GeneratedRegex(@"\G\s*由?(?<names>.+?)(?:(?<lead>牵头|主办|主责|负责)|配合|协办|协助|参与)(?:负责|整改|落实|办理)?\s*(?:[、，,；;。\s]+|$)", RegexOptions.Singleline)]
    private static partial Regex Clause();

    [GeneratedRegex("[（(](?<names>[^（()）]+)[)）]")]
    private static partial Regex Brackets();

    [GeneratedRegex("[局委办厅院部处府]$|中心$|委员会$")]
    private static partial Regex UnitsEnd();

    [GeneratedRegex(@"\s*[/／]\s*|\s+|以及|[和与及]")]
    private static partial Regex Joint();
}
