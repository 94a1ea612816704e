using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class LedgerWorkbookTests
{
    [Fact]
    public async Task The_export_tells_each_problem_in_its_25_columns()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();
        var today = $"{campaign.Today:O}";
        await campaign.As(campaign.Checker).Do(new RecordLookBack(id, await campaign.VersionAsync(id), Ids.New(), false, "未反弹"));
        var returned = await campaign.AppliedAsync();
        await campaign.As(campaign.Clerk).Do(new ReturnCloseOut(returned, await campaign.VersionAsync(returned), "补充现场照片"));
        var export = await campaign.As(campaign.Official).Do(new ListLedgerExport(campaign.Id, LedgerFilter.None));

        using var book = Books.Reopen(to => LedgerWorkbook.Write(export, Books.Wording, to));

        var sheet = book.Worksheets.ShouldHaveSingleItem();
        sheet.Cell(1, 1).GetString().ShouldBe("LedgerTitle(政务服务环境专项整治行动)");
        sheet.Cell(2, 1).GetString().ShouldBe("LedgerUnit(协调小组办公室)");
        sheet.Row(3).CellsUsed().Count().ShouldBe(25);
        var row = sheet.Cells(4, 1, 25);
        row[0].ShouldBe(1d);
        row[1].ShouldBe(1d);
        row[2].ShouldBe("SelfInspection");
        row[4].ShouldBe("市某某局");
        row[10].ShouldBe("1. 联系维保单位修复\n2. 每日开机检查并登记");
        row[14].ShouldBe("MeasuresDone(2, 2)\n终端已修复并恢复使用");
        row[15].ShouldBe("Closed");
        row[17].ShouldBe(campaign.Today.ToDateTime(default));
        row[18].ShouldBe(1d);
        row[19].ShouldBe($"经办一\n{today}");
        row[20].ShouldBe($"核查一\n{today}");
        row[23].ShouldBe($"{today}\nNotRecurred");
        sheet.Cells(5, 15, 17).ShouldBe(["MeasuresDone(2, 2)\nReturnedWith(补充现场照片)", "Rectifying", "Yellow"]);
        sheet.Cell(6, 1).GetString().ShouldBe("Signatures");
        sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A3Paper);
    }

    [Fact]
    public async Task A_unit_exports_its_own_ledger_only()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RegisteredAsync();

        var own = await campaign.As(campaign.Handler).Do(new ListLedgerExport(campaign.Id, LedgerFilter.None));
        var other = await campaign.As(campaign.OtherHandler).Do(new ListLedgerExport(campaign.Id, new LedgerFilter(UnitId: campaign.Unit.Id)));

        (own.UnitName, own.Rows.Count).ShouldBe(("市某某局", 1));
        (other.UnitName, other.Total, other.Rows.Count).ShouldBe(("市另一局", 0, 0));
        (await campaign.As(campaign.DisciplineOfficer).Send(new ListLedgerExport(campaign.Id, LedgerFilter.None))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task An_export_that_was_cut_says_so()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RegisteredAsync();
        var export = await campaign.As(campaign.Clerk).Do(new ListLedgerExport(campaign.Id, LedgerFilter.None));

        using var book = Books.Reopen(to => LedgerWorkbook.Write(export with { Total = 7000 }, Books.Wording, to));

        book.Worksheet(1).Cell(5, 1).GetString().ShouldBe("LedgerCut(1, 7000)");
    }
}
