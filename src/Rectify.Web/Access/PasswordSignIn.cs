using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Rectify.Core.Organisations;

namespace Rectify.Web.Access;

/// <summary>Turns a checked password into the cookie.</summary>
internal sealed class PasswordSignIn(IMediator mediator, SignInManager<Account> signIn, UserManager<Account> users)
{
    public async Task<bool> TryAsync(string userName, string password)
    {
        var person = await mediator.Send(new CheckSignIn(userName, password));
        if (!person.Succeeded || await users.FindByIdAsync(person.Value.ToString()) is not { } account)
        {
            return false;
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return true;
    }

    /// <summary>Keeps the person signed in here after a change that ended every sign-in.</summary>
    public async Task RefreshAsync(ClaimsPrincipal person)
    {
        if (await users.GetUserAsync(person) is { } account)
        {
            await signIn.RefreshSignInAsync(account);
        }
    }
}
