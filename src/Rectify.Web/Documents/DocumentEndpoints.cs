using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;
using Rectify.Web.Ledger;
using Rectify.Web.Reports;

namespace Rectify.Web.Documents;

/// <summary>Letters to save, and the scans of stamped papers, for those who may see the paper itself.</summary>
public static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/documents/{documentId:guid}/document.docx", SendAsync).WithMetadata(new NeedsAttribute(Permission.ViewDocuments));
        endpoints.MapGet("/documents/{documentId:guid}/scans/{index:int}", SendScanAsync).WithMetadata(new NeedsAttribute(Permission.ViewDocuments));
        endpoints.MapGet("/notices/{noticeId:guid}/scans/{index:int}", SendNoticeScanAsync).WithMetadata(new NeedsAttribute(Permission.ViewNotices));
        endpoints.MapGet("/referrals/{referralId:guid}/scans/{index:int}", SendReferralScanAsync).WithMetadata(new NeedsAttribute(Permission.ViewReferrals));
        endpoints.MapGet("/bulletins/{bulletinId:guid}/scans/{index:int}", SendBulletinScanAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/problems/{problemId:guid}/close-out.docx", SendCloseOutAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));
        endpoints.MapGet("/referrals/{referralId:guid}/letter.docx", SendReferralAsync).WithMetadata(new NeedsAttribute(Permission.ViewReferrals));
        endpoints.MapGet("/referrals/{referralId:guid}/dossier.zip", SendDossierAsync).WithMetadata(new NeedsAttribute(Permission.ViewReferrals));
    }

    private static Task<IResult> SendCloseOutAsync(Guid problemId, IMediator mediator, HttpContext context, CancellationToken cancellation) =>
        mediator.SendLetterAsync(new GetCloseOutApproval(problemId), context, cancellation);

    private static Task<IResult> SendReferralAsync(Guid referralId, IMediator mediator, HttpContext context, CancellationToken cancellation) =>
        mediator.SendLetterAsync(new GetReferralLetter(referralId), context, cancellation);

    private static async Task<IResult> SendDossierAsync(Guid referralId, IMediator mediator, IStringLocalizer<EventText> events, HttpContext context, CancellationToken cancellation)
    {
        var dossier = await mediator.Send(new GetDossier(referralId), cancellation);
        if (!dossier.Succeeded)
        {
            return dossier.Failure.ToAnswer(context);
        }

        // Official papers are Chinese whatever the language of the screen.
        var screen = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
            dossier.Value.Write(context.BeginFile(dossier.Value.Name, "application/zip"), ReportWording.From(events));
        }
        finally
        {
            CultureInfo.CurrentUICulture = screen;
        }

        return Results.Empty;
    }

    private static Task<IResult> SendAsync(Guid documentId, IMediator mediator, HttpContext context, CancellationToken cancellation) =>
        mediator.SendLetterAsync(new GetDocumentLetter(documentId), context, cancellation);

    private static async Task<IResult> SendScanAsync(Guid documentId, int index, IMediator mediator, EvidenceStore store, HttpContext context) =>
        Send((await mediator.Send(new GetDocument(documentId))).Value?.Document.Scans.ElementAtOrDefault(index), store, context);

    private static async Task<IResult> SendNoticeScanAsync(Guid noticeId, int index, IMediator mediator, EvidenceStore store, HttpContext context) =>
        Send((await mediator.Send(new GetNotice(noticeId))).Value?.Notice.Scans.ElementAtOrDefault(index), store, context);

    private static async Task<IResult> SendReferralScanAsync(Guid referralId, int index, IMediator mediator, EvidenceStore store, HttpContext context) =>
        Send((await mediator.Send(new GetReferral(referralId))).Value?.Referral.Scans.ElementAtOrDefault(index), store, context);

    private static async Task<IResult> SendBulletinScanAsync(Guid bulletinId, int index, IMediator mediator, EvidenceStore store, HttpContext context) =>
        Send((await mediator.Send(new GetBulletin(bulletinId))).Value?.Bulletin.Scans.ElementAtOrDefault(index), store, context);

    private static IResult Send(StampedScan? scan, EvidenceStore store, HttpContext context)
    {
        if (scan is null || store.Open(scan.File.Sha256) is not { } content)
        {
            return Results.NotFound();
        }

        context.SaveAs(scan.File.Name);
        return Results.Stream(content, scan.File.ContentType, entityTag: new EntityTagHeaderValue($"\"{scan.File.Sha256}\""));
    }
}
