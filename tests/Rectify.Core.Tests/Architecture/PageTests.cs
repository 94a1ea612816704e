using System.Text.RegularExpressions;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Pages know the mediator and Kit, and hold nothing that the content security policy refuses.</summary>
public sealed partial class PageTests
{
    private static readonly (Regex Pattern, string What)[] Storage =
    [
        (StorageNames(), "a page knows the database"),
    ];

    private static readonly (Regex Pattern, string What)[] Inline =
    [
        (StyleAttribute(), "style attribute"),
        (StyleElement(), "style element"),
        (InlineScript(), "inline script"),
        (InlineHandler(), "inline event handler"),
        (ScriptAddress(), "script address"),
    ];

    private static readonly (Regex Pattern, string What)[] Texts =
    [
        (Chinese(), "text outside the resources"),
    ];

    [Fact]
    public void Pages_know_no_database()
    {
        var pages = Pages();

        pages.Count(page => page.Path.EndsWith(".razor", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        pages.SelectMany(page => Breaches(page, Storage)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@inject RectifyDb Db")]
    [InlineData("@inject IDbContextFactory<RectifyDb> Databases")]
    [InlineData("@using Rectify.Core.Storage")]
    [InlineData("@using Microsoft.EntityFrameworkCore")]
    [InlineData("@code { [Inject] private Database Gate { get; set; } = null!; }")]
    public void A_page_that_does_is_found(string poison) => Breaches(Poisoned(poison), Storage).ShouldContain(breach => breach.Line == 2);

    [Fact]
    public void Pages_hold_no_inline_style_or_script() => Pages().SelectMany(page => Breaches(page, Inline)).ShouldBeEmpty();

    [Theory]
    [InlineData("<p class=\"lead\" style=\"color: red\">")]
    [InlineData("<p style='@Colour'>")]
    [InlineData("<p\n  style=@Colour>")]
    [InlineData("builder.AddAttribute(1, \"style\", colour);")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script type=\"module\">import './x.js'</script>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void A_page_that_holds_one_is_found(string poison) => Breaches(Poisoned(poison), Inline).ShouldNotBeEmpty();

    [Theory]
    [InlineData("<script src=\"@Assets[\"_framework/blazor.web.js\"]\"></script>")]
    [InlineData("<script type=\"module\"\n  src=\"app.js\"></script>")]
    [InlineData("<button @onclick=\"Go\">")]
    [InlineData("<link rel=\"stylesheet\" href=\"app.css\" />")]
    [InlineData("@* never style=\"…\" *@")]
    public void A_page_that_holds_none_is_not(string clean) => Breaches(Poisoned(clean), Inline).ShouldBeEmpty();

    [Fact]
    public void Pages_take_every_text_from_the_resources() => Pages().Where(page => !IsSample(page)).SelectMany(page => Breaches(page, Texts)).ShouldBeEmpty();

    [Fact]
    public void A_language_says_its_own_name() => Breaches(Poisoned("<button lang=\"zh-CN\">中文</button>"), Texts).ShouldBeEmpty();

    [Fact]
    public void A_page_with_a_text_of_its_own_is_found() => Breaches(Poisoned("<h1>登录</h1>"), Texts).ShouldContain(breach => breach.Line == 2);

    private static IReadOnlyList<SourceFile> Pages() => Repository.Files("src/Rectify.Web", ".razor", ".razor.cs");

    /// <summary>The kit's samples, which only developers see, show both scripts side by side.</summary>
    private static bool IsSample(SourceFile page) => page.Path.Contains("Kit/Samples/", StringComparison.Ordinal);

    private static SourceFile Poisoned(string content) => new("Poison.razor", "@page \"/poison\"\n" + content);

    private static IEnumerable<Breach> Breaches(SourceFile page, (Regex Pattern, string What)[] rules)
    {
        var said = page with { Text = Comments().Replace(page.Text, comment => new string('\n', comment.Value.Count(c => c == '\n'))) };
        return rules.SelectMany(rule => said.Matches(rule.Pattern, rule.What));
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|(?<=^|\s)//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(RectifyDb|IDbContextFactory|DbContext|EntityFrameworkCore|Rectify\.Core\.Storage|Database)\b")]
    private static partial Regex StorageNames();

    [GeneratedRegex(@"(?<=\s)style\s*=\s*[""'@]|""style""")]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"<style\b")]
    private static partial Regex StyleElement();

    [GeneratedRegex(@"<script\b(?![^>]*\ssrc\s*=)")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"(?<=\s)on[a-z]+\s*=\s*[""'@]")]
    private static partial Regex InlineHandler();

    [GeneratedRegex(@"[""']\s*javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptAddress();

    /// <summary>Chinese signs, but for a language that says its own name.</summary>
    [GeneratedRegex(@"(?<!lang=""zh-CN""[^\n]*)[\u3400-\u9fff\uff00-\uffef][^<\n]*")]
    private static partial Regex Chinese();
}
