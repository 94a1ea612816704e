using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Rectify.Web.Access;

namespace Rectify.Web.Hosting;

/// <summary>The interface's languages: the browser's wish first, a cookie once the user has chosen.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(English).AddSupportedCultures(English, Chinese).AddSupportedUICultures(English, Chinese);
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = "rectify-language" },
            new CustomRequestCultureProvider(context => Task.FromResult(Wished(context.Request))),
        ];
    }

    public static void MapLanguages(this WebApplication app) =>
        app.MapPost("/language", (HttpContext context, [FromForm] string language, [FromForm] string? returnUrl) =>
        {
            var chosen = language == Chinese ? Chinese : English;
            context.Response.Cookies.Append(
                "rectify-language",
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
        }).AllowAnonymous();

    /// <summary>Any kind of Chinese gets Simplified Chinese: it is nearer than English.</summary>
    private static ProviderCultureResult? Wished(HttpRequest request)
    {
        var wishes = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => wish.Value.ToString());
        var language = wishes.Select(wish => wish.Split('-')[0].ToUpperInvariant()).FirstOrDefault(wish => wish is "ZH" or "EN");
        return language is null ? null : new ProviderCultureResult(language == "ZH" ? Chinese : English);
    }
}
