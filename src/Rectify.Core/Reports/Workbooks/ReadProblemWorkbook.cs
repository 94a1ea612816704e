using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Reads an uploaded workbook into entries for the unit's list, or says what is wrong with it cell by cell. Stores nothing.</summary>
/// <param name="File">The upload; seekable, never kept.</param>
/// <param name="Languages">The words accepted in headings and choices.</param>
[Requires(Permission.EnterProblems)]
public sealed record ReadProblemWorkbook(Guid CampaignId, Stream File, IReadOnlyList<ProblemWords> Languages) : IQuery<ProblemWorkbook>;

/// <summary>What a workbook came to.</summary>
/// <param name="Entries">The rows in their order; to be entered only when there are no errors.</param>
/// <param name="Errors">At most one a cell, row by row.</param>
/// <param name="HasMoreErrors">Whether reading stopped at <see cref="MostErrors"/>.</param>
/// <param name="Columns">Where each column stands in the workbook.</param>
public sealed record ProblemWorkbook(IReadOnlyList<ImportedEntry> Entries, IReadOnlyList<CellError> Errors, bool HasMoreErrors, IReadOnlyDictionary<ProblemColumn, int> Columns)
{
    public const int MostErrors = 500;

    /// <summary>The cell that an error of the import belongs to; null when it concerns no cell.</summary>
    /// <param name="error">Its field begins with <c>Rows[index]</c>.</param>
    public CellError? At(FieldError error)
    {
        var parts = error.Field.Split(["Rows[", "]."], StringSplitOptions.None);
        if (parts is not ["", var index, ..] || !int.TryParse(index, out var entry) || entry >= Entries.Count)
        {
            return null;
        }

        var column = ProblemColumns.Of(error.Field[(error.Field.IndexOf("].", StringComparison.Ordinal) + 2)..]);
        return new CellError(Entries[entry].Row, column, Columns.TryGetValue(column, out var at) ? at : Columns[ProblemColumn.Description], error);
    }
}

/// <summary>One wrong cell.</summary>
/// <param name="Row">The row's number in the workbook.</param>
/// <param name="Column">Which column it is by its heading.</param>
/// <param name="Position">The column's number in the workbook, from 1.</param>
/// <param name="Error">What is wrong.</param>
public sealed record CellError(int Row, ProblemColumn Column, int Position, FieldError Error)
{
    /// <summary>Such as <c>F12</c>.</summary>
    public string Address => $"{WorkbookXml.Letters(Position)}{Row}";
}

internal sealed class ReadProblemWorkbookHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<ReadProblemWorkbook, Result<ProblemWorkbook>>
{
    public async Task<Result<ProblemWorkbook>> Handle(ReadProblemWorkbook query, CancellationToken cancellationToken)
    {
        if (WorkbookScan.FlawOf(query.File) is { } flaw)
        {
            return Refused(flaw);
        }

        await using var db = databases.CreateDbContext();
        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignAsync(query.CampaignId);
        campaign.MustAllow(PhaseMove.EnterProblems);
        Rules.Require(campaign.TakesPart(stamp.By.UnitId), Rule.UnitDoesNotTakePart);
        var units = await db.Set<Unit>().ToListAsync(cancellationToken);
        var choices = new ProblemChoices(query.Languages, campaign, units, stamp.By.UnitId);
        try
        {
            return await ReadAsync(WorkbookSheet.Read(query.File), choices, db, campaign, stamp);
        }
        catch (WorkbookRefused refused)
        {
            return Refused(refused.Flaw);
        }
    }

    private static async Task<Result<ProblemWorkbook>> ReadAsync(WorkbookSheet sheet, ProblemChoices choices, RectifyDb db, Campaign campaign, Stamp stamp)
    {
        if (ProblemHeading.Find(sheet, choices) is not { } heading)
        {
            return new Invalid([new FieldError("File", "HeadingNotFound")]);
        }

        var missing = ProblemColumns.Required.Where(column => !heading.Columns.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            return new Invalid([.. missing.Select(column => new FieldError("File", "ColumnMissing", choices.Heading(column)))]);
        }

        var reader = new ProblemListReader(sheet, heading, choices);
        reader.ReadAll();
        if (reader.Entries.Count == 0)
        {
            return new Invalid([new FieldError("File", "NoRows")]);
        }

        await reader.CheckAsync(rows => db.EntryErrorsAsync(campaign, stamp, rows));
        return reader.Workbook;
    }

    private static Invalid Refused(WorkbookFlaw flaw) => new([new FieldError("File", $"Workbook{flaw}")]);
}
