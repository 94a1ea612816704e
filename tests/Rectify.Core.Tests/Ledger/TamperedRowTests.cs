using Microsoft.Data.Sqlite;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Tests.Ledger;

/// <summary>Triggers guard the ledger, not the tables. A row changed behind it is found by folding the ledger again: the control of every test that does so.</summary>
public sealed class TamperedRowTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Theory]
    [InlineData("UPDATE Problem SET State = 80", "Problem State")]
    [InlineData("UPDATE Problem SET DueDate = '2027-01-01'", "Problem DueDate")]
    [InlineData("UPDATE Problem SET NoticeCount = 0", "Problem NoticeCount")]
    [InlineData("UPDATE Problem SET Version = Version + 1", "Problem Version")]
    [InlineData("UPDATE Problem SET Measures = replace(Measures, '修复', '检查')", "Problem Measures")]
    [InlineData("UPDATE Evidence SET Sha256 = lower(hex(zeroblob(32)))", "Problem Evidence")]
    [InlineData("DELETE FROM Evidence", "Problem Evidence")]
    [InlineData("DELETE FROM AssistingUnit", "Problem AssistingUnits")]
    [InlineData("UPDATE Notice SET State = 90", "Notice State")]
    [InlineData("UPDATE Notice SET ReplyDue = '2027-01-01'", "Notice ReplyDue")]
    [InlineData("UPDATE Campaign SET Policy = replace(Policy, '\"NoticeLimit\":3', '\"NoticeLimit\":9')", "Campaign Policy")]
    [InlineData("UPDATE Person SET Roles = Roles | 128", "Person Roles")]
    [InlineData("UPDATE Unit SET Name = Name || '!'", "Unit Name")]
    public async Task A_row_that_says_other_than_its_ledger_is_found(string change, string where)
    {
        _campaign.Assisting = [_campaign.OtherUnit.Id];
        var problem = await _campaign.RectifyingAsync();
        await _campaign.AddEvidenceAsync(problem);
        var notice = await _campaign.IssuedAsync(problem);
        (await DifferingAsync(problem, notice)).ShouldBeEmpty();

        await using var file = new SqliteConnection($"Data Source={_campaign.Rectify.Database.Place.DatabaseFile};Pooling=False");
        await using var asItWas = new SqliteConnection("Data Source=:memory:");
        file.Open();
        asItWas.Open();
        file.BackupDatabase(asItWas);
        await using var command = file.CreateCommand();
        command.CommandText = change;
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);

        var differing = await DifferingAsync(problem, notice);
        differing.ShouldContain(difference => difference.StartsWith($"{where}: ", StringComparison.Ordinal));
        differing.ShouldAllBe(difference => difference.StartsWith(where.Split(' ')[0], StringComparison.Ordinal), "what was left alone is no different");

        asItWas.BackupDatabase(file);
        (await DifferingAsync(problem, notice)).ShouldBeEmpty();
    }

    /// <summary>Every field of a subject of each kind that is not what its entries fold to.</summary>
    private async Task<List<string>> DifferingAsync(Guid problem, Guid notice) =>
    [
        .. await _campaign.Rectify.DifferingAsync<Problem>(problem), .. await _campaign.Rectify.DifferingAsync<Notice>(notice), .. await _campaign.Rectify.DifferingAsync<Campaign>(_campaign.Id),
        .. await _campaign.Rectify.DifferingAsync<Person>(_campaign.Clerk.Id), .. await _campaign.Rectify.DifferingAsync<Unit>(_campaign.Unit.Id),
    ];
}
