using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class CloseOutFormTests
{
    [Fact]
    public async Task The_sheet_tells_what_was_done_and_who_agreed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var form = await campaign.As(campaign.Handler).Do(new GetCloseOutForm(await campaign.ClosedAsync()));
        var today = $"{campaign.Today:O}";

        using var book = Books.Reopen(to => CloseOutFormWorkbook.Write(form, "", Books.Wording, to));

        var sheet = book.Worksheet(1);
        var said = sheet.RowsUsed().Skip(2).ToDictionary(row => row.Cell(1).GetString(), row => row.Cell(2).GetString());
        said["ResponsibleUnitColumn"].ShouldBe("市某某局");
        said["MeasuresColumn"].ShouldBe($"1. 联系维保单位修复DoneOn({today})\n2. 每日开机检查并登记DoneOn({today})");
        said["ResultColumn"].ShouldBe("终端已修复并恢复使用");
        said["EvidenceList"].ShouldStartWith($"1. 整改后.jpg  {today}  SHA-256 ");
        said["UnitHead"].ShouldBe($"SignedBy({campaign.Leader.Name}, {today})");
        said["FirstReviewOpinion"].ShouldBe($"材料齐全\nSignedBy({campaign.Clerk.Name}, {today})");
        said["SiteCheckRecord"].ShouldBe($"两台终端运行正常\nSeenAt({today}, 办事大厅, 值班长)");
        said["RecheckOpinion"].ShouldBe($"现场属实\nSignedBy({campaign.Checker.Name}, {today})");
        said["ClosingSignature"].ShouldContain("SignedBy(");
        (said["RulesMade"], said["CallBackOpinion"]).ShouldBe(("NothingToTell", "NothingToTell"));
        sheet.RowsUsed().Single(row => row.Cell(3).GetString() == "PicturesAfter").Cell(4).GetString().ShouldBe("1. 整改后.jpg");
    }

    [Fact]
    public async Task Before_it_is_signed_it_leaves_room_to_sign_on_one_page()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var form = await campaign.As(campaign.Clerk).Do(new GetCloseOutForm(await campaign.AssignedAsync()));
        var stream = new MemoryStream();
        CloseOutFormWorkbook.Write(form, "", Books.Wording, stream);

        var printed = await LibreOffice.PrintAsync(stream.ToArray(), "xlsx");

        printed.Pages.Count.ShouldBe(1);
        printed.Pages[0].Lines.Count(line => line.Text.Contains("SignHere")).ShouldBe(4);
    }

    [Fact]
    public async Task It_tells_the_rules_made_and_the_call_back_and_shows_the_pictures_on_A4()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.PicturedAsync();
        var form = await campaign.As(campaign.Clerk).Do(new GetCloseOutForm(id));
        var stream = new MemoryStream();
        CloseOutFormWorkbook.Write(form, "", Books.Wording, stream);

        Books.Check(stream);
        var printed = await LibreOffice.PrintAsync(stream.ToArray(), "xlsx");

        printed.Text.ShouldContain("《自助终端巡检制度》");
        printed.Text.ShouldContain("电话回访办事人两名，均表示满意");
        var said = string.Concat(printed.Pages.SelectMany(page => page.Lines).Select(line => line.Text.Replace(" ", "", StringComparison.Ordinal)));
        form.Problem.Evidence.Select(evidence => evidence.Sha256[..20]).ShouldAllBe(hash => said.Contains(hash));
        await PictureTests.ShouldStandOnPageAsync(printed, "整改前.png", "整改后.jpg");
    }

    [Fact]
    public async Task What_was_a_complaint_leaves_room_for_the_call_back()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = Shared.Ids.New();
        await campaign.As(campaign.Clerk).Do(new RegisterProblem(campaign.Id, id, campaign.Unit.Id, campaign.Finding() with { Source = ProblemSource.Complaint }, []));
        await campaign.As(campaign.Clerk).Do(new AssignProblem(id, 1, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9), null, [], ""));
        await campaign.Move(campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await campaign.Move(campaign.Clerk, id, version => new ApprovePlan(id, version, ""));
        await campaign.ApplyAsync(id);
        var form = await campaign.As(campaign.Clerk).Do(new GetCloseOutForm(id));

        using var book = Books.Reopen(to => CloseOutFormWorkbook.Write(form, "", Books.Wording, to));

        book.Worksheet(1).RowsUsed().Single(row => row.Cell(1).GetString() == "CallBackOpinion").Cell(2).GetString().ShouldBe("");
    }

    [Fact]
    public async Task Only_those_who_see_the_problem_get_its_sheet()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.AssignedAsync();

        (await campaign.As(campaign.OtherHandler).Send(new GetCloseOutForm(id))).ShouldBeNotFound();
        (await campaign.As(campaign.DisciplineOfficer).Send(new GetCloseOutForm(id))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Leader).Do(new GetCloseOutForm(id))).Problem.Id.ShouldBe(id);
    }
}
