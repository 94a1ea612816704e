using MediatR;
using Microsoft.Extensions.Localization;
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
        var name = wording["FileName", ledger.Value.UnitName, ledger.Value.DownloadedAtLocal[..10].Replace("-", "", StringComparison.Ordinal)];
        WorkingLedgerWorkbook.Write(ledger.Value, wording, context.BeginFile(name));
        return Results.Empty;
    }
}
