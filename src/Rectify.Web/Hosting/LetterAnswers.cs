using MediatR;
using Microsoft.Net.Http.Headers;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Shared;

namespace Rectify.Web.Hosting;

/// <summary>Answers with an official document to save, or with the reason why there is none.</summary>
public static class LetterAnswers
{
    public static async Task<IResult> SendLetterAsync(this IMediator mediator, IQuery<LetterDocument> query, HttpContext context, CancellationToken cancellation)
    {
        var letter = await mediator.Send(query, cancellation);
        if (!letter.Succeeded)
        {
            return letter.Failure.ToAnswer(context);
        }

        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = letter.Value.Name }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(letter.Value.Content, LetterDocument.ContentType);
    }
}
