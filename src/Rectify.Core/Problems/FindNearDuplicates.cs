using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>Problems of the same unit whose description is nearly the same; a warning, never a refusal.</summary>
/// <param name="UnitId">The unit; unit people are asked about their own only.</param>
/// <param name="ExceptId">The entry itself.</param>
[Requires(Permission.ViewProblems)]
public sealed record FindNearDuplicates(Guid CampaignId, Guid UnitId, string Description, Guid ExceptId) : IQuery<IReadOnlyList<NearDuplicate>>;

public sealed record NearDuplicate(Guid ProblemId, int? Number, string Description, ProblemState State);

internal sealed class FindNearDuplicatesHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<FindNearDuplicates, Result<IReadOnlyList<NearDuplicate>>>
{
    public async Task<Result<IReadOnlyList<NearDuplicate>>> Handle(FindNearDuplicates query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var others = await db.Set<Problem>().VisibleTo(session.Actor)
            .Where(problem => problem.CampaignId == query.CampaignId && problem.UnitId == query.UnitId && problem.Id != query.ExceptId && problem.State != ProblemState.Void)
            .OrderByDescending(problem => problem.Id).Take(5000)
            .Select(problem => new NearDuplicate(problem.Id, problem.Number, problem.Description, problem.State))
            .ToListAsync(cancellationToken);
        return Result<IReadOnlyList<NearDuplicate>>.Ok([.. others.Where(other => Likeness.Of(query.Description, other.Description) >= Likeness.NearDuplicate).Take(5)]);
    }
}

/// <summary>How alike two Chinese sentences are: the share of common character pairs (Sørensen–Dice), punctuation and blanks aside.</summary>
internal static class Likeness
{
    /// <summary>From here on two descriptions are shown as near duplicates.</summary>
    public const double NearDuplicate = 0.6;

    /// <returns>0 (nothing in common) to 1 (the same).</returns>
    public static double Of(string left, string right)
    {
        var (a, b) = (Pairs(left), Pairs(right));
        return a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
