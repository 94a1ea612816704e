using MediatR;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Rectify.Core.Imports;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;
using Rectify.Web.Kit;

namespace Rectify.Web.Imports;

/// <summary>The working ledger to take along.</summary>
public static class WorkingLedgerEndpoints
{
    public static void MapWorkingLedger(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/campaigns/{campaignId:guid}/ledger/working.xlsx", SendAsync).WithMetadata(new NeedsAttribute(Permission.PrepareRectification));

    private static async Task<IResult> SendAsync(Guid campaignId, IMediator mediator, IStringLocalizer<WorkingLedgerText> texts, HttpContext context, CancellationToken cancellation)
    {
        var ledger = await mediator.Send(new GetWorkingLedger(campaignId), cancellation);
        if (!ledger.Succeeded)
        {
            return ledger.Failure.ToAnswer(context);
        }

        var wording = new Wording((key, values) => texts[key, values], Words.Of);
        context.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = wording["FileName", ledger.Value.UnitName, ledger.Value.DownloadedAtLocal[..10].Replace("-", "", StringComparison.Ordinal)] }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        WorkingLedgerWorkbook.Write(ledger.Value, wording, context.Response.BodyWriter.AsStream());
        return Results.Empty;
    }
}
