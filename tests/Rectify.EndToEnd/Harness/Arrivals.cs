namespace Rectify.EndToEnd.Harness;

/// <summary>Tells when a page has arrived, whether the browser loaded it or the enhanced navigation patched it in.</summary>
internal static class Arrivals
{
    private const string Marking = """
        const mark = () => { window.rectifyArrival = `${performance.timeOrigin} ${performance.now()} ${Math.random()}`; };
        addEventListener('DOMContentLoaded', () => {
            mark();
            window.Blazor?.addEventListener('enhancedload', mark);
        });
        """;

    public static Task CountAsync(IBrowserContext context) => context.AddInitScriptAsync(Marking);

    public static async Task AfterAsync(IPage page, Func<Task> move)
    {
        var before = await page.EvaluateAsync<string>("window.rectifyArrival");
        await move();
        await page.WaitForFunctionAsync("before => window.rectifyArrival && window.rectifyArrival !== before && document.readyState === 'complete'", before);
    }

    /// <summary>The same in a browser that runs no script: every arrival is a full page.</summary>
    public static async Task AfterPlainlyAsync(IPage page, Func<Task> move)
    {
        await page.RunAndWaitForResponseAsync(move, response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await page.WaitForLoadStateAsync();
    }
}
