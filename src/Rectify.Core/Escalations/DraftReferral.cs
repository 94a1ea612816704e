using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;

namespace Rectify.Core.Escalations;

/// <summary>The clerk drafts the referral of a candidate. Gives its id.</summary>
/// <param name="ReferralId">Made when the form was first shown; a repeated post drafts nothing.</param>
[Requires(Permission.DraftReferral)]
public sealed record DraftReferral(Guid ReferralId, Guid ProblemId, [Text(Referral.TitleLength, Required = true)] string Title, [Text(Referral.LetterLength, Required = true)] string Letter) : ICommand<Guid>;

internal sealed class DraftReferralHandler(Database database, Session session, Clock clock) : IRequestHandler<DraftReferral, Result<Guid>>
{
    public Task<Result<Guid>> Handle(DraftReferral command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        TemplateText.MustBeFilled([], (nameof(command.Title), command.Title), (nameof(command.Letter), command.Letter));
        if (!await db.Set<Referral>().AnyAsync(referral => referral.Id == command.ReferralId, cancellationToken))
        {
            var (problem, campaign, ladder, earlier) = await db.CaseAsync(command.ProblemId);
            db.Add(Referral.Draft(command.ReferralId, campaign, problem, ladder, earlier, command.Title, command.Letter, clock.Stamp(session.Actor)));
        }

        return command.ReferralId;
    }, cancellationToken);
}
