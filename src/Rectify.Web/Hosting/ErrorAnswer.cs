using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rectify.Web.Hosting;

/// <summary>What the user gets when something breaks: a plain page with a number that also stands in the log, never the exception's words.</summary>
internal static class ErrorAnswer
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static async Task WriteAsync(HttpContext context)
    {
        var id = RandomNumberGenerator.GetString(Letters, 8);
        var error = context.Features.Get<IExceptionHandlerPathFeature>();
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorAnswer));
        log.LogError(error?.Error, "Error {Id} while answering {Method} {Path}", id, context.Request.Method, error?.Path);
        await new RazorComponentResult<ErrorDocument>(new { Id = id }).ExecuteAsync(context);
    }
}
