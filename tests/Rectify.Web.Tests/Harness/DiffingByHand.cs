using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Rectify.Web.Tests.Harness;

/// <summary>Loads AngleSharp.Diffing, which no package reference brings.</summary>
internal static class DiffingByHand
{
    [ModuleInitializer]
    public static void Bind() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
