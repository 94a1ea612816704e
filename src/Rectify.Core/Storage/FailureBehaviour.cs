using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Storage;

/// <summary>The one place that turns a refusal thrown deep inside into a result. Bugs pass through.</summary>
internal sealed class FailureBehaviour<TRequest, TResponse>(IDbContextFactory<RectifyDb> databases) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (RuleBroken broken)
        {
            return TResponse.Fail(new Refused(broken.Rule, broken.Values));
        }
        catch (InvalidInput invalid)
        {
            return TResponse.Fail(new Invalid(invalid.Errors));
        }
        catch (SubjectNotFound)
        {
            return TResponse.Fail(new NotFound());
        }
        catch (NotPermitted)
        {
            return TResponse.Fail(new NotAllowed());
        }
        catch (StaleVersion stale)
        {
            return TResponse.Fail(await LatestChangeAsync(stale.Subject, cancellationToken));
        }
    }

    private async Task<Stale> LatestChangeAsync(Guid subject, CancellationToken cancellation)
    {
        await using var db = databases.CreateDbContext();
        var latest = await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == subject).OrderByDescending(entry => entry.Version)
            .Select(entry => new { entry.ActorName, entry.At }).FirstAsync(cancellation);
        return new Stale(latest.ActorName, latest.At);
    }
}
