using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;

namespace Rectify.EndToEnd.Harness;

/// <summary>
/// Looks over the shoulder of a visit and writes down what must not be: a request to another host, an error in the console,
/// a breach of the content security policy, an answer of 500, a serious or critical barrier on a page.
/// </summary>
public sealed class Watch
{
    private readonly Uri _site;
    private readonly List<string> _findings = [];
    private readonly List<string> _allowed = [];

    private readonly ConcurrentDictionary<string, bool> _examined;

    private Watch(Uri site, ConcurrentDictionary<string, bool> examined) => (_site, _examined) = (site, examined);

    public IReadOnlyList<string> Findings
    {
        get
        {
            lock (_findings)
            {
                return [.. _findings.Distinct()];
            }
        }
    }

    /// <param name="examined">The kinds of page examined for barriers so far, ids left out; visits of the same kind share it.</param>
    public static async Task<Watch> OverAsync(IBrowserContext context, Uri site, ConcurrentDictionary<string, bool> examined)
    {
        var watch = new Watch(site, examined);
        await context.ExposeFunctionAsync("rectifyReportsBreach", (string what) => watch.Note($"security policy: {what}"));
        await context.AddInitScriptAsync("""
            document.addEventListener('securitypolicyviolation', breach =>
                window.rectifyReportsBreach(`${breach.effectiveDirective} refuses ${breach.blockedURI} on ${location.pathname}`));
            """);
        context.Request += (_, request) => watch.Requested(request.Url);
        context.Response += (_, response) => watch.Answered(response);
        context.Console += (_, message) => watch.Printed(message);
        context.WebError += (_, error) => watch.Note($"script error: {error.Error}");
        context.Page += (_, page) => page.WebSocket += (_, socket) => watch.Requested(socket.Url);
        return watch;
    }

    /// <summary>Expects an answer that a browser prints as an error, such as 404, where a test asks for it on purpose.</summary>
    public void Allow(int status) => _allowed.Add($"status of {status} ");

    /// <summary>Examines the page for barriers, once for each kind of page.</summary>
    public async Task ExamineAsync(IPage page)
    {
        var path = new Uri(page.Url).AbsolutePath;
        var kind = string.Join('/', path.Split('/').Select(part => Guid.TryParse(part, out _) ? "*" : part));
        if (!_examined.TryAdd(kind, true))
        {
            return;
        }

        var result = await page.RunAxe();
        foreach (var barrier in result.Violations.Where(violation => violation.Impact is "serious" or "critical"))
        {
            Note($"barrier on {kind}: {barrier.Id} ({barrier.Impact}), {barrier.Help}: {string.Join(" · ", barrier.Nodes.Take(3).Select(node => node.Html))}");
        }
    }

    /// <exception cref="VisitSpoilt">Something was found.</exception>
    public void MustHaveSeenNothing()
    {
        if (Findings is { Count: > 0 } findings)
        {
            throw new VisitSpoilt(findings);
        }
    }

    private void Requested(string address)
    {
        var uri = new Uri(address);
        if (uri.Scheme is not ("data" or "blob" or "about") && uri.Authority != _site.Authority)
        {
            Note($"request leaves the host: {address}");
        }
    }

    private void Answered(IResponse response)
    {
        if (response.Status >= 500)
        {
            Note($"answer {response.Status}: {response.Request.Method} {response.Url}");
        }
    }

    private void Printed(IConsoleMessage message)
    {
        if (message.Type is "error" && !_allowed.Any(message.Text.Contains))
        {
            Note($"console error: {message.Text} ({message.Location.Replace(_site.ToString(), "/", StringComparison.Ordinal)})");
        }
    }

    private void Note(string finding)
    {
        lock (_findings)
        {
            _findings.Add(finding);
        }
    }
}

/// <summary>What the watch found during a visit.</summary>
public sealed class VisitSpoilt(IEnumerable<string> findings) : Exception(string.Join('\n', findings));
