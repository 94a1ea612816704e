using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Deny by default: asks the database, at every request, who the person is now and whether they may do this.</summary>
internal sealed class AccessBehaviour<TRequest, TResponse>(IDbContextFactory<RectifyDb> databases, Session session) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly bool BeforeSignIn = typeof(TRequest).IsDefined(typeof(BeforeSignInAttribute));
    private static readonly Permission? Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (BeforeSignIn)
        {
            return await next();
        }

        var actor = await ActorAsync(cancellationToken);
        if (actor is null || Needed is not { } permission || !actor.May(permission))
        {
            return TResponse.Fail(new NotAllowed());
        }

        session.Actor = actor;
        return await next();
    }

    private async Task<Actor?> ActorAsync(CancellationToken cancellation)
    {
        if (session.PersonId is not { } id)
        {
            return null;
        }

        await using var db = databases.CreateDbContext();
        return await WhoIs.Query(db, id, cancellation);
    }
}

/// <summary>Asked at every request, so the query is compiled once.</summary>
internal static class WhoIs
{
    /// <summary>The person as the database knows them now; null for nobody, or somebody who is no longer active.</summary>
    public static readonly Func<RectifyDb, Guid, CancellationToken, Task<Actor?>> Query = EF.CompileAsyncQuery((RectifyDb db, Guid id, CancellationToken cancellation) =>
        db.Set<Person>().Where(person => person.Id == id && person.IsActive)
            .Join(db.Set<Unit>(), person => person.UnitId, unit => unit.Id, (person, unit) => new Actor(person.Id, person.Name, person.Roles, unit.Id, unit.Name))
            .FirstOrDefault());
}
