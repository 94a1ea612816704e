namespace Rectify.Core.Reports.Letters;

/// <summary>How the head of a document looks.</summary>
internal enum LetterFormat
{
    /// <summary>文件: red head, number, red line.</summary>
    RedHead,

    /// <summary>信函: the office's name above red double lines.</summary>
    Letterhead,

    /// <summary>简报: name of the series, 第N期, office and date above a red line.</summary>
    Masthead,

    /// <summary>内部审批表: a title and a table, no head.</summary>
    Form,
}

/// <summary>An official document before it becomes a file: words and their parts, no layout.</summary>
/// <param name="Mark">发文机关标志, or the name of a bulletin's series.</param>
/// <param name="Issuer">发文机关署名</param>
/// <param name="Number">文号</param>
/// <param name="Addressees">主送, one name each.</param>
/// <param name="Attachments">The names of the attachments.</param>
/// <param name="Date">成文日期; null leaves room for it.</param>
/// <param name="CopiesTo">抄送, one name each.</param>
internal sealed record Letter(
    LetterFormat Format,
    string Mark,
    string Issuer,
    string Number,
    string Title,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<LetterPart> Body,
    IReadOnlyList<string> Attachments,
    DateOnly? Date,
    IReadOnlyList<string> CopiesTo)
{
    /// <summary>第N期 of a bulletin; 0 for what is none.</summary>
    public int Issue { get; init; }

    /// <summary>作废 or 撤销, where it no longer holds: it keeps its number and says so beside it.</summary>
    public string Standing { get; init; } = "";

    /// <summary>A line under the body in smaller type, such as the snapshot the figures come from.</summary>
    public string Note { get; init; } = "";

    /// <summary>A form bears its signatures in its cells and has no foot.</summary>
    public bool IsSigned => Format != LetterFormat.Form;
}

internal abstract record LetterPart;

/// <summary>A paragraph of the body. What stands before the first full stop of a heading is set in the heading's face.</summary>
/// <param name="Level">1 for 一、, 2 for （一）, 0 for plain text.</param>
internal sealed record LetterText(string Text, int Level = 0) : LetterPart;

/// <summary>A table over the type area's width.</summary>
/// <param name="Columns">Widths in millimetres; what is left goes to the last.</param>
/// <param name="HeadRows">How many rows repeat on each page.</param>
/// <param name="TextColumns">The columns set flush left, where others are centred; null sets all but heads flush left.</param>
/// <param name="IsDense">Set in 小四 instead of 四号, for tables of many columns or rows.</param>
internal sealed record LetterTable(IReadOnlyList<double> Columns, IReadOnlyList<LetterRow> Rows, int HeadRows = 0, IReadOnlyList<int>? TextColumns = null, bool IsDense = false) : LetterPart;

/// <param name="Height">At least so many millimetres.</param>
internal sealed record LetterRow(IReadOnlyList<LetterCell> Cells, double Height = 10);

/// <param name="Span">Columns it covers.</param>
/// <param name="IsHead">Centred, in 黑体.</param>
/// <param name="Closing">What stands at the cell's lower right, such as a signature and its date.</param>
/// <param name="Picture">Stands above the text, which is then set small.</param>
internal sealed record LetterCell(string Text, int Span = 1, bool IsHead = false, string Closing = "", LetterPicture? Picture = null);

/// <param name="Number">Counts the letter's pictures from 1.</param>
/// <param name="Width">In millimetres, as printed.</param>
internal sealed record LetterPicture(int Number, byte[] Content, string ContentType, double Width, double Height, string Name)
{
    /// <summary>Its name among the letter's parts.</summary>
    public string PartId => $"rIdPicture{Number}";
}
