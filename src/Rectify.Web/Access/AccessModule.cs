using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;

namespace Rectify.Web.Access;

/// <summary>Sign-in by cookie, and who may open what.</summary>
internal static class AccessModule
{
    public const string SignInLimit = "sign-in";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddSignInManager().AddUserStore<AccountStore>().AddClaimsPrincipalFactory<AccountPrincipal>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "Rectify";
            cookie.CookieManager = new HostCookies();
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            cookie.Events.OnSigningIn = SignInAge.Note;
            cookie.Events.OnValidatePrincipal = SignInAge.CheckAsync;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "rectify-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(permission)));
            }
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    public static void MapAccess(this WebApplication app)
    {
        // A form being filled in says now and then that somebody is at the keyboard, so that nothing typed is lost to the idle limit.
        app.MapGet("/account/awake", () => Results.NoContent());
        app.MapPost("/sign-out", async (HttpContext context, SignInManager<Account> signIn, [FromForm] string? returnUrl) =>
        {
            await signIn.SignOutAsync();
            if (context.Request.IsHttps)
            {
                context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
            }

            return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/sign-in"));
        }).AllowAnonymous();
    }
}
