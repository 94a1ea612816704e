using MediatR;
using Microsoft.Extensions.Localization;
using Rectify.Core.Imports;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Hosting;
using Rectify.Web.Kit;
using Rectify.Web.Problems;

namespace Rectify.Web.Imports;

/// <summary>The sender's own table with its wrong cells marked.</summary>
public static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/imports/{batchId:guid}/errors.xlsx", SendAsync).WithMetadata(new NeedsAttribute(Permission.EnterProblems));

    private static async Task<IResult> SendAsync(Guid batchId, IMediator mediator, IStringLocalizer<ImportsText> text, HttpContext context, CancellationToken cancellation)
    {
        var found = await mediator.Send(new GetImportFile(batchId, ProblemListWords.All), cancellation);
        if (!found.Succeeded)
        {
            return found.Failure.ToAnswer(context);
        }

        await using var content = found.Value.Content;
        var marks = found.Value.Errors.Select(error => new ErrorMark(error.Row, error.Position, Words.Of(error.Column), Words.Of(error.Error))).ToList();
        var book = ErrorWorkbook.Build(content, marks, new Wording((key, values) => text[key, values], Words.Of), found.Value.Sheet);
        context.SaveAs(text["ErrorBook.FileName", Path.GetFileNameWithoutExtension(found.Value.Name)].Value);
        return Results.Bytes(book, FileAnswers.Workbook);
    }
}
