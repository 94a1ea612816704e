using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>A unit lets go of what it has said its headings and words mean.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.EnterProblems)]
public sealed record ForgetMapping(int Version) : ICommand<Done>;

internal sealed class ForgetMappingHandler(Database database, Session session, Clock clock) : IRequestHandler<ForgetMapping, Result<Done>>
{
    public Task<Result<Done>> Handle(ForgetMapping command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var known = await db.Set<UnitVocabulary>().AsTracking().FirstOrDefaultAsync(vocabulary => vocabulary.UnitId == stamp.By.UnitId, cancellationToken) ?? throw new SubjectNotFound(stamp.By.UnitId);
        known.MustBeAt(command.Version);
        known.Forget(stamp);
        return new Done();
    }, cancellationToken);
}
