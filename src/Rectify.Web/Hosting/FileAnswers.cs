using Microsoft.Net.Http.Headers;

namespace Rectify.Web.Hosting;

/// <summary>Answers that a browser saves as files.</summary>
public static class FileAnswers
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Names the file the browser saves.</summary>
    public static void SaveAs(this HttpContext context, string name) =>
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name }.ToString();

    /// <summary>The same for a file that is made for this one answer and kept nowhere.</summary>
    public static void SaveNewAs(this HttpContext context, string name, string contentType = Workbook)
    {
        context.SaveAs(name);
        context.Response.ContentType = contentType;
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Begins such a file for a writer that does not wait.</summary>
    /// <returns>Where its bytes go.</returns>
    public static Stream BeginFile(this HttpContext context, string name, string contentType = Workbook)
    {
        context.SaveNewAs(name, contentType);
        return context.Response.BodyWriter.AsStream();
    }
}
