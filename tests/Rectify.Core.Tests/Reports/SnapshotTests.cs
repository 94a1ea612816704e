using Microsoft.Data.Sqlite;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

public sealed class SnapshotTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public async Task Frozen_figures_are_the_same_bytes_whatever_happens_to_the_problems_later()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        Guid[] problems = [await campaign.ClosedAsync(), await campaign.RecheckedAsync(), await campaign.RectifyingAsync(1), await campaign.RectifyingAsync(1), await campaign.AssignedAsync(1), await campaign.AssignedAsync(3)];
        campaign.Time.AdvanceDays(4);
        var monthly = await campaign.SignedMonthAsync(March);
        var bulletin = await campaign.IssuedBulletinAsync();
        var issued = (await campaign.BulletinAsync(bulletin)).SnapshotId!.Value;
        var before = await FiguresAsync(campaign, monthly, issued);
        var shown = (await campaign.BulletinAsync(bulletin)).Figures;
        var live = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id));

        await campaign.Move(campaign.Checker, problems[0], version => new RecordLookBack(problems[0], version, Ids.New(), true, "又出现停用"));
        await campaign.Move(campaign.OfficeLeader, problems[0], version => new ReopenProblem(problems[0], version, campaign.Today.AddDays(20), "回头看发现反弹"));
        await campaign.Move(campaign.OfficeLeader, problems[1], version => new CloseProblem(problems[1], version, "同意销号"));
        await campaign.Move(campaign.OfficeLeader, problems[2], version => new VoidProblem(problems[2], version, "登记有误"));
        var target = (await campaign.ProblemAsync(problems[4])).Number!.Value;
        await campaign.Move(campaign.OfficeLeader, problems[3], version => new MergeProblem(problems[3], version, target, "同一问题"));
        await campaign.Move(campaign.Handler, problems[5], version => new ObjectToAssignment(problems[5], version, "不属我单位"));
        await campaign.Move(campaign.OfficeLeader, problems[5], version => new DecideAssignmentObjection(problems[5], version, true, "确属另一局"));
        await campaign.Move(campaign.Clerk, problems[5], version => new AssignProblem(problems[5], version, campaign.OtherUnit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9), null, [], ""));
        campaign.Time.AdvanceDays(40);

        (await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id))).Total.Figures.ShouldNotBe(live.Total.Figures, "the ledger has moved on");
        (await FiguresAsync(campaign, monthly, issued)).ShouldBe(before);
        FigureFormat.Write((await campaign.BulletinAsync(bulletin)).Figures).ShouldBe(FigureFormat.Write(shown));
        (await campaign.As(campaign.Official).Do(new GetSnapshot(issued))).Check.ShouldBe(SnapshotCheck.Intact);
    }

    [Fact]
    public async Task What_was_frozen_reads_back_and_gives_the_same_bytes()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync(1);
        campaign.Time.AdvanceDays(4);
        var issued = (await campaign.BulletinAsync(await campaign.IssuedBulletinAsync())).SnapshotId!.Value;
        var view = await campaign.As(campaign.Official).Do(new GetSnapshot(issued));

        FigureFormat.Write(view.Campaign).ShouldBe(view.Snapshot.Figures);
        view.Campaign!.Laggards.ShouldHaveSingleItem().WorkingDaysOverdue.ShouldBe(3);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Snapshot>(issued);
    }

    [Theory]
    [InlineData("UPDATE Snapshot SET Figures = replace(Figures, '\"Total\":1', '\"Total\":0')", SnapshotCheck.HashDiffers)]
    [InlineData("UPDATE Snapshot SET Sha256 = lower(hex(zeroblob(32)))", SnapshotCheck.HashDiffers)]
    [InlineData("UPDATE Snapshot SET Figures = '{}', Sha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'", SnapshotCheck.LedgerDiffers)]
    public async Task A_changed_figure_is_refused_by_the_database_and_found_when_the_triggers_are_gone(string change, SnapshotCheck found)
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync();
        var snapshot = await campaign.SignedMonthAsync(March);
        (await campaign.As(campaign.Clerk).Do(new GetSnapshot(snapshot))).Check.ShouldBe(SnapshotCheck.Intact);
        await using var file = new SqliteConnection($"Data Source={campaign.Rectify.Database.Place.DatabaseFile};Pooling=False");
        file.Open();

        Should.Throw<SqliteException>(() => Execute(file, change)).Message.ShouldContain("frozen figures are never changed");
        Should.Throw<SqliteException>(() => Execute(file, "DELETE FROM Snapshot")).Message.ShouldContain("never deleted");
        Should.Throw<SqliteException>(() => Execute(file, "INSERT OR REPLACE INTO Snapshot SELECT * FROM Snapshot")).Message.ShouldContain("frozen figures are never");
        Execute(file, "DROP TRIGGER snapshot_no_update");
        Execute(file, change).ShouldBe(1);

        var view = await campaign.As(campaign.Clerk).Do(new GetSnapshot(snapshot));
        (view.Check, view.Monthly).ShouldBe((found, null));
    }

    [Theory]
    [InlineData("M-202603-0001")]
    [InlineData(" m 202603 0001 ")]
    [InlineData("Ｍ－２０２６０３－０００１")]
    [InlineData("M—202603—0001")]
    public async Task An_id_is_found_however_it_is_typed_from_paper(string typed)
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var snapshot = await campaign.SignedMonthAsync(March);

        (await campaign.As(campaign.Official).Do(new FindSnapshot(typed))).ShouldBe(snapshot);
        (await campaign.As(campaign.Official).Send(new FindSnapshot("M-202603-0002"))).ShouldBeNotFound();
    }

    private static async Task<string[]> FiguresAsync(RunningCampaign campaign, params Guid[] ids)
    {
        List<string> figures = [];
        foreach (var id in ids)
        {
            figures.Add((await campaign.As(campaign.Official).Do(new GetSnapshot(id))).Snapshot.Figures);
        }

        return [.. figures];
    }

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
