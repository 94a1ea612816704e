using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports.Letters;

/// <summary>An official document as a .docx.</summary>
/// <param name="Name">The file's name, after number or title.</param>
public sealed record LetterDocument(string Name, byte[] Content)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Named so that any disk takes it.</summary>
    internal static LetterDocument Of(Letter letter, string name) => new(FileName(name) + ".docx", LetterFile.Write(letter));

    public static string FileName(string name)
    {
        var clean = string.Concat(LetterWords.Clean(name).Select(sign => "\\/:*?\"<>|".Contains(sign) ? '_' : sign)).Trim();
        return clean.Length <= 80 ? clean : clean[..80];
    }
}

/// <summary>格式文书问责通知 as a .docx.</summary>
[Requires(Permission.ViewNotices)]
public sealed record GetNoticeLetter(Guid NoticeId) : IQuery<LetterDocument>;

internal sealed class GetNoticeLetterHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<GetNoticeLetter, Result<LetterDocument>>
{
    public async Task<Result<LetterDocument>> Handle(GetNoticeLetter query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var notice = await db.Set<Notice>().VisibleTo(session.Actor).FirstOrDefaultAsync(notice => notice.Id == query.NoticeId, cancellationToken);
        if (notice is null)
        {
            return new NotFound();
        }

        var details = (await db.CampaignAsync(notice.CampaignId)).Details;
        var letter = NoticeLetter.Of(notice, details.Office, details.Title);
        return LetterDocument.Of(letter, letter.Number.Length > 0 ? letter.Number : letter.Title);
    }
}
