using DocumentFormat.OpenXml.Wordprocessing;

namespace Rectify.Core.Reports.Letters;

/// <summary>页码: 四号 宋体 between dashes, one character in from the outer side; odd pages right, even pages left.</summary>
internal static class LetterPageNumber
{
    private static readonly string In = LetterRuns.Number(LetterStyles.Fourth * 10);

    public static Footer Odd() => new(Line(JustificationValues.Right, new Indentation { Right = In }));

    public static Footer Even() => new(Line(JustificationValues.Left, new Indentation { Left = In }));

    private static Paragraph Line(JustificationValues side, Indentation indent) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = LetterStyles.PageNumber }, indent, new Justification { Val = side }),
        Words("— "),
        new SimpleField(Words("1")) { Instruction = " PAGE " },
        Words(" —"));

    private static Run Words(string words) => new(new Text(words) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
}
