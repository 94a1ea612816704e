using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Rectify.Core.Reports.Letters.LetterRuns;

namespace Rectify.Core.Reports.Letters;

using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

/// <summary>主体: title, addressees, text, list of attachments, signature and date.</summary>
internal static class LetterBody
{
    /// <summary>成文日期 stands so many characters in from the right where a seal comes over it.</summary>
    private const int DateIn = 4;

    /// <summary>2 mm of air between a line and the table under it.</summary>
    private static readonly int AboveTable = LetterPage.Twips(2);

    public static IEnumerable<OpenXmlElement> Of(Letter letter)
    {
        List<OpenXmlElement> body = [.. letter.Body.SelectMany(Part)];
        if (letter.IsSigned && body.Count > 0)
        {
            KeepWithSignature(body[^1], letter.Attachments);
        }

        return
        [
            .. LetterHead.Of(letter), .. LetterHead.Title(letter.Title), .. Addressees(letter), .. body, .. Note(letter).Select(Keep), .. Attachments(letter.Attachments).Select(Keep),
            .. letter.IsSigned ? Signature(letter).Concat(LetterFoot.Of(letter)) : [],
        ];
    }

    private static IEnumerable<OpenXmlElement> Addressees(Letter letter)
    {
        yield return letter.Format == LetterFormat.Form ? Paragraph(LetterStyles.Line, Exact(LetterPage.Line / 2)) : LetterHead.Line();
        if (letter.Addressees.Count > 0)
        {
            yield return Paragraph(LetterStyles.Line, new Justification { Val = JustificationValues.Both }, Run(string.Join('、', letter.Addressees) + "："));
        }
        else if (letter.Format == LetterFormat.Form && letter.Number.Length > 0)
        {
            yield return Paragraph(LetterStyles.Cell, Run(letter.Number));
        }
    }

    private static OpenXmlElement[] Part(LetterPart part) => part switch
    {
        LetterTable table => [Paragraph(LetterStyles.Line, new KeepNext(), Exact(AboveTable)), LetterTables.Of(table)],
        LetterText { Level: 0 } text => [Paragraph(LetterStyles.Text, Run(text.Text))],
        LetterText heading => [Heading(heading, heading.Level == 1 ? LetterFonts.Heading : LetterFonts.SubHeading)],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>A heading of its own stays with what follows; one that opens a paragraph ends at its full stop.</summary>
    private static Paragraph Heading(LetterText heading, string font)
    {
        var end = heading.Text.IndexOf('。', StringComparison.Ordinal) + 1;
        return end > 0 && end < heading.Text.Length
            ? Paragraph(LetterStyles.Text, Run(heading.Text[..end], font), Run(heading.Text[end..]))
            : Paragraph(LetterStyles.Text, new KeepNext(), Run(heading.Text, font));
    }

    private static IEnumerable<Paragraph> Note(Letter letter) =>
        letter.Note.Length > 0 ? [Paragraph(LetterStyles.Foot, Indent(2 * LetterPage.Character), Run(letter.Note))] : [];

    /// <summary>附件说明: one blank line below the text, two characters in; numbered when there are several; no sign after a name.</summary>
    private static IEnumerable<Paragraph> Attachments(IReadOnlyList<string> names)
    {
        const int word = 3 * LetterPage.Character;
        const int number = 400;
        if (names.Count == 0)
        {
            yield break;
        }

        yield return LetterHead.Line();
        var left = 2 * LetterPage.Character + word;
        if (names.Count == 1)
        {
            yield return Paragraph(LetterStyles.Line, Indent(left, hanging: word), Run("附件：" + names[0]));
            yield break;
        }

        foreach (var (index, name) in names.Index())
        {
            yield return Paragraph(
                LetterStyles.Line, Indent(left + number, hanging: index == 0 ? word + number : number), new Tabs(new TabStop { Val = TabStopValues.Left, Position = left + number }),
                Run($"{(index == 0 ? "附件：" : "")}{index + 1}."), Tab(), Run(name));
        }
    }

    /// <summary>署名 centred over the date, the date four characters in from the right.</summary>
    private static IEnumerable<Paragraph> Signature(Letter letter)
    {
        var date = LetterWords.DayOrRoom(letter.Date);
        var dateIn = DateIn * LetterPage.Character;
        var centred = dateIn + (int)((LetterWords.Width(date) - LetterWords.Width(letter.Issuer)) / 2 * LetterPage.Character);
        yield return Keep(LetterHead.Line());
        yield return Keep(LetterHead.Line());
        yield return Keep(Paragraph(LetterStyles.Line, Indent(right: Math.Max(0, centred)), new Justification { Val = JustificationValues.Right }, Run(letter.Issuer)));
        yield return Paragraph(LetterStyles.Line, Indent(right: dateIn), new Justification { Val = JustificationValues.Right }, Run(date));
    }

    /// <summary>
    /// The last paragraph, or the last row of a table, goes over with the signature. Of a long paragraph Word takes the last lines only, LibreOffice the whole;
    /// so one that leaves no room for attachments and signature under it stays, and the list of attachments alone goes with the signature.
    /// </summary>
    private static void KeepWithSignature(OpenXmlElement last, IReadOnlyList<string> attachments)
    {
        const int signature = 4;
        var under = attachments.Count == 0 ? 0 : 1 + attachments.Sum(name => Rows(name, 22));
        if (under > 0 && Rows(last.InnerText, 28) + under + signature >= LetterPage.Lines)
        {
            return;
        }

        if (last is Table table)
        {
            foreach (var paragraph in table.Elements<TableRow>().Last().Descendants<Paragraph>())
            {
                Keep(paragraph);
            }
        }
        else if (last is Paragraph paragraph)
        {
            Keep(paragraph);
        }
    }

    /// <summary>How many rows of so many signs a text fills, two signs in.</summary>
    private static int Rows(string text, int signs) => (int)Math.Ceiling((2 + LetterWords.Width(text)) / signs);

    /// <summary>The signature never stands on a page without text.</summary>
    private static Paragraph Keep(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }
}
