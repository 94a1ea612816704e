using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class CloseOutTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task An_application_needs_every_measure_done_evidence_and_a_result()
    {
        var id = await _campaign.RectifyingAsync();
        (await Apply(id)).ShouldBeRefused(Rule.MeasuresNotDone);
        await _campaign.TickAllAsync(id);
        (await Apply(id)).ShouldBeRefused(Rule.EvidenceMissing);
        await AddAsync(id, EvidencePurpose.Before);
        (await Apply(id)).ShouldBeRefused(Rule.EvidenceMissing);
        await AddAsync(id, EvidencePurpose.After);
        (await Apply(id, "  ")).ShouldBeInvalid("Result", "Required");
        (await Apply(id)).ShouldSucceed();
    }

    [Fact]
    public async Task What_the_leader_is_to_sign_stays_as_it_was_prepared()
    {
        var id = await _campaign.RectifyingAsync();
        await _campaign.TickAllAsync(id);
        await _campaign.AddEvidenceAsync(id);
        await Apply(id);
        var evidence = (await _campaign.ProblemAsync(id)).Evidence[0].Id;

        (await _campaign.Try(_campaign.Handler, id, version => new TickMeasure(id, version, 0, null, ""))).ShouldBeRefused(Rule.SomethingElsePending);
        (await _campaign.Try(_campaign.Handler, id, version => new RemoveEvidence(id, version, evidence, "换图"))).ShouldBeRefused(Rule.SomethingElsePending);
        await _campaign.Move(_campaign.Leader, id, version => new DeclineToSign(id, version, "图不清楚"));
        (await _campaign.Try(_campaign.Handler, id, version => new RemoveEvidence(id, version, evidence, "换图"))).ShouldSucceed();
        (await Apply(id)).ShouldBeRefused(Rule.EvidenceMissing);
    }

    [Fact]
    public async Task No_step_of_the_chain_is_left_out()
    {
        var id = await _campaign.AppliedAsync();
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new CloseProblem(id, version, ""))).ShouldBeRefused(Rule.WrongState);
        (await Recheck(id, _campaign.Checker)).ShouldBeRefused(Rule.FirstReviewMissing);

        await _campaign.Move(_campaign.Clerk, id, version => new PassFirstReview(id, version, ""));
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new CloseProblem(id, version, ""))).ShouldBeRefused(Rule.WrongState);
        (await Recheck(id, _campaign.SecondClerk)).ShouldBeRefused(Rule.CheckerRequired);
        (await Recheck(id, _campaign.Checker)).ShouldSucceed();
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new CloseProblem(id, version, "同意"))).ShouldSucceed();

        var problem = await _campaign.ProblemAsync(id);
        (problem.CompletedOn, problem.VerifiedOn, problem.ClosedOn).ShouldBe((_campaign.Today, _campaign.Today, _campaign.Today));
    }

    [Theory]
    [InlineData(Severity.Considerable)]
    [InlineData(Severity.Serious)]
    public async Task A_graver_problem_is_rechecked_on_the_spot(Severity severity)
    {
        var id = await _campaign.AppliedAsync(severity: severity);
        await _campaign.Move(_campaign.Clerk, id, version => new PassFirstReview(id, version, ""));

        (await Recheck(id, _campaign.Checker)).ShouldBeRefused(Rule.SiteCheckRequired);
        (await Recheck(id, _campaign.Checker, new SiteCheck(_campaign.Today, "大厅", "值班长", ""))).ShouldBeInvalid("SiteCheck.Findings", "Required");
        (await Recheck(id, _campaign.Checker, new SiteCheck(_campaign.Today, "大厅", "值班长", "终端运行正常"))).ShouldSucceed();
        (await _campaign.ProblemAsync(id)).CloseOut!.SiteCheck!.Findings.ShouldBe("终端运行正常");
    }

    [Fact]
    public async Task So_is_an_ordinary_problem_that_was_drawn()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { SiteCheckPercent = 50 });
        List<Problem> problems = [];
        while (!problems.Exists(problem => problem.Draw < 50) || !problems.Exists(problem => problem.Draw >= 50))
        {
            problems.Add(await campaign.ProblemAsync(await campaign.RegisteredAsync()));
        }

        foreach (var (id, drawn) in new[] { (problems.Find(problem => problem.Draw < 50)!.Id, true), (problems.Find(problem => problem.Draw >= 50)!.Id, false) })
        {
            await campaign.Move(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9), null, [], ""));
            await campaign.Move(campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()));
            await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
            await campaign.Move(campaign.Clerk, id, version => new ApprovePlan(id, version, ""));
            await campaign.ApplyAsync(id);
            await campaign.Move(campaign.Clerk, id, version => new PassFirstReview(id, version, ""));
            var recheck = await campaign.Try(campaign.Checker, id, version => new PassRecheck(id, version, "", null));
            (recheck.Failure as Refused)?.Rule.ShouldBe(Rule.SiteCheckRequired);
            recheck.Succeeded.ShouldBe(!drawn);
        }
    }

    [Fact]
    public async Task A_return_names_the_further_requirement_and_keeps_the_due_date()
    {
        foreach (var bring in new Func<Task<Guid>>[] { () => _campaign.AppliedAsync(dueInDays: 7), FirstReviewedAsync, () => _campaign.RecheckedAsync(dueInDays: 7) })
        {
            var id = await bring();
            var before = await _campaign.ProblemAsync(id);
            (await _campaign.Try(_campaign.Checker, id, version => new ReturnCloseOut(id, version, " "))).ShouldBeInvalid("FurtherRequirement", "Required");
            await _campaign.Move(_campaign.Checker, id, version => new ReturnCloseOut(id, version, "补充群众回访记录"));

            var problem = await _campaign.ProblemAsync(id);
            (problem.State, problem.DueDate, problem.ReturnCount).ShouldBe((ProblemState.Rectifying, before.DueDate, 1));
            (problem.Returned!.FurtherRequirement, problem.Returned.FromState).ShouldBe(("补充群众回访记录", before.State));
            (problem.CloseOut, problem.CompletedOn, problem.VerifiedOn).ShouldBe((null, null, null));
            (await Apply(id)).ShouldSucceed();
            await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
        }
    }

    [Fact]
    public async Task A_change_of_chain_leaves_no_problem_stuck_and_none_half_checked()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { SiteCheckPercent = 0 });
        var reviewed = await campaign.AppliedAsync();
        await campaign.Move(campaign.Clerk, reviewed, version => new PassFirstReview(reviewed, version, ""));
        await PolicyAsync(campaign, shortChain: true);
        (await campaign.Try(campaign.SecondClerk, reviewed, version => new PassRecheck(reviewed, version, "", null))).ShouldSucceed();

        var checkedOnce = await campaign.AppliedAsync();
        (await campaign.Try(campaign.Clerk, checkedOnce, version => new PassFirstReview(checkedOnce, version, ""))).ShouldBeRefused(Rule.WrongState);
        await campaign.Move(campaign.Clerk, checkedOnce, version => new PassRecheck(checkedOnce, version, "", null));
        await PolicyAsync(campaign, shortChain: false);

        (await campaign.Try(campaign.OfficeLeader, checkedOnce, version => new CloseProblem(checkedOnce, version, ""))).ShouldBeRefused(Rule.FirstReviewMissing);
        (await campaign.Try(campaign.OfficeLeader, reviewed, version => new CloseProblem(reviewed, version, ""))).ShouldSucceed();
        await campaign.Move(campaign.Checker, checkedOnce, version => new ReturnCloseOut(checkedOnce, version, "改走完整流程"));
    }

    [Fact]
    public async Task No_problem_is_closed_or_set_aside_while_a_notice_on_it_is_open()
    {
        var (id, other) = (await _campaign.RecheckedAsync(), await _campaign.AssignedAsync());
        var notice = Ids.New();
        await WithAsync(id, problem => problem.OpenNotice(notice, "整改通知〔2026〕1号", 1, _campaign.StampOf(_campaign.Clerk)));

        (await _campaign.Try(_campaign.OfficeLeader, id, version => new CloseProblem(id, version, ""))).ShouldBeRefused(Rule.NoticeOpen);
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new VoidProblem(id, version, "不属实"))).ShouldBeRefused(Rule.NoticeOpen);
        var number = (await _campaign.ProblemAsync(other)).Number!.Value;
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new MergeProblem(id, version, number, "同一问题"))).ShouldBeRefused(Rule.NoticeOpen);

        await WithAsync(id, problem => problem.EndNotice(notice, "Filed", _campaign.StampOf(_campaign.Clerk)));
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new CloseProblem(id, version, ""))).ShouldSucceed();
    }

    private Task<int> WithAsync(Guid id, Action<Problem> change) => _campaign.Rectify.Database.WriteAsync(async db =>
    {
        change((await db.FindAsync<Problem>(id))!);
        return 0;
    });

    private static async Task PolicyAsync(RunningCampaign campaign, bool shortChain) => await campaign.As(campaign.OfficeLeader).Do(
        new SetPolicy(campaign.Id, (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).Version, new CampaignPolicy { SiteCheckPercent = 0, ShortChain = shortChain }));

    private async Task<Guid> FirstReviewedAsync()
    {
        var id = await _campaign.AppliedAsync(dueInDays: 7);
        await _campaign.Move(_campaign.Clerk, id, version => new PassFirstReview(id, version, ""));
        return id;
    }

    private Task<Result<Done>> Apply(Guid id, string result = "终端已修复") => _campaign.Try(_campaign.Handler, id, version => new PrepareCloseOut(id, version, result));

    private Task<Result<Done>> Recheck(Guid id, Core.Organisations.Person by, SiteCheck? siteCheck = null) => _campaign.Try(by, id, version => new PassRecheck(id, version, "", siteCheck));

    private Task AddAsync(Guid id, EvidencePurpose purpose) => _campaign.Move(_campaign.Handler, id, version => new AddEvidence(
        id, version, Ids.New(), new StoredFile(new string('a', 64), "照片.jpg", "image/jpeg", 9), purpose, "", null));
}
