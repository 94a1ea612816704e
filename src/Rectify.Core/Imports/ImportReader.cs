using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Reads a batch's file out of the store. What was read is kept for a while: the preview and the confirmation ask again and again.</summary>
internal sealed partial class ImportReader(IDbContextFactory<RectifyDb> databases, EvidenceStore store, Calendars calendars, ImportReadings readings, ImportProgress progress)
{
    private const int SampleLength = 60;

    /// <exception cref="InvalidInput">The file is broken in a way that only reading it brings out.</exception>
    public async Task<ImportReading> ReadAsync(ImportBatch batch, IReadOnlyList<ProblemWords> languages, Stamp stamp)
    {
        if (readings.Of(batch, stamp.Today) is { } known)
        {
            return known;
        }

        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(batch.CampaignId);
        var units = await db.Set<Unit>().ToListAsync();
        var choices = new ProblemChoices(languages, campaign, units, batch.UnitId, batch.Mapping);
        await using var file = store.Open(batch.Sha256) ?? throw new SubjectNotFound(batch.Id);
        var sheet = TableOf(file, choices);
        var others = sheet.Others.ToLookup(other => IsList(other, choices), other => other.Name ?? "");
        var reading = Read(sheet, choices, batch.Mapping, campaign.Policy, stamp.Today) with { Sheet = sheet.Place, SheetName = sheet.Name, UnreadLists = [.. others[true]], UnreadSheets = [.. others[false]] };
        readings.Keep(batch, reading);
        return reading;
    }

    /// <summary>The first visible sheet with headings that are known: the list may stand behind its instructions.</summary>
    private static WorkbookSheet TableOf(Stream file, ProblemChoices choices)
    {
        try
        {
            return TableFile.Read(file, sheet => ProblemHeading.Find(sheet, choices, row: null) is { IsOne: true });
        }
        catch (WorkbookRefused refused)
        {
            throw new InvalidInput(new FieldError("File", $"Workbook{refused.Flaw}"));
        }
    }

    /// <summary>Whether it has known headings and a problem below them.</summary>
    private static bool IsList(WorkbookSheet sheet, ProblemChoices choices) =>
        ProblemHeading.Find(sheet, choices, row: null) is { IsOne: true } heading && sheet.Rows.Any(row => row > heading.LastRow && sheet.Row(row).ContainsKey(heading.Columns[ProblemColumn.Description]));

    private ImportReading Read(WorkbookSheet sheet, ProblemChoices choices, ColumnMapping mapping, CampaignPolicy policy, DateOnly today)
    {
        var common = mapping.ForAll.Select(value => value.Column).ToHashSet();
        var heading = ProblemHeading.Find(sheet, choices, mapping.HeadingRow);
        var columns = (heading?.Columns.Keys ?? []).Concat(common).ToHashSet();

        // A unit's own list needs no column for the unit, and a due date says the kind.
        var missing = ProblemColumns.Required.Where(column => column is not (ProblemColumn.Unit or ProblemColumn.Kind) && !columns.Contains(column)).ToList();

        if (heading is null || !columns.Contains(ProblemColumn.Description))
        {
            return new ImportReading(today, heading?.Row ?? 0, Samples(sheet, heading), missing, [], columns, [], [], false, []);
        }

        var dates = new DateReader(today, WrittenOn(sheet, heading.Row), calendars.Current, policy.ImmediateWorkingDays, sheet.Starts1904);
        var reader = new ProblemListReader(sheet, heading, choices, dates, mapping);
        reader.ReadAll((done, all) => progress.Report(ImportStage.Reading, done, all));
        CheckShapes(reader);
        var words = reader.UnknownWords.Select(word => new UnknownWord(word.Key.Column, word.Key.Word, word.Value)).ToList();
        return new ImportReading(today, heading.Row, Samples(sheet, heading), missing, words, columns, reader.Entries, reader.Errors.All, reader.Errors.AreFull, reader.Meanings.All);
    }

    private static void CheckShapes(ProblemListReader reader)
    {
        foreach (var entry in reader.Entries)
        {
            foreach (var error in Shape.Errors(ImportedEntryShape.One, entry))
            {
                reader.Errors.Add(reader.At(entry.Row, ProblemColumns.Of(error.Field), error));
            }
        }

        if (reader.Entries.Count > ImportedEntry.MostAtOnce)
        {
            reader.Errors.Add(reader.At(reader.Entries[ImportedEntry.MostAtOnce].Row, ProblemColumn.Description, new FieldError("", "TooManyRows")));
        }
    }

    /// <summary>The day above the headings: 填报日期：2018年6月15日.</summary>
    private static DateOnly? WrittenOn(WorkbookSheet sheet, int headingRow)
    {
        foreach (var cell in sheet.Rows.TakeWhile(row => row < headingRow).SelectMany(row => sheet.Row(row).Values).Where(cell => cell.Text.Length < 200))
        {
            if (cell.Kind == SheetCellKind.Date && CellValues.Date(cell, sheet.Starts1904) is { } shown)
            {
                return shown;
            }

            foreach (Match date in DateWithin().Matches(cell.Text.Normalize(System.Text.NormalizationForm.FormKC)))
            {
                if (CellValues.Date(new SheetCell(SheetCellKind.Text, date.Value), false) is { } written)
                {
                    return written;
                }
            }
        }

        return null;
    }

    private static List<HeadingSample> Samples(WorkbookSheet sheet, ProblemHeading? heading)
    {
        var rows = sheet.Rows.Where(row => row > (heading?.LastRow ?? 0)).Take(50).ToList();
        return [.. (heading?.Cells ?? []).Select(cell => new HeadingSample(cell, [.. rows.Select(row => sheet.Row(row).GetValueOrDefault(cell.Position)).OfType<SheetCell>().Select(value => CellValues.Shown(value, sheet.Starts1904)).Distinct()
            .Select(text => text.Length <= SampleLength ? text : text[..SampleLength] + "…").Take(HeadingSample.Most)]))];
    }

    [GeneratedRegex(@"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])")]
    private static partial Regex DateWithin();
}

/// <summary>The latest readings, for the pages that show them.</summary>
public sealed class ImportReadings
{
    private const int Most = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<(Guid Id, int Version, ImportReading Reading)> _kept = [];

    /// <summary>What was read of the batch as it stands; null when it has to be read again.</summary>
    public ImportReading? Of(ImportBatch batch, DateOnly today)
    {
        lock (_lock)
        {
            return _kept.FirstOrDefault(kept => kept.Id == batch.Id && kept.Version == batch.Version && kept.Reading.On == today).Reading;
        }
    }

    internal void Keep(ImportBatch batch, ImportReading reading)
    {
        lock (_lock)
        {
            if (_kept.FirstOrDefault(kept => kept.Id == batch.Id) is { Reading: not null } old)
            {
                _kept.Remove(old);
            }

            _kept.AddFirst((batch.Id, batch.Version, reading));
            if (_kept.Count > Most)
            {
                _kept.RemoveLast();
            }
        }
    }
}
