using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rectify.Core.Reports.Letters;

/// <summary>One paragraph style for each element of a document, so that a hand that goes over it changes all of a kind at once.</summary>
internal static class LetterStyles
{
    public const string Text = "Text";
    public const string Line = "Line";
    public const string Mark = "Mark";
    public const string Number = "Number";
    public const string Title = "Title";
    public const string Cell = "Cell";
    public const string DenseCell = "DenseCell";
    public const string Foot = "Foot";
    public const string PageNumber = "PageNumber";

    /// <summary>Red as the standard's red head has it.</summary>
    public const string Red = "FF0000";

    /// <summary>In half points: 二号, 三号, 四号 and 小四.</summary>
    public const int Second = 44;
    public const int Third = 32;
    public const int Fourth = 28;
    public const int SmallFourth = 24;

    /// <summary>
    /// LibreOffice (7.4) reads this setting the wrong way round: told not to, it hangs a sign over the margin and may lose it in print. Word keeps its own default, which
    /// lets a closing sign hang rather than break a line before it.
    /// </summary>
    private const bool HangingAllowed = true;

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                LetterFonts.Of(LetterFonts.Body), new Kern { Val = 0U }, new FontSize { Val = LetterRuns.Number(Third) }, new FontSizeComplexScript { Val = LetterRuns.Number(Third) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new WidowControl { Val = false }, new OverflowPunctuation { Val = HangingAllowed }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false },
                new SpacingBetweenLines { Before = "0", After = "0", Line = LetterRuns.Number(LetterPage.Line), LineRule = LineSpacingRuleValues.Exact }))),
        Style(Line, "公文行", JustificationValues.Left, isDefault: true),
        Style(Text, "公文正文", JustificationValues.Both, indent: new Indentation { FirstLine = LetterRuns.Number(2 * LetterPage.Character) }),
        Style(Mark, "发文机关标志", JustificationValues.Center, font: LetterFonts.Title, colour: Red),
        Style(Number, "发文字号", JustificationValues.Center),
        Style(Title, "公文标题", JustificationValues.Center, font: LetterFonts.Title, size: Second),
        Style(Cell, "表格文字", JustificationValues.Left, size: Fourth, line: 400),
        Style(DenseCell, "表格小字", JustificationValues.Left, size: SmallFourth, line: 340),
        Style(Foot, "版记", JustificationValues.Left, size: Fourth, line: 440),
        Style(PageNumber, "页码", JustificationValues.Left, font: LetterFonts.PageNumber, size: Fourth, line: 320, after: LetterPage.NumberRise));

    /// <param name="size">Null is 三号, set closer so that 28 characters fill a line.</param>
    private static Style Style(string id, string name, JustificationValues side, string? font = null, int? size = null, string? colour = null, int? line = null, int after = 0, Indentation? indent = null, bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties();
        Add(paragraph, line is { } height ? new SpacingBetweenLines { After = LetterRuns.Number(after), Line = LetterRuns.Number(height), LineRule = LineSpacingRuleValues.Exact } : null);
        Add(paragraph, indent);
        paragraph.Append(new Justification { Val = side });
        var run = new StyleRunProperties();
        Add(run, font is null ? null : LetterFonts.Of(font));
        Add(run, colour is null ? null : new Color { Val = colour });
        Add(run, size is null ? new Spacing { Val = LetterPage.Closer } : null);
        if (size is { } half)
        {
            run.Append(new FontSize { Val = LetterRuns.Number(half) }, new FontSizeComplexScript { Val = LetterRuns.Number(half) });
        }

        return new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault, CustomStyle = !isDefault };
    }

    private static void Add(OpenXmlElement to, OpenXmlElement? element)
    {
        if (element is not null)
        {
            to.Append(element);
        }
    }
}
