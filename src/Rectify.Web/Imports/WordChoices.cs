using Rectify.Core.Campaigns;
using Rectify.Core.Imports;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Web.Kit;

namespace Rectify.Web.Imports;

/// <summary>What a word of a unit's own may stand for, by column.</summary>
internal static class WordChoices
{
    /// <summary>The choices as a mapping keeps them: an enum's value, a category's name.</summary>
    public static IReadOnlyList<Choice> Of(ProblemColumn column, Campaign campaign) => column switch
    {
        ProblemColumn.Category => [.. campaign.Categories.Select(category => new Choice(category.Name, category.Name))],
        ProblemColumn.Source => Choice.Of<ProblemSource>(),
        ProblemColumn.Severity => Choice.Of<Severity>(),
        ProblemColumn.Kind => Choice.Of<ProblemKind>(),
        _ => [],
    };

    /// <summary>The choices in words, as a cell would hold them.</summary>
    public static IReadOnlyList<Choice> InWords(ProblemColumn column, Campaign campaign) => [.. Of(column, campaign).Select(choice => choice with { Value = choice.Text })];

    /// <summary>What a word stands for, in the person's language.</summary>
    public static string Shown(WordMeaning word) => word.Column switch
    {
        ProblemColumn.Source when Enum.TryParse<ProblemSource>(word.Means, out var source) => Words.Of(source),
        ProblemColumn.Severity when Enum.TryParse<Severity>(word.Means, out var severity) => Words.Of(severity),
        ProblemColumn.Kind when Enum.TryParse<ProblemKind>(word.Means, out var kind) => Words.Of(kind),
        _ => word.Means,
    };
}
