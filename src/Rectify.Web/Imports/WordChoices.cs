using Rectify.Core.Campaigns;
using Rectify.Core.Imports;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Web.Kit;

namespace Rectify.Web.Imports;

/// <summary>What a word of a unit's own may stand for, by column.</summary>
internal static class WordChoices
{
    /// <summary>The choices as a mapping keeps them: an enum's value, a category's name, a unit's id.</summary>
    /// <param name="units">The units that take part.</param>
    public static IReadOnlyList<Choice> Of(ProblemColumn column, Campaign campaign, IReadOnlyList<Choice> units) => column switch
    {
        ProblemColumn.Unit => units,
        ProblemColumn.Category => [.. campaign.Categories.Select(category => new Choice(category.Name, category.Name))],
        ProblemColumn.Source => Choice.Of<ProblemSource>(),
        ProblemColumn.Severity => Choice.Of<Severity>(),
        ProblemColumn.Kind => Choice.Of<ProblemKind>(),
        _ => [],
    };

    /// <summary>The choices in words, as a cell would hold them.</summary>
    public static IReadOnlyList<Choice> InWords(ProblemColumn column, Campaign campaign) => [.. Of(column, campaign, []).Select(choice => choice with { Value = choice.Text })];

    /// <summary>What a word stands for, in the person's language.</summary>
    /// <param name="units">The names of the units that words stand for.</param>
    public static string Shown(WordMeaning word, IReadOnlyDictionary<Guid, string> units) => word.Column switch
    {
        ProblemColumn.Unit => word.Unit() is { } unit && units.TryGetValue(unit, out var name) ? name : "—",
        ProblemColumn.Source when Enum.TryParse<ProblemSource>(word.Means, out var source) => Words.Of(source),
        ProblemColumn.Severity when Enum.TryParse<Severity>(word.Means, out var severity) => Words.Of(severity),
        ProblemColumn.Kind when Enum.TryParse<ProblemKind>(word.Means, out var kind) => Words.Of(kind),
        _ => word.Means,
    };
}
