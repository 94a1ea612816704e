using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Core.Tests.Architecture;

/// <summary>What one name in the source stands for.</summary>
internal sealed record Mention(string File, int Line, ISymbol Symbol)
{
    /// <summary>The type named, or the type whose member is named; null for a namespace.</summary>
    public INamedTypeSymbol? Type => (Symbol as INamedTypeSymbol ?? Symbol.ContainingType)?.OriginalDefinition;

    public string Namespace => (Symbol as INamespaceSymbol ?? Symbol.ContainingNamespace)?.ToDisplayString() ?? "";

    /// <summary>The slice it belongs to, or null when it is none of ours.</summary>
    public string? Slice => Namespace.StartsWith("Rectify.Core.", StringComparison.Ordinal) ? Namespace.Split('.')[2] : null;

    public Breach Breach(string what) => new(File, Line, what);
}

/// <summary>Rectify.Core as the compiler sees it, so that a rule can tell a name's meaning and its line.</summary>
internal sealed class CoreSource
{
    private const string Folder = "src/Rectify.Core/";

    private static readonly Lazy<CSharpCompilation> Whole = new(Compile);

    private readonly CSharpCompilation _compilation;

    private CoreSource(CSharpCompilation compilation, IReadOnlyList<SyntaxTree> trees) => (_compilation, Trees) = (compilation, trees);

    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>What the compiler would refuse; bodies that a generator writes (CS8795) are not there and not missed.</summary>
    public IEnumerable<Diagnostic> Errors => _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795");

    public static CoreSource Read() => new(Whole.Value, [.. Whole.Value.SyntaxTrees.Where(tree => tree.FilePath.Length > 0)]);

    /// <summary>The real source and one more file, of which alone is asked.</summary>
    public static CoreSource Poisoned(string path, string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Options, Folder + path);
        return new CoreSource(Whole.Value.AddSyntaxTrees(tree), [tree]);
    }

    public static string SliceOf(SyntaxTree tree) =>
        tree.FilePath[Folder.Length..].Split('/') is [var slice, _, ..] ? slice : "";

    public IEnumerable<Mention> Mentions(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } symbol)
            {
                yield return new Mention(tree.FilePath, LineOf(name), symbol);
            }
        }
    }

    public IEnumerable<INamedTypeSymbol> Declared(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => model.GetDeclaredSymbol(type)!);
    }

    /// <summary>The codes that field errors are made with, as far as they stand in the source as text.</summary>
    public IEnumerable<string> ErrorCodes(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        var made = tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => model.GetTypeInfo(creation).Type?.ToDisplayString() == "Rectify.Core.Shared.FieldError")
            .Select(creation => creation.ArgumentList?.Arguments.ElementAtOrDefault(1));
        var named = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "WithErrorCode" })
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault());
        return made.Concat(named).OfType<ArgumentSyntax>()
            .SelectMany(argument => argument.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
            .Select(expression => model.GetConstantValue(expression).Value).OfType<string>();
    }

    /// <summary>Every symbol a documentation id stands for.</summary>
    public IReadOnlyList<ISymbol> Find(string documentationId) => [.. DocumentationCommentId.GetSymbolsForDeclarationId(documentationId, _compilation)];

    public static bool IsA(INamedTypeSymbol? type, string fullName)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.OriginalDefinition.ToDisplayString() == fullName || type.AllInterfaces.Any(i => i.OriginalDefinition.ToDisplayString() == fullName))
            {
                return true;
            }
        }

        return false;
    }

    private static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14);

    private static CSharpCompilation Compile()
    {
        const string implicitUsings = """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """;
        var trees = Repository.Files(Folder, ".cs").Select(file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path))
            .Append(CSharpSyntaxTree.ParseText(implicitUsings, Options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Rectify.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Rectify.Core", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
