using ClosedXML.Excel;

namespace Rectify.EndToEnd.Harness;

/// <summary>Filling forms in the way somebody at the keyboard does.</summary>
public sealed partial class Visitor
{
    /// <summary>Unfolds the form with this name, types into its fields and presses a button.</summary>
    /// <param name="form">The name the form is posted under.</param>
    /// <param name="press">What stands on the button; null for the form's first.</param>
    /// <param name="typed">A field's name and its value; for a box its value, for a file field the path.</param>
    public async Task SendAsync(string form, string? press, params IReadOnlyList<(string Field, string Value)> typed)
    {
        var sheet = Page.Locator("form", new() { Has = Page.Locator($"input[name='_handler'][value='{form}']") });
        var fold = Page.Locator("details.disclosure:not([open])", new() { Has = sheet });
        while (await fold.CountAsync() > 0)
        {
            await fold.First.Locator("summary").First.ClickAsync();
        }

        foreach (var (field, value) in typed)
        {
            await FillAsync(sheet.Locator($"[name='{field}']"), value);
        }

        var buttons = sheet.Locator("button[type=submit]");
        await FollowAsync(press is null ? buttons.First : buttons.Filter(new() { HasText = press }).First);
        (await Page.Locator(".field-error").AllInnerTextsAsync()).ShouldBeEmpty($"{form} on {Page.Url}");
    }

    /// <summary>Clicks what leads to a workbook and opens what comes.</summary>
    public async Task<XLWorkbook> DownloadAsync(ILocator what)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => what.ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        // The workbook reads it again when it is saved.
        var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return new XLWorkbook(copy);
    }

    private static async Task FillAsync(ILocator field, string value)
    {
        switch (await field.First.EvaluateAsync<string>("field => field.tagName === 'INPUT' ? field.type : field.tagName.toLowerCase()"))
        {
            case "checkbox" or "radio":
                await field.And(field.Page.Locator($"[value='{value}']")).CheckAsync();
                break;
            case "select":
                await field.SelectOptionAsync(value);
                break;
            case "file":
                await field.SetInputFilesAsync(value);
                break;
            default:
                await field.FillAsync(value);
                break;
        }
    }
}
