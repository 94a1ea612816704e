namespace Rectify.Web.Kit;

/// <summary>One sentence that the next page shows on top: what has just been done. It travels in a short-lived cookie over the redirect.</summary>
public sealed class Confirmation(IHttpContextAccessor http)
{
    private const string Cookie = "rectify-done";
    private const char WarningSign = '!';

    public void Show(string text) => Send(text);

    /// <summary>What was not done.</summary>
    public void Warn(string text) => Send(WarningSign + text);

    /// <summary>The sentence, once.</summary>
    internal Message? Take()
    {
        if (http.HttpContext is not { Response.HasStarted: false } context || context.Request.Cookies[Cookie] is not { } text || !HttpMethods.IsGet(context.Request.Method))
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context, null));
        var sent = Uri.UnescapeDataString(text);
        return sent.StartsWith(WarningSign) ? new Message(Tone.Warning, sent[1..]) : new Message(Tone.Success, sent);
    }

    private void Send(string text)
    {
        if (http.HttpContext is { } context)
        {
            context.Response.Cookies.Append(Cookie, Uri.EscapeDataString(text), Options(context, TimeSpan.FromMinutes(1)));
        }
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = age, IsEssential = true };

    /// <summary>The sentence, and whether something was done.</summary>
    internal sealed record Message(Tone Tone, string Text);
}
