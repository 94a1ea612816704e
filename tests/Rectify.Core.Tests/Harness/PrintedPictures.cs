using System.Globalization;
using System.Xml.Linq;

namespace Rectify.Core.Tests.Harness;

/// <summary>Where the pictures of a printed page stand, in millimetres from its upper left corner.</summary>
public static class PrintedPictures
{
    private const double Point = 25.4 / 72;

    /// <param name="page">Counts from 1.</param>
    public static async Task<IReadOnlyList<PrintedPicture>> ReadAsync(Pdf pdf, int page)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-pictures-").FullName;
        try
        {
            var file = Path.Combine(folder, "file.pdf");
            await File.WriteAllBytesAsync(file, pdf.File);
            await LibreOffice.RunAsync("pdftohtml", ["-xml", "-zoom", "1", "-f", $"{page}", "-l", $"{page}", file, Path.Combine(folder, "file")]);
            return [.. XDocument.Load(Path.Combine(folder, "file.xml")).Descendants("image").Select(image => new PrintedPicture(
                Length(image, "left"), Length(image, "top"), Length(image, "left") + Length(image, "width"), Length(image, "top") + Length(image, "height")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Length(XElement image, string attribute) => double.Parse(image.Attribute(attribute)!.Value, CultureInfo.InvariantCulture) * Point;
}

public sealed record PrintedPicture(double Left, double Top, double Right, double Bottom);
