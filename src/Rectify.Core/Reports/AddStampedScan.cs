using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Brings the scan of a stamped paper back to its notice, letter, referral or bulletin by the number on it; the same file twice is refused.</summary>
/// <param name="Number">As typed: the whole number, or as much of it as names one paper only.</param>
[Requires(Permission.DraftDocument)]
public sealed record AddStampedScan([Text(100, Required = true)] string Number, StoredFile File) : ICommand<ScannedPaper>;

/// <summary>What a stamped paper is.</summary>
public enum PaperKind
{
    Notice = 0,
    Document = 1,
    Referral = 2,
    Bulletin = 3,
}

/// <param name="Id">Of the notice, the document, the referral or the bulletin.</param>
public sealed record ScannedPaper(Guid Id, PaperKind Kind, string Number);

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
        switch (paper.Kind)
        {
            case PaperKind.Notice:
                var notice = await db.ForChangeAsync<Notice>(paper.Id);
                MustBeNew(notice.Scans);
                notice.AddScan(command.File, stamp);
                break;
            case PaperKind.Referral:
                var referral = await db.ForChangeAsync<Referral>(paper.Id);
                MustBeNew(referral.Scans);
                referral.AddScan(command.File, stamp);
                break;
            case PaperKind.Bulletin:
                var bulletin = await db.ForChangeAsync<Bulletin>(paper.Id);
                MustBeNew(bulletin.Scans);
                bulletin.AddScan(command.File, stamp);
                break;
            default:
                var document = await db.ForChangeAsync<OfficialDocument>(paper.Id);
                MustBeNew(document.Scans);
                document.AddScan(command.File, stamp);
                break;
        }

        return paper;

        void MustBeNew(IReadOnlyList<StampedScan> scans)
        {
            if (scans.FirstOrDefault(scan => scan.File.Sha256 == command.File.Sha256) is { } known)
            {
                throw new InvalidInput(new FieldError(nameof(command.File), "ScanAlreadyFiled", paper.Number, known.AddedBy, known.AddedOn));
            }
        }
    }, cancellationToken);

    private static async Task<ScannedPaper> OneAsync(RectifyDb db, string number, CancellationToken cancellation)
    {
        var typed = TypedNumber.Read(number) ?? throw Wrong("NumberNotUnderstood");
        var found = typed.IsIssue ? await BulletinsAsync(db, typed, cancellation) : await NumberedAsync(db, typed, cancellation);
        return found switch
        {
            [var one] => one,
            [] => throw Wrong("NumberUnknown"),
            _ => throw Wrong("NumberAmbiguous", string.Join(" · ", found.Select(paper => paper.Number).Order(StringComparer.Ordinal))),
        };
    }

    private static async Task<List<ScannedPaper>> NumberedAsync(RectifyDb db, TypedNumber typed, CancellationToken cancellation)
    {
        var papers = await db.Set<Notice>().Select(notice => new { notice.Id, Kind = PaperKind.Notice, notice.Prefix, notice.Year, notice.Serial })
            .Concat(db.Set<OfficialDocument>().Select(document => new { document.Id, Kind = PaperKind.Document, document.Prefix, document.Year, document.Serial }))
            .Concat(db.Set<Referral>().Select(referral => new { referral.Id, Kind = PaperKind.Referral, referral.Prefix, referral.Year, referral.Serial }))
            .Where(paper => paper.Serial == typed.Serial && (typed.Year == null || paper.Year == typed.Year) && (typed.Prefix == "" || paper.Prefix == typed.Prefix)).ToListAsync(cancellation);
        return papers.ConvertAll(paper => new ScannedPaper(paper.Id, paper.Kind, new NoticeNumber(paper.Prefix, paper.Year!.Value, paper.Serial!.Value).Text));
    }

    private static async Task<List<ScannedPaper>> BulletinsAsync(RectifyDb db, TypedNumber typed, CancellationToken cancellation)
    {
        var bulletins = await db.Set<Bulletin>().AsNoTracking().Where(bulletin => bulletin.Issue == typed.Serial && (typed.Year == null || bulletin.Year == typed.Year)).ToListAsync(cancellation);
        return bulletins.ConvertAll(bulletin => new ScannedPaper(bulletin.Id, PaperKind.Bulletin, $"{bulletin.Year}年第{bulletin.Issue}期"));
    }

    private static InvalidInput Wrong(string code, params object[] values) => new(new FieldError("Number", code, values));
}
