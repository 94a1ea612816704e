namespace Rectify.Web.Kit;

/// <summary>One sentence that the next page shows on top: what has just been done. It travels in a short-lived cookie over the redirect.</summary>
public sealed class Confirmation(IHttpContextAccessor http)
{
    private const string Cookie = "rectify-done";

    public void Show(string text)
    {
        if (http.HttpContext is { } context)
        {
            context.Response.Cookies.Append(Cookie, Uri.EscapeDataString(text), Options(context, TimeSpan.FromMinutes(1)));
        }
    }

    /// <summary>The sentence, once.</summary>
    internal string? Take()
    {
        if (http.HttpContext is not { Response.HasStarted: false } context || context.Request.Cookies[Cookie] is not { } text || !HttpMethods.IsGet(context.Request.Method))
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context, null));
        return Uri.UnescapeDataString(text);
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = age, IsEssential = true };
}
