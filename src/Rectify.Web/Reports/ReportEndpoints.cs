using MediatR;
using Microsoft.Extensions.Localization;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;
using Rectify.Web.Problems;

namespace Rectify.Web.Reports;

/// <summary>Workbooks to save.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/campaigns/{campaignId:guid}/reports/progress.xlsx", SendProgressAsync).WithMetadata(new NeedsAttribute(Permission.ViewReports));
        endpoints.MapGet("/snapshots/{snapshotId:guid}/progress.xlsx", SendFrozenProgressAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/problems/{problemId:guid}/close-out-form.xlsx", SendCloseOutFormAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        foreach (var kind in TableForm.OfProblems)
        {
            endpoints.MapGet(
                $"/campaigns/{{campaignId:guid}}/reports/{TableAddress.Files[kind]}.xlsx",
                (Guid campaignId, IMediator mediator, IStringLocalizer<ReportsText> texts, HttpContext context, CancellationToken cancellation) =>
                    SendTableAsync(kind, campaignId, mediator, texts, context, cancellation)).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        }
    }

    private static async Task<IResult> SendProgressAsync(
        Guid campaignId, DateOnly? cutOff, IMediator mediator, Clock clock, IStringLocalizer<ReportsText> texts, HttpContext context, CancellationToken cancellation)
    {
        var progress = await mediator.Send(new GetProgress(campaignId, cutOff), cancellation);
        if (!progress.Succeeded)
        {
            return progress.Failure.ToAnswer(context);
        }

        var overdue = await mediator.Send(new ListWorstOverdue(campaignId, ListWorstOverdue.LargestCount, progress.Value.CutOff), cancellation);
        if (!overdue.Succeeded)
        {
            return overdue.Failure.ToAnswer(context);
        }

        var layout = await mediator.Send(new GetTableLayout(TableKind.Progress), cancellation);
        if (!layout.Succeeded)
        {
            return layout.Failure.ToAnswer(context);
        }

        var wording = ReportWording.From(texts);
        ProgressWorkbook.Write(
            progress.Value, overdue.Value, layout.Value.Title, layout.Value.Columns, LiveFigures.Line(texts, clock), wording,
            context.BeginFile(OwnFile(layout.Value.Title, progress.Value.CampaignTitle, $"{progress.Value.CutOff:yyyyMMdd}") ?? wording["ProgressFile", progress.Value.CampaignTitle, $"{progress.Value.CutOff:yyyyMMdd}"]));
        return Results.Empty;
    }

    /// <summary>The progress workbook of frozen figures: whoever asks for the id again gets the same bytes.</summary>
    private static async Task<IResult> SendFrozenProgressAsync(
        Guid snapshotId, IMediator mediator, Clock clock, IStringLocalizer<ReportsText> texts, HttpContext context, CancellationToken cancellation)
    {
        var found = await mediator.Send(new GetSnapshot(snapshotId), cancellation);
        if (!found.Succeeded)
        {
            return found.Failure.ToAnswer(context);
        }

        if (found.Value.Campaign is not { } figures)
        {
            return Results.NotFound();
        }

        var (wording, snapshot) = (ReportWording.From(texts), found.Value.Snapshot);
        ProgressWorkbook.Write(
            figures, clock.Local(snapshot.FrozenAt).DateTime, wording["FrozenFigures", snapshot.Code], wording,
            context.BeginFile(wording["ProgressFile", figures.Progress.CampaignTitle, snapshot.Code]));
        return Results.Empty;
    }

    private static async Task<IResult> SendTableAsync(
        TableKind kind, Guid campaignId, IMediator mediator, IStringLocalizer<ReportsText> texts, HttpContext context, CancellationToken cancellation)
    {
        var table = await mediator.Send(new GetTable(campaignId, kind, LedgerAddress.Filter(context.Request.Query)), cancellation);
        if (!table.Succeeded)
        {
            return table.Failure.ToAnswer(context);
        }

        var wording = ReportWording.From(texts);
        context.SaveNewAs(OwnFile(table.Value.Title, table.Value.CampaignTitle, $"{table.Value.CutOff:yyyyMMdd}") ?? wording["TableFile", table.Value.CampaignTitle, $"{table.Value.CutOff:yyyyMMdd}", wording[kind]]);
        await TableWorkbook.WriteAsync(table.Value, wording, context.Response.Body, cancellation);
        return Results.Empty;
    }

    private static async Task<IResult> SendCloseOutFormAsync(
        Guid problemId, IMediator mediator, IStringLocalizer<ReportsText> texts, HttpContext context, CancellationToken cancellation)
    {
        var form = await mediator.Send(new GetCloseOutForm(problemId), cancellation);
        if (!form.Succeeded)
        {
            return form.Failure.ToAnswer(context);
        }

        var layout = await mediator.Send(new GetTableLayout(TableKind.CloseOutForm), cancellation);
        if (!layout.Succeeded)
        {
            return layout.Failure.ToAnswer(context);
        }

        var wording = ReportWording.From(texts);
        CloseOutFormWorkbook.Write(
            form.Value, layout.Value.Title, wording,
            context.BeginFile(OwnFile(layout.Value.Title, form.Value.CampaignTitle, $"{form.Value.Problem.Number}") ?? wording["CloseOutFormFile", form.Value.CampaignTitle, form.Value.Problem.Number!]));
        return Results.Empty;
    }

    /// <summary>The name of a workbook by the title the unit chose; null where it keeps the prescribed one.</summary>
    private static string? OwnFile(string title, string campaignTitle, string which) =>
        title.Length == 0 ? null : $"{LetterDocument.FileName(TableForm.Titled(title, campaignTitle))}_{which}.xlsx";
}
