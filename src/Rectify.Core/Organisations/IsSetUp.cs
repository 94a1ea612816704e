using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Whether anybody can sign in yet.</summary>
[BeforeSignIn]
public sealed record IsSetUp : IQuery<bool>;

internal sealed class IsSetUpHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<IsSetUp, Result<bool>>
{
    public async Task<Result<bool>> Handle(IsSetUp query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<Account>().AnyAsync(cancellationToken);
    }
}
