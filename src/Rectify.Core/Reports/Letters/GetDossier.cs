using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Escalations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports.Letters;

/// <summary>The dossier of an approved referral; none before, nor when the package is no longer what was approved.</summary>
[Requires(Permission.ViewReferrals)]
public sealed record GetDossier(Guid ReferralId) : IQuery<Dossier>;

/// <summary>移送函 of a referral as a .docx; before the approval as it would be, without a number.</summary>
[Requires(Permission.ViewReferrals)]
public sealed record GetReferralLetter(Guid ReferralId) : IQuery<LetterDocument>;

internal sealed class GetDossierHandler(IDbContextFactory<RectifyDb> databases, Session session, EvidenceStore store, Clock clock) : IRequestHandler<GetDossier, Result<Dossier>>
{
    public async Task<Result<Dossier>> Handle(GetDossier query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var referral = await db.Set<Referral>().VisibleTo(session.Actor).FirstOrDefaultAsync(referral => referral.Id == query.ReferralId, cancellationToken);
        return referral is null || referral.PackageJson.Length == 0 || ReferralPackage.HashOf(referral.PackageJson) != referral.PackageSha256
            ? new NotFound()
            : new Dossier(ReferralPackage.FromJson(referral.PackageJson), referral.PackageJson, store, clock);
    }
}

internal sealed class GetReferralLetterHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetReferralLetter, Result<LetterDocument>>
{
    public async Task<Result<LetterDocument>> Handle(GetReferralLetter query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var referral = await db.Set<Referral>().VisibleTo(session.Actor).FirstOrDefaultAsync(referral => referral.Id == query.ReferralId && referral.Letter != "", cancellationToken);
        if (referral is null)
        {
            return new NotFound();
        }

        var letter = ReferralLetter.Of(referral.PackageJson.Length > 0 ? ReferralPackage.FromJson(referral.PackageJson) : await db.PackageAsync(referral, clock.Today));
        return LetterDocument.Of(letter, letter.Number.Length > 0 ? letter.Number : letter.Title);
    }
}
