using MediatR;
using Microsoft.Net.Http.Headers;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;

namespace Rectify.Web.Problems;

/// <summary>Files of problems. Pictures may be shown in the page, everything else is only saved.</summary>
public static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/problems/{problemId:guid}/evidence/{evidenceId:guid}", SendAsync).WithMetadata(new NeedsAttribute(Permission.ViewProblems));

    private static async Task<IResult> SendAsync(Guid problemId, Guid evidenceId, bool? download, IMediator mediator, EvidenceStore store, HttpContext context)
    {
        var found = await mediator.Send(new GetEvidence(problemId, evidenceId));
        if (!found.Succeeded)
        {
            return found.Failure.ToAnswer(context);
        }

        var file = found.Value;
        if (store.Open(file.Sha256) is not { } content)
        {
            return Results.NotFound();
        }

        var inline = download != true && file.ContentType.StartsWith("image/", StringComparison.Ordinal);
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment") { FileNameStar = file.FileName }.ToString();
        return Results.Stream(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }
}
