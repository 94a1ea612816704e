using System.Text;

namespace Rectify.Core.Tests.Harness;

/// <summary>A printed page as a picture of six dots a millimetre: where ink really is. All lengths in millimetres.</summary>
public sealed class PrintedInk
{
    private const int DotsPerMillimetre = 6;

    private readonly byte[] _dots;

    private PrintedInk(int width, int height, byte[] dots) => (Width, Height, _dots) = (width, height, dots);

    private int Width { get; }

    private int Height { get; }

    public static async Task<IReadOnlyList<PrintedInk>> ReadAsync(Pdf pdf)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-ink-").FullName;
        try
        {
            var file = Path.Combine(folder, "file.pdf");
            await File.WriteAllBytesAsync(file, pdf.File);
            await LibreOffice.RunAsync("pdftoppm", ["-r", (DotsPerMillimetre * 25.4).ToString("F1", System.Globalization.CultureInfo.InvariantCulture), file, Path.Combine(folder, "page")]);
            return [.. Directory.GetFiles(folder, "*.ppm").Order(StringComparer.Ordinal).Select(page => Read(File.ReadAllBytes(page)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The box around all ink between two heights; red ink only, or all.</summary>
    public Box Ink(double from = 0, double to = double.MaxValue, bool red = false)
    {
        var (left, top, right, bottom) = (Width, Height, -1, -1);
        for (var y = Row(from); y < Math.Min(Height, Row(to)); y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (red ? IsRed(x, y) : IsInk(x, y))
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        return new Box(Length(left), Length(top), Length(right + 1), Length(bottom + 1));
    }

    /// <summary>The stretches of rows that hold ink, from the top: lines of text, and rules.</summary>
    public IReadOnlyList<Box> Bands(double from = 0, double to = double.MaxValue, bool red = false)
    {
        List<Box> bands = [];
        int? start = null;
        var end = Math.Min(Height, Row(to));
        for (var y = Row(from); y <= end; y++)
        {
            var isInk = y < end && Enumerable.Range(0, Width).Any(x => red ? IsRed(x, y) : IsInk(x, y));
            if (isInk)
            {
                start ??= y;
            }
            else if (start is { } first)
            {
                bands.Add(Ink(Length(first), Length(y), red));
                start = null;
            }
        }

        return bands;
    }

    private static PrintedInk Read(byte[] file)
    {
        var place = 0;
        string Word()
        {
            var start = place;
            while (!char.IsWhiteSpace((char)file[place]))
            {
                place++;
            }

            return Encoding.ASCII.GetString(file, start, place++ - start);
        }

        Word().ShouldBe("P6");
        var (width, height) = (int.Parse(Word(), System.Globalization.CultureInfo.InvariantCulture), int.Parse(Word(), System.Globalization.CultureInfo.InvariantCulture));
        Word().ShouldBe("255");
        return new PrintedInk(width, height, file[place..]);
    }

    private bool IsInk(int x, int y) => At(x, y) is var (red, green, blue) && Math.Min(red, Math.Min(green, blue)) < 160;

    private bool IsRed(int x, int y) => At(x, y) is var (red, green, blue) && red > 200 && green < 160 && blue < 160;

    private (byte Red, byte Green, byte Blue) At(int x, int y) => (_dots[3 * (y * Width + x)], _dots[3 * (y * Width + x) + 1], _dots[3 * (y * Width + x) + 2]);

    private static double Length(int dots) => (double)dots / DotsPerMillimetre;

    private static int Row(double millimetres) => (int)Math.Min(int.MaxValue, Math.Round(millimetres * DotsPerMillimetre));
}

public sealed record Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;
}
