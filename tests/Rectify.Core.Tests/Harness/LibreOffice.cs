using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Rectify.Core.Tests.Harness;

/// <summary>Another office program, run without a screen: opens what we write, saves it again, and prints it to PDF.</summary>
public static class LibreOffice
{
    /// <summary>One at a time: each has its own profile, and two cores are soon busy.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    private static readonly Lazy<string> Profile = new(() => Directory.CreateTempSubdirectory("rectify-office-").FullName);

    /// <summary>Opens a file and saves it in another format, or in its own once more.</summary>
    /// <param name="from">The ending of its format, such as <c>xlsx</c>.</param>
    /// <param name="to">The ending of the new one; a filter may follow, as in <c>csv:Text - txt - csv (StarCalc):44,34,76</c>.</param>
    public static async Task<byte[]> ConvertAsync(byte[] file, string from, string to) => (await ConvertAsync([file], from, to))[0];

    /// <summary>Converts many files in one start of the program.</summary>
    public static async Task<IReadOnlyList<byte[]>> ConvertAsync(IReadOnlyList<byte[]> files, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-convert-").FullName;
        try
        {
            var names = files.Select((_, index) => Path.Combine(folder, $"{index}.{from}")).ToList();
            await Task.WhenAll(names.Zip(files, (name, file) => File.WriteAllBytesAsync(name, file)));
            var results = Path.Combine(folder, "out");
            await Turn.WaitAsync();
            string said;
            try
            {
                said = await RunAsync("soffice", ["--headless", "--norestore", $"-env:UserInstallation=file://{Profile.Value}", "--convert-to", to, "--outdir", results, .. names]);
            }
            finally
            {
                Turn.Release();
            }

            var ending = to.Split(':')[0];
            return [.. names.Select((_, index) => Path.Combine(results, $"{index}.{ending}")).Select(name => File.Exists(name) ? File.ReadAllBytes(name) : throw new InvalidOperationException($"LibreOffice made no {ending} of it: {said}"))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Prints a file.</summary>
    /// <param name="from">The ending of its format, <c>xlsx</c> or <c>docx</c>.</param>
    public static async Task<Pdf> PrintAsync(byte[] file, string from) => await Pdf.ReadAsync(await ConvertAsync(file, from, "pdf"));

    internal static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output + await errors : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}

/// <summary>A printed file: where each word stands on each page. All lengths in millimetres from the page's upper left corner.</summary>
public sealed record Pdf(byte[] File, IReadOnlyList<PdfPage> Pages)
{
    private const double Point = 25.4 / 72;

    /// <summary>All text in the order it was printed, a line for each printed line.</summary>
    public string Text => string.Join('\n', Pages.SelectMany(page => page.Lines).Select(line => line.Text));

    public static async Task<Pdf> ReadAsync(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-pdf-").FullName;
        try
        {
            var name = Path.Combine(folder, "file.pdf");
            await System.IO.File.WriteAllBytesAsync(name, file);
            await LibreOffice.RunAsync("pdftotext", ["-bbox-layout", name, name + ".html"]);
            var pages = XDocument.Parse(await System.IO.File.ReadAllTextAsync(name + ".html")).Descendants().Where(element => element.Name.LocalName == "page");
            return new Pdf(file, [.. pages.Select(page => new PdfPage(Length(page, "width"), Length(page, "height"), [.. Named(page, "line").Select(Line)]))]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PdfLine Line(XElement line) =>
        new(string.Join(' ', Named(line, "word").Select(word => word.Value)), Length(line, "xMin"), Length(line, "yMin"), Length(line, "xMax"), Length(line, "yMax"));

    private static IEnumerable<XElement> Named(XElement under, string name) => under.Descendants().Where(element => element.Name.LocalName == name);

    private static double Length(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture) * Point;
}

public sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfLine> Lines);

/// <summary>A printed line; its box is that of the font, a little larger than the ink.</summary>
public sealed record PdfLine(string Text, double Left, double Top, double Right, double Bottom);
