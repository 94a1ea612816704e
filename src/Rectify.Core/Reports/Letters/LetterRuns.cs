using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rectify.Core.Reports.Letters;

/// <summary>The smallest pieces: runs and paragraphs, made only here, so that no text gets in uncleaned.</summary>
internal static class LetterRuns
{
    public static Paragraph Paragraph(string style, params ReadOnlySpan<OpenXmlElement?> content)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        var paragraph = new Paragraph(properties);
        foreach (var element in content)
        {
            switch (element)
            {
                case null:
                    break;
                case DocumentFormat.OpenXml.Wordprocessing.Run or SimpleField:
                    paragraph.Append(element);
                    break;
                default:
                    properties.AddChild(element);
                    break;
            }
        }

        return paragraph;
    }

    /// <param name="font">Null is the style's own.</param>
    /// <param name="size">In half points; null is the style's own.</param>
    public static Run Run(string text, string? font = null, int? size = null)
    {
        var properties = new RunProperties();
        if (font is not null)
        {
            properties.AddChild(LetterFonts.Of(font));
        }

        if (size is { } half)
        {
            properties.AddChild(new FontSize { Val = Number(half) });
            properties.AddChild(new FontSizeComplexScript { Val = Number(half) });
        }

        var run = new Run();
        if (properties.HasChildren)
        {
            run.Append(properties);
        }

        run.Append(new Text(LetterWords.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static Run Tab() => new(new TabChar());

    public static SpacingBetweenLines Exact(int line) => new() { Line = Number(line), LineRule = LineSpacingRuleValues.Exact };

    public static Indentation Indent(int left = 0, int right = 0, int first = 0, int hanging = 0)
    {
        var indent = new Indentation { Left = Number(left), Right = Number(right) };
        if (hanging > 0)
        {
            indent.Hanging = Number(hanging);
        }
        else
        {
            indent.FirstLine = Number(first);
        }

        return indent;
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
