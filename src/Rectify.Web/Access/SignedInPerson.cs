using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Rectify.Core.Shared;

namespace Rectify.Web.Access;

/// <summary>Tells the core who is at the keyboard, and leads people with a due password to the page where they choose one.</summary>
internal sealed class SignedInPerson(RequestDelegate next)
{
    public const string PasswordPage = "/account/password";

    public Task InvokeAsync(HttpContext context, Session session)
    {
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
        {
            session.PersonId = person;
        }

        if (context.User.HasClaim(claim => claim.Type == AccountPrincipal.PasswordDue) && !MayPass(context))
        {
            context.Response.Redirect(PasswordPage);
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool MayPass(HttpContext context) =>
        context.Request.Path == PasswordPage || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
