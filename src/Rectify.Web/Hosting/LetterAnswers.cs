using MediatR;
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

        return letter.Value.ToAnswer(context);
    }

    public static IResult ToAnswer(this LetterDocument letter, HttpContext context)
    {
        context.SaveAs(letter.Name);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(letter.Content, LetterDocument.ContentType);
    }
}
