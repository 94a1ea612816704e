using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>A unit says what headings and words of its file mean; its next files are read by the same meanings.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.EnterProblems)]
public sealed record MapImport(Guid BatchId, int Version, ColumnMapping Mapping) : ICommand<Done>;

internal sealed class MapImportShape : AbstractValidator<MapImport>
{
    public MapImportShape()
    {
        RuleFor(command => command.Mapping.HeadingRow).InclusiveBetween(1, WorkbookScan.MostRows);
        RuleFor(command => command.Mapping.Headings).Must(headings => headings.Count <= WorkbookScan.MostColumns * 4).WithErrorCode("TooManyRows");
        RuleFor(command => command.Mapping.Words).Must(words => words.Count <= 500).WithErrorCode("TooManyRows");
        RuleForEach(command => command.Mapping.Headings).ChildRules(heading => heading.RuleFor(h => h.Heading).NotEmpty().MaximumLength(HeadingMeaning.HeadingLength));
        RuleForEach(command => command.Mapping.ForAll).ChildRules(common => common.RuleFor(c => c.Text).NotEmpty().MaximumLength(WordMeaning.WordLength));
        RuleForEach(command => command.Mapping.Words).ChildRules(word =>
        {
            word.RuleFor(w => w.Word).NotEmpty().MaximumLength(WordMeaning.WordLength);
            word.RuleFor(w => w.Means).NotEmpty().MaximumLength(WordMeaning.WordLength);
            word.RuleFor(w => w.Means).Must((word, _) => word.CanBeMeant()).WithErrorCode("UnknownChoice");
        });
        RuleForEach(command => command.Mapping.Headings)
            .Must((command, heading) => heading.Column is null || command.Mapping.Headings.First(first => first.Column == heading.Column) == heading).WithErrorCode("ColumnTwice");
    }
}

internal sealed class MapImportHandler(Database database, Session session, Clock clock) : IRequestHandler<MapImport, Result<Done>>
{
    public Task<Result<Done>> Handle(MapImport command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var batch = await db.ImportForChangeAsync(command.BatchId, command.Version, stamp.By);
        var campaign = await db.CampaignAsync(batch.CampaignId);
        Rules.Require(command.Mapping.Words.Select(word => word.Unit()).OfType<Guid>().All(campaign.TakesPart), Rule.UnitDoesNotTakePart);
        batch.Map(batch.Mapping.With(command.Mapping), stamp);
        var known = await db.Set<UnitVocabulary>().AsTracking().FirstOrDefaultAsync(vocabulary => vocabulary.UnitId == stamp.By.UnitId, cancellationToken);
        if (known is null)
        {
            db.Add(UnitVocabulary.Begin(Ids.New(), command.Mapping with { HeadingRow = null }, stamp));
        }
        else
        {
            known.Remember(command.Mapping, stamp);
        }

        return new Done();
    }, cancellationToken);
}
