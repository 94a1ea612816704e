using Microsoft.CodeAnalysis;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Slices are ordered; one uses the domain types of those before it, never of those after it, and never another's commands.</summary>
public sealed class SliceTests
{
    /// <summary>The order. Slices of one row do not know each other.</summary>
    private static readonly string[][] Order =
    [
        ["Shared"],
        ["Ledger"],
        ["Storage"],
        ["Calendar"],
        ["Organisations"],
        ["Campaigns"],
        ["Problems"],
        ["Inspections", "Complaints", "Tasks", "Institutions"],
        ["Templates"],
        ["Notices"],
        ["Escalations"],
        ["Documents"],
        ["Assessments"],
        ["Publication"],
        ["Reports"],
        ["Imports"],
        ["Seeding"],
    ];

    [Fact]
    public void The_source_is_read_as_the_compiler_reads_it()
    {
        var source = CoreSource.Read();

        source.Unknown.ShouldBeEmpty();
        CoreSource.Poisoned("Shared/Poison.cs", "class Poison { object No => NoSuchName; }").Unknown.ShouldBe(["src/Rectify.Core/Shared/Poison.cs:1: NoSuchName"]);
        source.Trees.Count.ShouldBeGreaterThan(20);
        source.Trees.SelectMany(source.Mentions).Select(mention => mention.Slice).Distinct().ShouldContain("Ledger");
    }

    [Fact]
    public void A_slice_uses_only_the_slices_before_it() => Breaches(CoreSource.Read()).ShouldBeEmpty();

    [Theory]
    [InlineData("Shared/Poison.cs", "class Poison { Rectify.Core.Organisations.Unit? unit; }", "Shared may not use Organisations")]
    [InlineData("Ledger/Poison.cs", "using Rectify.Core.Storage;", "Ledger may not use Storage")]
    [InlineData("Ledger/Poison.cs", "class Poison { object Unit(Rectify.Core.CoreModule m) => nameof(Organisations.Unit.NameLength); }", "Ledger may not use Organisations")]
    [InlineData("Storage/Poison.cs", "class Poison { object Any() { var unit = Rectify.Core.Organisations.Unit.NameLength; return unit; } }", "Storage may not use Organisations")]
    [InlineData("Elsewhere/Poison.cs", "class Poison;", "Elsewhere is not in the order of slices")]
    public void A_slice_that_uses_a_later_one_is_found(string path, string code, string what)
    {
        var slice = path.Split('/')[0];
        var usings = code.StartsWith("using", StringComparison.Ordinal);

        Breaches(CoreSource.Poisoned(path, usings ? code : $"namespace Rectify.Core.{slice};\n{code}"))
            .ShouldContain(breach => breach.What.Contains(what) && breach.Line == (what.Contains("order") || usings ? 1 : 2));
    }

    [Fact]
    public void A_slice_that_sends_another_slices_request_is_found()
    {
        const string code = """
            namespace Rectify.Core.Organisations { public sealed record Asked : Rectify.Core.Shared.IQuery<int>; }
            namespace Rectify.Core.Problems { class Poison { object Ask() => new Rectify.Core.Organisations.Asked(); } }
            """;

        Breaches(CoreSource.Poisoned("Problems/Poison.cs", code)).ShouldContain(breach => breach.What.Contains("sends Organisations.Asked") && breach.Line == 2);
        Breaches(CoreSource.Poisoned("Seeding/Poison.cs", code)).ShouldNotContain(breach => breach.What.Contains("sends"));
    }

    [Fact]
    public void A_file_whose_namespace_is_not_its_folder_is_found() =>
        Breaches(CoreSource.Poisoned("Problems/Poison.cs", "namespace Rectify.Core.Notices; class Poison;"))
            .ShouldContain(breach => breach.What == "Poison belongs to Rectify.Core.Notices, its file to Problems");

    private static IEnumerable<Breach> Breaches(CoreSource source) => source.Trees.SelectMany(tree => Breaches(source, tree)).Distinct();

    private static IEnumerable<Breach> Breaches(CoreSource source, SyntaxTree tree)
    {
        var slice = CoreSource.SliceOf(tree);
        if (slice.Length == 0)
        {
            yield break; // CoreModule puts everything together.
        }

        if (Rank(slice) < 0)
        {
            yield return new Breach(tree.FilePath, 1, $"{slice} is not in the order of slices");
        }

        foreach (var type in source.Declared(tree).Where(type => !IsWithin(type.ContainingNamespace.ToDisplayString(), slice)))
        {
            yield return new Breach(tree.FilePath, 1, $"{type.Name} belongs to {type.ContainingNamespace.ToDisplayString()}, its file to {slice}");
        }

        foreach (var mention in source.Mentions(tree).Where(mention => mention.Slice is { } used && used != slice))
        {
            if (Rank(mention.Slice!) >= Rank(slice))
            {
                yield return mention.Breach($"{slice} may not use {mention.Slice}");
            }
            else if (slice != "Seeding" && mention.Type is { } type && IsRequest(type))
            {
                yield return mention.Breach($"{slice} sends {mention.Slice}.{type.Name}, another slice's request");
            }
        }
    }

    private static bool IsRequest(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class && CoreSource.IsA(type, "MediatR.IRequest<TResponse>");

    private static bool IsWithin(string space, string slice) =>
        space == $"Rectify.Core.{slice}" || space.StartsWith($"Rectify.Core.{slice}.", StringComparison.Ordinal);

    private static int Rank(string slice) => Array.FindIndex(Order, row => row.Contains(slice));
}
