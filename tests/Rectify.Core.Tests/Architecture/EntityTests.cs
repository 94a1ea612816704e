using Microsoft.CodeAnalysis;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Entities and facts know neither how they are stored nor how they are shown.</summary>
public sealed class EntityTests
{
    private static readonly string[] Forbidden =
        ["Microsoft.EntityFrameworkCore", "Microsoft.Data", "MediatR", "FluentValidation", "ClosedXML", "DocumentFormat", "System.Resources", "Microsoft.AspNetCore", "Microsoft.Extensions", "Rectify.Core.Storage"];

    [Fact]
    public void Entities_know_no_storage_no_pipeline_and_no_texts()
    {
        var source = CoreSource.Read();

        source.Trees.SelectMany(source.Declared).Where(IsEntity).Select(type => type.Name).ShouldContain("Person");
        Breaches(source).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("using Microsoft.EntityFrameworkCore;", "")]
    [InlineData("", "public object Set(Microsoft.EntityFrameworkCore.DbContext db) => db;")]
    [InlineData("", "public MediatR.IMediator? Mediator { get; }")]
    [InlineData("", "public ClosedXML.Excel.XLWorkbook? Book { get; }")]
    [InlineData("", "public System.Resources.ResourceManager? Texts { get; }")]
    public void An_entity_that_does_is_found(string top, string member)
    {
        var code = $$"""
            {{top}}
            namespace Rectify.Core.Organisations;
            public sealed record Poisoned : Rectify.Core.Ledger.Fact
            {
                {{member}}
            }
            """;

        Breaches(CoreSource.Poisoned("Organisations/Poison.cs", code)).ShouldContain(breach => breach.Line == (top.Length > 0 ? 1 : 5));
    }

    [Fact]
    public void No_slice_goes_round_an_entity()
    {
        var source = CoreSource.Read();

        source.Trees.SelectMany(source.Mentions).ShouldContain(mention => mention.Symbol.Name == "ExecuteSqlRawAsync", "Storage prepares the database so");
        source.Trees.SelectMany(tree => WaysRound(source, tree)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteDelete(db.Set<Person>())")]
    [InlineData("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteDelete(db.Set<Rectify.Core.Ledger.LedgerEntry>())")]
    [InlineData("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(db.Database, \"\")")]
    public void A_slice_that_does_is_found(string call)
    {
        var source = CoreSource.Poisoned("Organisations/Poison.cs", $"namespace Rectify.Core.Organisations; class Poison {{ object Go(Rectify.Core.Storage.RectifyDb db) => {call}; }}");

        WaysRound(source, source.Trees[0]).ShouldNotBeEmpty();
    }

    private static IEnumerable<Breach> Breaches(CoreSource source) =>
        from tree in source.Trees
        where source.Declared(tree).Any(IsEntity)
        from mention in source.Mentions(tree)
        where Forbidden.Any(name => mention.Namespace == name || mention.Namespace.StartsWith(name + ".", StringComparison.Ordinal))
        select mention.Breach($"an entity's file knows {mention.Symbol.ToDisplayString()}");

    /// <summary>Bulk changes of subjects or entries, and SQL of one's own: none of them passes the ledger.</summary>
    private static IEnumerable<Breach> WaysRound(CoreSource source, SyntaxTree tree) =>
        from mention in source.Mentions(tree)
        let method = mention.Symbol as IMethodSymbol
        where method is not null && CoreSource.SliceOf(tree) != "Storage"
        where method.Name.StartsWith("ExecuteSql", StringComparison.Ordinal)
            || (method.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || method.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal))
            && method.TypeArguments.OfType<INamedTypeSymbol>().Any(IsKept)
        select mention.Breach($"{method.Name} goes round the ledger");

    private static bool IsKept(INamedTypeSymbol type) =>
        CoreSource.IsA(type, "Rectify.Core.Ledger.Subject") || type.Name is "LedgerEntry" or "LedgerHead";

    private static bool IsEntity(INamedTypeSymbol type) =>
        CoreSource.IsA(type, "Rectify.Core.Ledger.Subject") || CoreSource.IsA(type, "Rectify.Core.Ledger.Fact");
}
