using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Organisations;

/// <summary>Who is signed in, as the database knows them now.</summary>
[Requires(Permission.OwnAccount)]
public sealed record GetCurrentPerson : IQuery<Actor>;

internal sealed class GetCurrentPersonHandler(Session session) : IRequestHandler<GetCurrentPerson, Result<Actor>>
{
    public Task<Result<Actor>> Handle(GetCurrentPerson query, CancellationToken cancellationToken) => Task.FromResult<Result<Actor>>(session.Actor);
}
