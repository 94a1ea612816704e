using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Localization;
using Rectify.Web.Kit;

namespace Rectify.Web.Hosting;

/// <summary>
/// A form is posted that its page no longer has, as by a second press from a stale tab: the browser comes back to the page as it is now, and is told that nothing was done.
/// The framework alone answers with a bare 400.
/// </summary>
internal static class GoneForms
{
    public static Task ComeBackAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            // Taken now, because the answer may start where the person's language is no longer known.
            var text = context.RequestServices.GetRequiredService<IStringLocalizer<KitText>>()["FormGone"].Value;
            context.Response.OnStarting(() =>
            {
                if (IsOfNoForm(context))
                {
                    context.RequestServices.GetRequiredService<Confirmation>().Warn(text);
                    context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}");
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    /// <summary>The one plain 400 that a page gives to a post with a valid token.</summary>
    private static bool IsOfNoForm(HttpContext context) =>
        context.Response is { StatusCode: StatusCodes.Status400BadRequest, ContentType: "text/plain" } && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
}
