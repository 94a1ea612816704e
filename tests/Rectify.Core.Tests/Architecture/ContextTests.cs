using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Storage;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Nobody is handed a database context; each use makes its own from the factory, or works inside the write gate.</summary>
public sealed partial class ContextTests
{
    [Fact]
    public void Nobody_is_handed_a_context()
    {
        var types = typeof(CoreModule).Assembly.GetTypes();

        types.SelectMany(Constructed).ShouldContain(parameter => parameter.Type == typeof(IDbContextFactory<RectifyDb>));
        Breaches(types).ShouldBeEmpty();
    }

    [Fact]
    public void Someone_who_is_handed_a_context_is_found() => Breaches([typeof(Poisoned)]).ShouldBe(["Poisoned is handed a RectifyDb"]);

    [Fact]
    public void The_container_holds_no_context()
    {
        var services = new ServiceCollection().AddRectifyCore(new DataPlace("nowhere"));

        services.ShouldContain(service => service.ServiceType == typeof(IDbContextFactory<RectifyDb>));
        services.Where(service => service.ServiceType.IsAssignableTo(typeof(DbContext))).ShouldBeEmpty();
    }

    [Fact]
    public void The_web_takes_contexts_from_the_factory_only()
    {
        var files = Repository.Files("src/Rectify.Web", ".cs", ".razor");

        files.SelectMany(file => file.Matches(Factory(), "")).ShouldNotBeEmpty();
        files.SelectMany(file => file.Matches(BareContext(), "context without a factory")).ShouldBeEmpty();
        new SourceFile("Poison.cs", "class Poison(RectifyDb db);").Matches(BareContext(), "").ShouldNotBeEmpty();
    }

    [GeneratedRegex(@"IDbContextFactory<RectifyDb>")]
    private static partial Regex Factory();

    [GeneratedRegex(@"(?<!IDbContextFactory<)\bRectifyDb\b")]
    private static partial Regex BareContext();

    private static IEnumerable<string> Breaches(IEnumerable<Type> types) =>
        types.SelectMany(Constructed).Where(parameter => parameter.Type.IsAssignableTo(typeof(DbContext)))
            .Select(parameter => $"{parameter.Of.Name} is handed a {parameter.Type.Name}");

    private static IEnumerable<(Type Of, Type Type)> Constructed(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters()).Select(parameter => (type, parameter.ParameterType));

    private sealed class Poisoned(RectifyDb db)
    {
        public RectifyDb Db { get; } = db;
    }
}
