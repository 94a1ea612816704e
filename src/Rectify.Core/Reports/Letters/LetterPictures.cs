using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using static Rectify.Core.Reports.Letters.LetterRuns;
using Drawings = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Rectify.Core.Reports.Letters;

/// <summary>A picture in a line of its own, and what stands under it.</summary>
internal static class LetterPictures
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>小五, in half points.</summary>
    private const int CaptionSize = 18;

    /// <summary>A line of an exact height would cut the picture off.</summary>
    public static Paragraph Paragraph(LetterPicture picture) =>
        LetterRuns.Paragraph(LetterStyles.Cell, new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }, new Run(Inline(picture)));

    public static Paragraph Caption(string text) =>
        LetterRuns.Paragraph(LetterStyles.Cell, Exact(CaptionSize * 12), new Justification { Val = JustificationValues.Center }, Run(text, size: CaptionSize));

    private static Drawing Inline(LetterPicture picture)
    {
        var (width, height, id) = (Units(picture.Width), Units(picture.Height), (uint)picture.Number);
        var name = LetterWords.Clean(picture.Name);
        return new Drawing(new Inline(
            new Extent { Cx = width, Cy = height },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = id, Name = name, Description = name },
            new NonVisualGraphicFrameDrawingProperties(new Drawings.GraphicFrameLocks { NoChangeAspect = true }),
            new Drawings.Graphic(new Drawings.GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(new Pictures.NonVisualDrawingProperties { Id = id, Name = name }, new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(new Drawings.Blip { Embed = picture.PartId }, new Drawings.Stretch(new Drawings.FillRectangle())),
                new Pictures.ShapeProperties(
                    new Drawings.Transform2D(new Drawings.Offset { X = 0, Y = 0 }, new Drawings.Extents { Cx = width, Cy = height }),
                    new Drawings.PresetGeometry(new Drawings.AdjustValueList()) { Preset = Drawings.ShapeTypeValues.Rectangle })))
            { Uri = PictureUri }))
        { DistanceFromTop = 0U, DistanceFromBottom = 0U, DistanceFromLeft = 0U, DistanceFromRight = 0U });
    }

    /// <summary>A millimetre is 36,000 of the format's units.</summary>
    private static long Units(double millimetres) => (long)Math.Round(millimetres * 36_000);
}
