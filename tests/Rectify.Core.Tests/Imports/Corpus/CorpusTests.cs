using Rectify.Core.Imports;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Imports.Corpus;

/// <summary>Every shape of table through every writer that can write it, sound and with one broken cell.</summary>
public sealed class CorpusTests : IAsyncLifetime
{
    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task Every_table_gives_its_rows_and_one_broken_cell_gives_one_error_there()
    {
        var files = await FilesAsync();
        List<string> wrong = [];
        foreach (var (table, writer, sound, broken) in files)
        {
            wrong.AddRange((await WrongAsync(table, sound, broken)).Select(what => $"{table.Name}, {writer}: {what}"));
        }

        files.Count.ShouldBeGreaterThan(60);
        files.Select(file => file.Writer).Distinct().Count().ShouldBe(6);
        wrong.ShouldBeEmpty();
    }

    private static async Task<List<(Table Table, string Writer, byte[] Sound, byte[] Broken)>> FilesAsync()
    {
        var files = new List<(Table, string, byte[], byte[])>();
        foreach (var table in Tables.All)
        {
            var broken = table.Grid.With(table.Broken.Cell, table.Broken.Value);
            files.Add((table, "ClosedXML", table.Grid.ByClosedXml(), broken.ByClosedXml()));
            files.Add((table, "the SDK by hand", table.Grid.BySdk(), broken.BySdk()));
            if (!table.NeedsMerging)
            {
                files.Add((table, "text in UTF-8", table.Grid.ByHand(false), broken.ByHand(false)));
                files.Add((table, "text in GB18030", table.Grid.ByHand(true), broken.ByHand(true)));
            }
        }

        var originals = files.Where(file => file.Item2 == "ClosedXML").ToList();
        byte[][] both = [.. originals.Select(file => file.Item3), .. originals.Select(file => file.Item4)];
        foreach (var (format, writer) in new[] { ("xls", "LibreOffice as .xls"), ("xlsx", "LibreOffice once more") })
        {
            var converted = await LibreOffice.ConvertAsync(both, "xlsx", format);
            files.AddRange(originals.Index().Select(file => (file.Item.Item1, writer, converted[file.Index], converted[originals.Count + file.Index])));
        }

        return files;
    }

    private async Task<IEnumerable<string>> WrongAsync(Table table, byte[] sound, byte[] broken)
    {
        var wrong = new List<string>();
        var view = await _campaign.LookAsync(new MemoryStream(sound));
        if (view.Reading!.NeedsMapping)
        {
            return [$"asks for {string.Join(", ", view.Reading.Missing)} {string.Join(", ", view.Reading.Headings.Where(heading => !heading.Cell.IsDecided).Select(heading => heading.Cell.Text))}"];
        }

        wrong.AddRange(view.Errors().Select(error => $"{error.Address} {error.Error.Code}"));
        var rows = view.Reading.Entries.Select(entry => new ExpectedRow(entry.Row, entry.Finding.Description, entry.Finding.Kind, entry.Plan.DueDate, entry.AssistingUnits.Count)).ToList();
        wrong.AddRange(rows.Except(table.Rows).Select(row => $"has {row}").Concat(table.Rows.Except(rows).Select(row => $"lacks {row}")));
        var errors = (await _campaign.LookAsync(new MemoryStream(broken))).Errors().Select(error => (error.Address, error.Error.Code)).ToList();
        if (errors is not [var only] || only != (table.Broken.Cell, table.Broken.Code))
        {
            wrong.Add($"broken at {table.Broken.Cell} {table.Broken.Code}, told {string.Join(", ", errors)}");
        }

        return wrong;
    }
}
