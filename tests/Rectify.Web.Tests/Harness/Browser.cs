using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rectify.Web.Tests.Harness;

/// <summary>Opens pages and posts forms the way a browser without script does.</summary>
public sealed class Browser(HttpClient client, string language)
{
    private const int MostRedirects = 5;

    public async Task<WebPage> OpenAsync(string address) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Opens an address and goes where it leads.</summary>
    public async Task<WebPage> FollowAsync(string address)
    {
        var page = await OpenAsync(address);
        for (var step = 0; page.IsRedirect && step < MostRedirects; step++)
        {
            page = await OpenAsync(page.Location!);
        }

        return page;
    }

    public async Task<WebPage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Posts fields and one file.</summary>
    public async Task<WebPage> UploadAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, string fileField, string fileName, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), fileField, fileName);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });
    }

    /// <summary>Saves what an address answers with.</summary>
    public async Task<(HttpResponseMessage Response, byte[] File)> DownloadAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        var response = await client.SendAsync(request);
        return (response, await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<WebPage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Accept.ParseAdd("text/html");
        var response = await client.SendAsync(request);
        return new WebPage(this, request.RequestUri!, response, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>What an address answered.</summary>
public sealed class WebPage(Browser browser, Uri address, HttpResponseMessage response, string html)
{
    public HttpResponseMessage Response { get; } = response;

    public string Html { get; } = html;

    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(html);

    public HttpStatusCode Status => Response.StatusCode;

    public bool IsRedirect => (int)Status is >= 300 and < 400;

    /// <summary>Where a redirect leads: path and query.</summary>
    public string? Location => Response.Headers.Location is { } location ? (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString) : null;

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What alerts say.</summary>
    public string Alerts => string.Join(" | ", Document.QuerySelectorAll(".notice").Select(alert => string.Join(' ', alert.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>The error at a field.</summary>
    public string? ErrorAt(string field) => Document.QuerySelector($"[id='{field.Replace('.', '-')}-error']")?.TextContent.Trim();

    public string? ValueOf(string field) => (Document.QuerySelector($"[name='{field}']") as IHtmlInputElement)?.Value;

    /// <summary>Posts the form with this name: what stands in its fields, changed as given.</summary>
    public Task<WebPage> SubmitAsync(string form, params (string Name, string Value)[] typed) =>
        SubmitAsync(FormOf(Document.QuerySelector($"input[name='_handler'][value='{form}']")), typed);

    /// <summary>Posts the plain form that leads to this address.</summary>
    public Task<WebPage> SubmitToAsync(string action, params (string Name, string Value)[] typed) =>
        SubmitAsync(FormOf(Document.QuerySelector($"form[action='{action}'] input")), typed);

    /// <summary>Posts the form with this name and a file, its fields changed as given.</summary>
    public Task<WebPage> UploadAsync(string form, string fileField, string fileName, byte[] file, params (string Name, string Value)[] typed)
    {
        var sent = FormOf(Document.QuerySelector($"input[name='_handler'][value='{form}']"));
        return browser.UploadAsync(AddressOf(sent), Fields(sent, typed), fileField, fileName, file);
    }

    private string AddressOf(IHtmlFormElement form) =>
        new Uri(address.IsAbsoluteUri ? address : new Uri(new Uri("https://localhost"), address), form.GetAttribute("action") ?? "").PathAndQuery;

    private Task<WebPage> SubmitAsync(IHtmlFormElement form, (string Name, string Value)[] typed) => browser.PostAsync(AddressOf(form), [.. Fields(form, typed)]);

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form, (string Name, string Value)[] typed) =>
        form.Elements.OfType<AngleSharp.Dom.IElement>()
            .SelectMany(Standing).Where(field => typed.All(other => other.Name != field.Key))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static IEnumerable<KeyValuePair<string, string>> Standing(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [KeyValuePair.Create(box.Name!, box.Value)] : [],
        IHtmlInputElement { Name: { } name } input => [KeyValuePair.Create(name, input.Value)],
        IHtmlSelectElement { Name: { } name } select => [KeyValuePair.Create(name, select.Options.FirstOrDefault(option => option.IsSelected)?.GetAttribute("value") ?? "")],
        IHtmlTextAreaElement { Name: { } name } area => [KeyValuePair.Create(name, area.Value)],
        _ => [],
    };

    private static IHtmlFormElement FormOf(AngleSharp.Dom.IElement? inside) =>
        inside?.Closest("form") as IHtmlFormElement ?? throw new ShouldAssertException("The page has no such form");
}
