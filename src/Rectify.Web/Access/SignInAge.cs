using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Rectify.Core.Organisations;

namespace Rectify.Web.Access;

/// <summary>
/// Ends a sign-in that the cookie alone would let run on: at once when the account has changed or its person has left,
/// and after a working day's eight hours however busy it was.
/// </summary>
internal static class SignInAge
{
    private const string Since = "since";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public static Task Note(CookieSigningInContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Properties.Items.TryAdd(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (now - SignedInAt(context.Properties) > Longest
            || await services.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static DateTimeOffset SignedInAt(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Since, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
}
