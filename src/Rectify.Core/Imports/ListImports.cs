using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Imports;

/// <summary>The imports of one's own unit into a campaign, the latest first, with what the unit has explained for the next.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.EnterProblems)]
public sealed record ListImports(Guid CampaignId, int Page) : IQuery<ImportsView>;

/// <param name="Vocabulary">What the unit has said its headings and words mean; null when nothing.</param>
/// <param name="UnitNames">The units that are meant in it.</param>
public sealed record ImportsView(Page<ImportLine> Imports, UnitVocabulary? Vocabulary, IReadOnlyDictionary<Guid, string> UnitNames);

public sealed record ImportLine(Guid Id, string FileName, ImportState State, ImportCounts Counts, string StartedBy, DateOnly StartedOn);

internal sealed class ListImportsHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<ListImports, Result<ImportsView>>
{
    public async Task<Result<ImportsView>> Handle(ListImports query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var unit = session.Actor.UnitId;
        var vocabulary = await db.Set<UnitVocabulary>().FirstOrDefaultAsync(vocabulary => vocabulary.UnitId == unit && vocabulary.State == VocabularyState.Kept, cancellationToken);
        var meant = vocabulary?.Mapping.Words.Select(word => word.Unit()).OfType<Guid>().Distinct().ToList() ?? [];
        return new ImportsView(
            await db.Set<ImportBatch>().Where(batch => batch.CampaignId == query.CampaignId && batch.UnitId == unit).OrderByDescending(batch => batch.Id)
                .Select(batch => new ImportLine(batch.Id, batch.FileName, batch.State, batch.Counts, batch.StartedBy, batch.StartedOn)).PageAsync(query.Page, cancellationToken),
            vocabulary,
            await db.Set<Unit>().Where(one => meant.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken));
    }
}
