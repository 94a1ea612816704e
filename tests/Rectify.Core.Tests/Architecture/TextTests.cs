using System.Text.RegularExpressions;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Seeding;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Every message, error code and value has its text in both languages.</summary>
public sealed partial class TextTests
{
    /// <summary>Never shown as such: rules have sentences, an order is its column's heading, and a column is its table's.</summary>
    private static readonly Type[] Unshown = [typeof(Permission), typeof(Rule), typeof(LedgerOrder), typeof(TableColumn), typeof(SeedStage)];

    /// <summary>Moves are named by the texts of their own page.</summary>
    private static readonly Type Moves = typeof(ProblemAction);

    [Fact]
    public void Both_languages_say_the_same()
    {
        Texts.All.Count.ShouldBeGreaterThan(5);
        Texts.Differences(Texts.All).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hello", null, "K is missing or empty in one language")]
    [InlineData("Hello", " ", "K is missing or empty in one language")]
    [InlineData("Hello {0}", "你好", "K does not mention the same values in both languages")]
    [InlineData("你好", "你好", "K is Chinese among the English texts")]
    [InlineData("Hello", "Hello", "K is not translated")]
    public void A_text_that_one_language_lacks_is_found(string english, string? chinese, string what) =>
        Texts.Differences([Sample("P.resx", ("K", english)), chinese is null ? Sample("P.zh-CN.resx") : Sample("P.zh-CN.resx", ("K", chinese))]).ShouldBe([$"P.resx: {what}"]);

    [Fact]
    public void A_file_that_one_language_lacks_is_found() => Texts.Differences([Sample("P.resx")]).ShouldBe(["P.resx is there in one language only"]);

    /// <summary>The glossary's word, not another one for the same thing.</summary>
    [Theory]
    [InlineData("书面答复", "书面回复")]
    [InlineData("承办人", "承办员")]
    [InlineData("调休上班", "调休工作日")]
    public void One_thing_has_one_name(string name, string other)
    {
        var texts = Texts.All.Where(texts => texts.IsChinese).SelectMany(texts => texts.Values.Select(text => (Where: $"{texts.Name}: {text.Key}", text.Value))).ToList();

        texts.ShouldContain(text => text.Value.Contains(name));
        texts.Where(text => text.Value.Contains(other)).Select(text => text.Where).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_its_sentence() => ShouldCover("RuleText", Enum.GetNames<Rule>());

    [Fact]
    public void Every_value_that_is_shown_has_its_name()
    {
        var values = typeof(CoreModule).Assembly.GetExportedTypes().Where(type => type.IsEnum && !Unshown.Contains(type) && type != Moves)
            .SelectMany(type => Enum.GetNames(type).Select(value => $"{type.Name}.{value}"));

        ShouldCover("EnumText", values, alsoAllowed: key => key.StartsWith("State.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_move_has_its_name()
    {
        var named = Texts.Of("ProblemsText").Values.Keys;

        string[] withControlsOfTheirOwn = [nameof(ProblemAction.TickMeasures), nameof(ProblemAction.AddEvidence), nameof(ProblemAction.RemoveEvidence)];
        Enum.GetNames(Moves).Except(withControlsOfTheirOwn).Select(move => $"Action.{move}").Except(named).ShouldBeEmpty();
    }

    [Fact]
    public void Every_fact_of_the_ledger_has_its_phrase() =>
        ShouldCover("EventText", typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract).Select(type => type.Name));

    [Fact]
    public void Every_error_code_has_its_message()
    {
        var source = CoreSource.Read();

        var codes = source.Trees.SelectMany(source.ErrorCodes).Distinct().ToList();

        codes.ShouldContain("Required");
        codes.Except(Texts.Of("ErrorText").Values.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_a_page_asks_for_is_there()
    {
        var asked = Repository.Files("src/Rectify.Web", ".razor", ".cs").SelectMany(Asked).ToList();

        asked.Count.ShouldBeGreaterThan(10);
        asked.Where(key => !Has(key)).Select(key => key.ToString()).ShouldBeEmpty();
        var poison = Asked(new SourceFile("Poison.razor", "@inject IStringLocalizer<KitText> Text\n<p>@Text[\"NoSuchKey\"]</p>")).ShouldHaveSingleItem();
        (Has(poison), poison.Line).ShouldBe((false, 2));
    }

    private static bool Has(AskedKey asked) => Texts.All.Any(texts => texts.Name == asked.File && !texts.IsChinese && texts.Values.ContainsKey(asked.Key));

    private static IEnumerable<AskedKey> Asked(SourceFile file) =>
        from localizer in Localizer().Matches(file.Text)
        from use in Regex.Matches(file.Text, $@"(?<![\w.]){localizer.Groups[2].Value}\[""(\w+)""")
        select new AskedKey(file.Path, file.LineAt(use.Index), localizer.Groups[1].Value, use.Groups[1].Value);

    private static void ShouldCover(string name, IEnumerable<string> keys, Func<string, bool>? alsoAllowed = null)
    {
        var wanted = keys.ToList();
        var there = Texts.Of(name).Values.Keys.ToList();

        wanted.ShouldNotBeEmpty();
        wanted.Except(there).ShouldBeEmpty($"{name} lacks them");
        there.Except(wanted).Where(key => alsoAllowed?.Invoke(key) != true).ShouldBeEmpty($"{name} speaks of what is not there");
    }

    private static Texts Sample(string path, params (string Key, string Text)[] texts) => new(path, texts.ToDictionary(text => text.Key, text => text.Text));

    [GeneratedRegex(@"IStringLocalizer<(\w+)> (\w+)")]
    private static partial Regex Localizer();

    private sealed record AskedKey(string Path, int Line, string File, string Key)
    {
        public override string ToString() => $"{Path}:{Line}: {File} has no {Key}";
    }
}
