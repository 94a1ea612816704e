using Rectify.Core.Campaigns;
using Rectify.Core.Notices;

namespace Rectify.Core.Documents;

/// <summary>What the office writes into the form.</summary>
/// <param name="Text">A paragraph a line; 一、 and （一） at its start make a heading.</param>
/// <param name="AddresseeIds">主送: the units it is addressed to.</param>
/// <param name="Attachments">One name a line.</param>
/// <param name="CopiesTo">抄送, one name a line.</param>
public sealed record DocumentForm(string Title, string Text, IReadOnlyList<Guid> AddresseeIds, string Attachments, string CopiesTo)
{
    public const int TitleLength = 200;
    public const int TextLength = 8000;
    public const int LinesLength = 2000;

    internal DocumentContent With(IEnumerable<(Guid Id, string Name)> units) => new(
        Title.Trim(), Text.Trim().ReplaceLineEndings("\n"), [.. units.Select((unit, index) => new Addressee(index + 1, unit.Id, unit.Name))], Lines(Attachments), Lines(CopiesTo));

    private static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}

/// <summary>The words of a document as the ledger keeps them.</summary>
public sealed record DocumentContent(string Title, string Text, IReadOnlyList<Addressee> Addressees, IReadOnlyList<string> Attachments, IReadOnlyList<string> CopiesTo);

/// <summary>A unit it is addressed to, by the name it had then.</summary>
/// <param name="Place">From 1, in the order of the letter.</param>
public sealed record Addressee(int Place, Guid UnitId, string Name);

/// <summary>A problem it is about.</summary>
/// <param name="Place">From 1, in the order of the letter.</param>
public sealed record AboutProblem(int Place, Guid ProblemId);

/// <summary>Series of numbers: one for each kind and year, told apart by a word in the prefix.</summary>
public static class DocumentSeries
{
    public static string PrefixOf(Campaign campaign, DocumentKind kind) => NoticeNumber.PrefixOf(campaign, kind switch
    {
        DocumentKind.Reminder => "催",
        DocumentKind.RectificationNotice => "改",
        DocumentKind.SupervisionLetter => "督办",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });
}
