using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Where libraries may be used, and what of them is banned.</summary>
public sealed partial class LibraryTests
{
    [Fact]
    public void The_spreadsheet_library_is_used_only_for_workbooks_and_the_library_of_parts_only_for_letters_and_workbooks()
    {
        var source = Repository.Files("src", ".cs", ".razor");

        source.Count.ShouldBeGreaterThan(20);
        source.SelectMany(Breaches).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Rectify.Core/Problems/Poison.cs", "using ClosedXML.Excel;", 1)]
    [InlineData("src/Rectify.Web/Problems/Poison.razor", "@using ClosedXML.Excel", 1)]
    [InlineData("src/Rectify.Core/Reports/Letters/Poison.cs", "using ClosedXML.Excel;", 1)]
    [InlineData("src/Rectify.Core/Reports/Poison.cs", "using DocumentFormat.OpenXml;", 1)]
    [InlineData("src/Rectify.Core/Reports/Workbooks/Fine.cs", "using ClosedXML.Excel;", 0)]
    [InlineData("src/Rectify.Core/Reports/Workbooks/Fine.cs", "using DocumentFormat.OpenXml;", 0)]
    [InlineData("src/Rectify.Core/Reports/Letters/Fine.cs", "using DocumentFormat.OpenXml;", 0)]
    public void A_use_elsewhere_is_found(string path, string code, int breaches) => Breaches(new SourceFile(path, code)).Count().ShouldBe(breaches);

    [Fact]
    public void Every_banned_symbol_exists_so_that_banning_it_bans_something()
    {
        var source = CoreSource.Read();
        var banned = Repository.Files("", "BannedSymbols.txt").Single().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(';')[0]).ToList();

        banned.ShouldContain("P:System.DateTime.Now");
        banned.Where(id => source.Find(id).Count == 0).ShouldBeEmpty();
        source.Find("P:System.DateTime.NowAndThen").ShouldBeEmpty("a wrong id is told from a right one");
    }

    [Fact]
    public void A_banned_method_is_banned_in_every_form_it_has()
    {
        var source = CoreSource.Read();
        var ids = Repository.Files("", "BannedSymbols.txt").Single().Text.Split('\n').Select(line => line.Split(';')[0]).ToHashSet();
        var methods = ids.SelectMany(source.Find).OfType<IMethodSymbol>().ToList();

        methods.ShouldNotBeEmpty();
        methods.SelectMany(method => method.ContainingType.GetMembers(method.Name)).Select(form => form.GetDocumentationCommentId())
            .Where(id => !ids.Contains(id!)).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_lifts_a_ban()
    {
        var files = Repository.Files("", ".cs", ".csproj", ".props", ".targets", ".editorconfig").Where(file => !file.Path.EndsWith("LibraryTests.cs", StringComparison.Ordinal)).ToList();

        files.Count.ShouldBeGreaterThan(20);
        files.SelectMany(file => file.Matches(LiftedBan(), "lifts a ban")).ShouldBeEmpty();
        new SourceFile("Poison.cs", "#pragma warning disable RS0030").Matches(LiftedBan(), "lifts a ban").ShouldNotBeEmpty();
    }

    [Fact]
    public void Core_knows_no_web_page()
    {
        var references = typeof(CoreModule).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        references.ShouldContain("MediatR");
        references.Where(IsOfTheWeb).ShouldBeEmpty();
        IsOfTheWeb("Microsoft.AspNetCore.Components.Web").ShouldBeTrue();
    }

    private static bool IsOfTheWeb(string assembly) =>
        assembly == "Rectify.Web" || assembly.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal);

    private static IEnumerable<Breach> Breaches(SourceFile file) =>
        (IsIn(file, "Workbooks") ? [] : file.Matches(Spreadsheet(), "only Reports/Workbooks writes spreadsheets"))
        .Concat(IsIn(file, "Letters") || IsIn(file, "Workbooks") ? [] : file.Matches(Parts(), "only Reports/Letters and Reports/Workbooks write parts of files"));

    private static bool IsIn(SourceFile file, string folder) => file.Path.StartsWith($"src/Rectify.Core/Reports/{folder}/", StringComparison.Ordinal);

    [GeneratedRegex(@"\bClosedXML\.\w+")]
    private static partial Regex Spreadsheet();

    [GeneratedRegex(@"\bDocumentFormat\.OpenXml\b")]
    private static partial Regex Parts();

    [GeneratedRegex(@"(pragma warning disable|NoWarn|SuppressMessage|severity).*RS0030|RS0030.*(none|silent|suggestion)")]
    private static partial Regex LiftedBan();
}
