using MediatR;
using Rectify.Core.Notices;
using Rectify.Core.Shared;
using Rectify.Core.Templates;

namespace Rectify.Core.Escalations;

/// <summary>Writes the letter anew, after a second thought or after the discipline body sent it back. It needs a new approval.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftReferral)]
public sealed record RedraftReferral(Guid ReferralId, int Version, [Text(Referral.TitleLength, Required = true)] string Title, [Text(Referral.LetterLength, Required = true)] string Letter) : ICommand<Done>;

internal sealed class RedraftReferralHandler(ReferralChanges changes) : IRequestHandler<RedraftReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(RedraftReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, async (db, referral, stamp) =>
        {
            TemplateText.MustBeFilled([], (nameof(command.Title), command.Title), (nameof(command.Letter), command.Letter));
            referral.Redraft(await db.LadderAsync(referral.ProblemId) with { UnitId = referral.UnitId }, command.Title, command.Letter, stamp);
        }, cancellationToken);
}
