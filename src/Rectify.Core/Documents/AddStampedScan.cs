using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

/// <summary>Brings the scan of a stamped paper back to its notice or document by the number on it.</summary>
/// <param name="Number">As typed: the whole number, or as much of it as names one paper only.</param>
[Requires(Permission.DraftDocument)]
public sealed record AddStampedScan([Text(100, Required = true)] string Number, StoredFile File) : ICommand<ScannedPaper>;

/// <param name="Id">Of the notice or the document.</param>
public sealed record ScannedPaper(Guid Id, bool IsNotice, string Number);

internal sealed class AddStampedScanHandler(Database database, Session session, Clock clock) : IRequestHandler<AddStampedScan, Result<ScannedPaper>>
{
    private static readonly string[] Scans = ["application/pdf", "image/jpeg", "image/png"];

    public Task<Result<ScannedPaper>> Handle(AddStampedScan command, CancellationToken cancellationToken) => database.WriteAsync<Result<ScannedPaper>>(async db =>
    {
        if (!Scans.Contains(command.File.ContentType))
        {
            throw new InvalidInput(new FieldError(nameof(command.File), "NotAScan"));
        }

        var paper = await OneAsync(db, command.Number, cancellationToken);
        var stamp = clock.Stamp(session.Actor);
        if (paper.IsNotice)
        {
            (await db.ForChangeAsync<Notice>(paper.Id)).AddScan(command.File, stamp);
        }
        else
        {
            (await db.ForChangeAsync<OfficialDocument>(paper.Id)).AddScan(command.File, stamp);
        }

        return paper;
    }, cancellationToken);

    private static async Task<ScannedPaper> OneAsync(RectifyDb db, string number, CancellationToken cancellation)
    {
        var typed = TypedNumber.Read(number) ?? throw Wrong("NumberNotUnderstood");
        var notices = await db.Set<Notice>().AsNoTracking()
            .Where(notice => notice.Serial == typed.Serial && (typed.Year == null || notice.Year == typed.Year) && (typed.Prefix == "" || notice.Prefix == typed.Prefix)).ToListAsync(cancellation);
        var documents = await db.Set<OfficialDocument>().AsNoTracking()
            .Where(document => document.Serial == typed.Serial && (typed.Year == null || document.Year == typed.Year) && (typed.Prefix == "" || document.Prefix == typed.Prefix)).ToListAsync(cancellation);
        List<ScannedPaper> found =
        [
            .. notices.Select(notice => new ScannedPaper(notice.Id, true, notice.Number!.Text)),
            .. documents.Select(document => new ScannedPaper(document.Id, false, document.Number!.Text)),
        ];
        return found switch
        {
            [var one] => one,
            [] => throw Wrong("NumberUnknown"),
            _ => throw Wrong("NumberAmbiguous", string.Join(" · ", found.Select(paper => paper.Number).Order(StringComparer.Ordinal))),
        };
    }

    private static InvalidInput Wrong(string code, params object[] values) => new(new FieldError("Number", code, values));
}
