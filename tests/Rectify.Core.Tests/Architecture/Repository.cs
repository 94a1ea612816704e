using System.Text.RegularExpressions;

namespace Rectify.Core.Tests.Architecture;

/// <summary>A place where a rule of the architecture is broken.</summary>
internal sealed record Breach(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}

/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public int LineAt(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    /// <summary>Every match as a breach at its line.</summary>
    public IEnumerable<Breach> Matches(Regex pattern, string what) =>
        pattern.Matches(Text).Select(match => new Breach(Path, LineAt(match.Index), $"{what}: {match.Value.Trim()}"));
}

/// <summary>The source files as they lie on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files(string under, params string[] endings) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Root, under), "*", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules" or "lib" or "_framework" or "data"))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(Root, path)))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Rectify.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository");
        }

        return folder.FullName;
    }
}
