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

    private static readonly Lazy<CoreSource> Real = new(() => new(Whole.Value, [.. Whole.Value.SyntaxTrees.Where(tree => tree.FilePath.Length > 0)]));

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<SyntaxTree, Lazy<SemanticModel>> _models;
    private readonly Dictionary<SyntaxTree, Lazy<IReadOnlyList<Mention>>> _mentions;

    private CoreSource(CSharpCompilation compilation, IReadOnlyList<SyntaxTree> trees)
    {
        (_compilation, Trees) = (compilation, trees);
        _models = trees.ToDictionary(tree => tree, tree => new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree)));
        _mentions = trees.ToDictionary(tree => tree, tree => new Lazy<IReadOnlyList<Mention>>(() => [.. FindMentions(tree)]));
    }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>Names whose meaning was not found: the rules would be blind to them.</summary>
    public IEnumerable<string> Unknown => Trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        .Where(name => name.Parent is not NameEqualsSyntax && name.Identifier.Text is not ("nameof" or "_" or "field"))
        .Where(name => Meaning(_models[tree].Value.GetSymbolInfo(name)) is null)
        .Select(name => $"{tree.FilePath}:{LineOf(name)}: {name}"));

    public static CoreSource Read() => Real.Value;

    /// <summary>The real source and one more file, of which alone is asked.</summary>
    public static CoreSource Poisoned(string path, string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Options, Folder + path);
        return new CoreSource(Whole.Value.AddSyntaxTrees(tree), [tree]);
    }

    public static string SliceOf(SyntaxTree tree) =>
        tree.FilePath[Folder.Length..].Split('/') is [var slice, _, ..] ? slice : "";

    public IReadOnlyList<Mention> Mentions(SyntaxTree tree) => _mentions[tree].Value;

    public IEnumerable<INamedTypeSymbol> Declared(SyntaxTree tree)
    {
        var model = _models[tree].Value;
        return tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => model.GetDeclaredSymbol(type)!);
    }

    /// <summary>The codes that field errors are made with, as far as they stand in the source as text.</summary>
    public IEnumerable<string> ErrorCodes(SyntaxTree tree)
    {
        var model = _models[tree].Value;
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

    private IEnumerable<Mention> FindMentions(SyntaxTree tree) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = Meaning(_models[tree].Value.GetSymbolInfo(name))
        where symbol is not null
        select new Mention(tree.FilePath, LineOf(name), symbol);

    private static ISymbol? Meaning(SymbolInfo info) => info.Symbol ?? info.CandidateSymbols.FirstOrDefault();

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
