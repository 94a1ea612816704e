using MediatR;
using Microsoft.Net.Http.Headers;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;

namespace Rectify.Web.Notices;

/// <summary>The notice as a file and the scans of stamped replies, for those who may see the notice.</summary>
public static class NoticeEndpoints
{
    public static void MapNotices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/notices/{noticeId:guid}/replies/{index:int}/scan", SendAsync).WithMetadata(new NeedsAttribute(Permission.ViewNotices));
        endpoints.MapGet("/notices/{noticeId:guid}/notice.docx", SendLetterAsync).WithMetadata(new NeedsAttribute(Permission.ViewNotices));
    }

    private static Task<IResult> SendLetterAsync(Guid noticeId, IMediator mediator, HttpContext context, CancellationToken cancellation) =>
        mediator.SendLetterAsync(new GetNoticeLetter(noticeId), context, cancellation);

    private static async Task<IResult> SendAsync(Guid noticeId, int index, IMediator mediator, EvidenceStore store, HttpContext context)
    {
        var found = await mediator.Send(new GetNotice(noticeId));
        if (found.Value?.Notice.Replies.ElementAtOrDefault(index)?.Scan is not { } scan || store.Open(scan.Sha256) is not { } content)
        {
            return Results.NotFound();
        }

        context.SaveAs(scan.FileName);
        return Results.Stream(content, scan.ContentType, entityTag: new EntityTagHeaderValue($"\"{scan.Sha256}\""));
    }
}
