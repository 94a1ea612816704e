using System.Text.RegularExpressions;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Every rule is seen refusing by some test. A mention in a list, or in the model's own guards, is no expectation.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly IReadOnlyList<SourceFile> Tests = Repository.Files("tests", ".cs");

    [Fact]
    public void Every_rule_is_seen_refusing()
    {
        Tests.SelectMany(Expected).Count().ShouldBeGreaterThan(100);
        Unseen(Tests).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_that_no_test_expects_is_found()
    {
        var poisoned = Tests.Select(file => file with { Text = file.Text.Replace("(Rule.NoticeOpen)", "()", StringComparison.Ordinal) })
            .Append(new SourceFile("Poison.cs", "private static readonly Rule[] NeverOnOffer = [Rule.NoticeOpen];"));

        Unseen(poisoned).ShouldBe([nameof(Rule.NoticeOpen)]);
    }

    private static IEnumerable<string> Unseen(IEnumerable<SourceFile> files) => Enum.GetNames<Rule>().Except(files.SelectMany(Expected));

    private static IEnumerable<string> Expected(SourceFile file) => Expectation().Matches(file.Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\bShouldBe(?:Refused)?\(Rule\.(\w+)[,)]")]
    private static partial Regex Expectation();
}
