using System.Text;
using MediatR;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;
using Rectify.Web.Kit;

namespace Rectify.Web.Reports;

/// <summary>Frozen figures as they were issued, and the workbooks made of them.</summary>
public static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/snapshots/{snapshotId:guid}/figures.json", SendFiguresAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/snapshots/{snapshotId:guid}/report.xlsx", SendMonthlyAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/bulletins/{bulletinId:guid}/bulletin.xlsx", SendBulletinAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/bulletins/{bulletinId:guid}/bulletin.docx", SendBulletinLetterAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/campaigns/{campaignId:guid}/reports/leader.docx", SendLeaderLetterAsync).WithMetadata(new NeedsAttribute(Permission.ViewReports));
        endpoints.MapGet("/campaigns/{campaignId:guid}/reports/leader.xlsx", SendLeaderSheetAsync).WithMetadata(new NeedsAttribute(Permission.ViewReports));
    }

    /// <summary>The stored bytes, never written anew; a reader holds them against the hash on the page.</summary>
    private static async Task<IResult> SendFiguresAsync(Guid snapshotId, IMediator mediator, HttpContext context, CancellationToken cancellation)
    {
        var found = await mediator.Send(new GetSnapshot(snapshotId), cancellation);
        if (!found.Succeeded)
        {
            return found.Failure.ToAnswer(context);
        }

        var snapshot = found.Value.Snapshot;
        context.SaveAs(snapshot.Code + ".json");
        return Results.Bytes(Encoding.UTF8.GetBytes(snapshot.Figures), "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{snapshot.Sha256}\""));
    }

    private static async Task<IResult> SendMonthlyAsync(Guid snapshotId, IMediator mediator, IStringLocalizer<FiguresText> texts, HttpContext context, CancellationToken cancellation)
    {
        var found = await mediator.Send(new GetSnapshot(snapshotId), cancellation);
        if (!found.Succeeded)
        {
            return found.Failure.ToAnswer(context);
        }

        if (found.Value.Monthly is not { } figures)
        {
            return Results.NotFound();
        }

        var layout = await mediator.Send(new GetTableLayout(TableKind.MonthlySheet), cancellation);
        if (!layout.Succeeded)
        {
            return layout.Failure.ToAnswer(context);
        }

        var (month, code) = (FigureStatus.Month(texts, figures.Month), found.Value.Snapshot.Code);
        MonthlyWorkbook.Write(figures, code, month, layout.Value.Title, layout.Value.Columns, ReportWording.From(texts), context.BeginFile($"{figures.UnitName}_{month}_{code}.xlsx"));
        return Results.Empty;
    }

    private static async Task<IResult> SendBulletinAsync(Guid bulletinId, IMediator mediator, IStringLocalizer<FiguresText> texts, HttpContext context, CancellationToken cancellation)
    {
        var found = await mediator.Send(new GetBulletin(bulletinId), cancellation);
        if (!found.Succeeded)
        {
            return found.Failure.ToAnswer(context);
        }

        var (view, bulletin) = (found.Value, found.Value.Bulletin);
        string caption = bulletin.Issue is { } issue ? texts["IssueNumber", bulletin.Year!, issue] : texts["NoNumber"];
        string code = bulletin.SnapshotId is null ? texts["DraftLine"] : texts["FiguresLine", bulletin.SnapshotCode];
        BulletinWorkbook.Write(view.Text.Title, caption, view.Figures, code, ReportWording.From(texts), context.BeginFile($"{view.Text.Title}_{caption}.xlsx"));
        return Results.Empty;
    }

    private static async Task<IResult> SendLeaderSheetAsync(Guid campaignId, IMediator mediator, IStringLocalizer<FiguresText> texts, HttpContext context, CancellationToken cancellation)
    {
        var sheet = await mediator.Send(new GetLeaderSheet(campaignId), cancellation);
        if (!sheet.Succeeded)
        {
            return sheet.Failure.ToAnswer(context);
        }

        LeaderWorkbook.Write(sheet.Value, ReportWording.From(texts), context.BeginFile(LeaderFile(sheet.Value, texts) + ".xlsx"));
        return Results.Empty;
    }

    private static Task<IResult> SendBulletinLetterAsync(Guid bulletinId, IMediator mediator, HttpContext context, CancellationToken cancellation) =>
        mediator.SendLetterAsync(new GetBulletinLetter(bulletinId), context, cancellation);

    private static string LeaderFile(LeaderSheet sheet, IStringLocalizer<FiguresText> texts) =>
        LetterDocument.FileName(texts["LeaderFile", sheet.CampaignTitle, $"{sheet.Today:yyyyMMdd}"]);

    private static async Task<IResult> SendLeaderLetterAsync(Guid campaignId, IMediator mediator, IStringLocalizer<FiguresText> texts, HttpContext context, CancellationToken cancellation)
    {
        var sheet = await mediator.Send(new GetLeaderSheet(campaignId), cancellation);
        if (!sheet.Succeeded)
        {
            return sheet.Failure.ToAnswer(context);
        }

        return LeaderLetter.Document(sheet.Value, LeaderFile(sheet.Value, texts)).ToAnswer(context);
    }
}
