using Microsoft.Extensions.Localization;
using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Hosting;

/// <summary>What an endpoint that sends no page answers when its request failed: problem details; to a browser the page for that code.</summary>
public static class FailureAnswers
{
    public static int StatusCode(this Failure failure) => failure switch
    {
        NotAllowed => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        Stale => StatusCodes.Status409Conflict,
        Refused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status400BadRequest,
    };

    public static IResult ToAnswer(this Failure failure, HttpContext context) =>
        context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/html")
            ? Results.StatusCode(failure.StatusCode())
            : Results.Problem(statusCode: failure.StatusCode(), title: Title(failure, context.RequestServices.GetRequiredService<IStringLocalizer<KitText>>()));

    private static string Title(Failure failure, IStringLocalizer<KitText> text) => failure switch
    {
        Refused refused => Words.Of(refused.Rule, refused.Values),
        Stale stale => text["Stale", stale.ChangedBy],
        Invalid invalid => string.Join(" ", invalid.Errors.Select(error => $"{error.Field}: {Words.Of(error)}")),
        NotFound => text["NotFound"],
        _ => text["NotAllowed"],
    };
}
