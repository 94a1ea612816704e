using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;

namespace Rectify.Web.Problems;

/// <summary>The template that units fill in to import their list.</summary>
public static class ProblemListEndpoints
{
    public static void MapProblemLists(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/campaigns/{campaignId:guid}/list/template.xlsx", SendAsync).WithMetadata(new NeedsAttribute(Permission.EnterProblems));

    private static async Task<IResult> SendAsync(Guid campaignId, IMediator mediator, IStringLocalizer<ProblemListsText> text, HttpContext context)
    {
        var template = await mediator.Send(new GetProblemTemplate(campaignId, ProblemListWords.In(CultureInfo.CurrentUICulture)));
        if (!template.Succeeded)
        {
            return template.Failure is NotAllowed ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.NotFound();
        }

        context.SaveAs(text["Template.FileName"].Value);
        return Results.Bytes(template.Value, FileAnswers.Workbook);
    }
}
