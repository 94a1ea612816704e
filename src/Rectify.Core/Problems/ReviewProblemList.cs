using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>The office accepts a submitted list, or sends it back with reasons.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="Reason">What is missing; needed to send it back.</param>
[Requires(Permission.ReviewProblemList)]
public sealed record ReviewProblemList(Guid ListId, int Version, bool Accept, [Text(1000)] string Reason) : ICommand<Done>;

internal sealed class ReviewProblemListHandler(Database database, Session session, Clock clock) : IRequestHandler<ReviewProblemList, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviewProblemList command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var list = await db.ForChangeAsync<ProblemList>(command.ListId, command.Version);
        var stamp = clock.Stamp(session.Actor);
        if (command.Accept)
        {
            list.Accept(stamp);
        }
        else
        {
            list.Return(command.Reason, stamp);
        }

        return new Done();
    }, cancellationToken);
}
