using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The cell styles of a workbook that others made, with ours added behind theirs.</summary>
internal sealed class BookLooks
{
    /// <summary>The ground of a wrong cell; by it a marking of ours is known again.</summary>
    private const string Ground = "FFFDE2E0";

    private const uint TextFormat = 49;

    private readonly Stylesheet _styles;
    private readonly Dictionary<uint, uint> _marked = [];
    private readonly Dictionary<uint, uint> _unmarked = [];
    private readonly uint _ground;

    public BookLooks(WorkbookPart book)
    {
        var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        _styles = part.Stylesheet ??= new Stylesheet();
        _styles.Fonts ??= new Fonts(new Font());
        _styles.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        _styles.Borders ??= new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()));
        _styles.CellStyleFormats ??= new CellStyleFormats(new CellFormat());
        _styles.CellFormats ??= new CellFormats(new CellFormat());
        var known = _styles.Fills.Elements<Fill>().ToList().FindIndex(IsGround);
        _ground = known >= 0 ? (uint)known : Add(_styles.Fills, Solid(Ground));
    }

    /// <summary>The style with the ground of a wrong cell.</summary>
    public uint Marked(uint style) => With(_marked, style, _ground);

    public bool IsMarked(uint style) => Format(style).FillId?.Value == _ground;

    /// <summary>The style without a ground; what ground the sender had given such a cell is not known any more.</summary>
    public uint Unmarked(uint style) => With(_unmarked, style, 0);

    /// <summary>A style of our own, for text.</summary>
    public uint Text(bool isBold = false, double size = 10, string? ground = null, bool isFramed = true)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" });
        return Add(_styles.CellFormats!, new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = isFramed })
        {
            NumberFormatId = TextFormat, ApplyNumberFormat = true,
            FontId = Add(_styles.Fonts!, font), ApplyFont = true,
            FillId = ground is null ? 0 : Add(_styles.Fills!, Solid(ground)), ApplyFill = true,
            BorderId = isFramed ? Add(_styles.Borders!, Thin()) : 0, ApplyBorder = true,
            FormatId = 0, ApplyAlignment = true,
        });
    }

    private uint With(Dictionary<uint, uint> made, uint style, uint fill)
    {
        if (!made.TryGetValue(style, out var number))
        {
            var format = (CellFormat)Format(style).CloneNode(true);
            (format.FillId, format.ApplyFill) = (fill, true);
            made[style] = number = Add(_styles.CellFormats!, format);
        }

        return number;
    }

    private CellFormat Format(uint style) => _styles.CellFormats!.Elements<CellFormat>().ElementAtOrDefault((int)style) ?? new CellFormat();

    private static bool IsGround(Fill fill) => fill.PatternFill is { ForegroundColor.Rgb.Value: Ground };

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static uint Add(OpenXmlCompositeElement all, OpenXmlElement one)
    {
        all.Append(one);
        var count = (uint)all.ChildElements.Count;
        all.SetAttribute(new OpenXmlAttribute("count", "", $"{count}"));
        return count - 1;
    }
}
