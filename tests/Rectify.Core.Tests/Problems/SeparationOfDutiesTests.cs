using MediatR;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

/// <summary>Applicant, first reviewer, re-checker and closer are different people, and the last three are of no unit that works on the problem.</summary>
public sealed class SeparationOfDutiesTests(SharedCampaign full, ShortChainCampaign small) : IClassFixture<SharedCampaign>, IClassFixture<ShortChainCampaign>
{
    private const Role EveryOfficeRole = Role.OfficeClerk | Role.Checker | Role.OfficeLeader;

    public enum Step
    {
        Prepare,
        Sign,
        FirstReview,
        Recheck,
        Close,
    }

    [Theory]
    [InlineData(Step.Prepare, Step.FirstReview)]
    [InlineData(Step.Prepare, Step.Recheck)]
    [InlineData(Step.Prepare, Step.Close)]
    [InlineData(Step.Sign, Step.FirstReview)]
    [InlineData(Step.Sign, Step.Recheck)]
    [InlineData(Step.Sign, Step.Close)]
    [InlineData(Step.FirstReview, Step.Recheck)]
    [InlineData(Step.FirstReview, Step.Close)]
    [InlineData(Step.Recheck, Step.Close)]
    public Task In_the_full_chain_nobody_takes_two_steps(Step earlier, Step later) => NobodyTakesTwo(full.Campaign, Enum.GetValues<Step>(), earlier, later);

    [Theory]
    [InlineData(Step.Prepare, Step.Recheck)]
    [InlineData(Step.Prepare, Step.Close)]
    [InlineData(Step.Sign, Step.Recheck)]
    [InlineData(Step.Sign, Step.Close)]
    [InlineData(Step.Recheck, Step.Close)]
    public Task In_the_short_chain_one_checks_and_another_closes(Step earlier, Step later) => NobodyTakesTwo(small.Campaign, [Step.Prepare, Step.Sign, Step.Recheck, Step.Close], earlier, later);

    /// <summary>Whoever took the earlier step may hold every office role by now and is still refused; somebody fresh passes.</summary>
    private static async Task NobodyTakesTwo(RunningCampaign campaign, Step[] chain, Step earlier, Step later)
    {
        var person = await campaign.Rectify.AddPersonAsync("身兼数职", earlier <= Step.Sign ? Role.UnitHandler | Role.UnitLeader : EveryOfficeRole, earlier <= Step.Sign ? campaign.Unit : campaign.Office);
        var id = await campaign.RectifyingAsync();
        await campaign.TickAllAsync(id);
        await campaign.AddEvidenceAsync(id);
        foreach (var step in chain.TakeWhile(step => step < later))
        {
            (await TakeAsync(campaign, id, step, step == earlier ? person : Usual(campaign, step))).ShouldSucceed();
        }

        if (earlier <= Step.Sign)
        {
            await campaign.As(campaign.Administrator).Do(new ChangePerson(person.Id, 1, person.Name, "", campaign.Office.Id, EveryOfficeRole));
        }

        (await TakeAsync(campaign, id, later, person)).ShouldBeRefused(Rule.SamePerson);
        (await TakeAsync(campaign, id, later, Usual(campaign, later))).ShouldSucceed();
    }

    [Fact]
    public async Task Nobody_of_a_unit_that_works_on_the_problem_judges_or_decides()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Assisting = [campaign.OtherUnit.Id];
        Person[] insiders =
        [
            await campaign.Rectify.AddPersonAsync("责任单位借调", EveryOfficeRole, campaign.Unit),
            await campaign.Rectify.AddPersonAsync("协办单位借调", EveryOfficeRole, campaign.OtherUnit),
        ];
        var outsider = await campaign.Rectify.AddPersonAsync("办公室人员", EveryOfficeRole, campaign.Office);
        var site = new SiteCheck(campaign.Today, "大厅", "值班长", "正常");

        async Task Judge(Guid id, Func<int, IRequest<Result<Done>>> move)
        {
            foreach (var insider in insiders)
            {
                (await campaign.Try(insider, id, move)).ShouldBeRefused(Rule.OfOwnUnit);
            }

            (await campaign.Try(outsider, id, move)).ShouldSucceed();
        }

        var id = await campaign.RegisteredAsync();
        await Judge(id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(20), null, campaign.Assisting, ""));
        await campaign.Move(campaign.Handler, id, version => new ObjectToAssignment(id, version, "职责不清"));
        await Judge(id, version => new DecideAssignmentObjection(id, version, false, "属该单位职责"));
        for (var round = 0; round < 2; round++)
        {
            await campaign.Move(campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()));
            await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
            await Judge(id, round == 0 ? (version => new ReturnPlan(id, version, "补充")) : (version => new ApprovePlan(id, version, "")));
        }

        await campaign.Move(campaign.Handler, id, version => new AskExtension(id, version, campaign.Today.AddDays(30), "采购", ""));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await Judge(id, version => new DecideExtension(id, version, true, ""));
        await campaign.Move(campaign.Handler, id, version => new AskLongTerm(id, version, "目标", campaign.Today.AddDays(90), "长期"));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await Judge(id, version => new DecideLongTerm(id, version, true, ""));
        await Judge(id, version => new ReviewLongTerm(id, version, "合格", campaign.Today.AddDays(120)));
        await Judge(id, version => new ResumeRectification(id, version, campaign.Today.AddDays(20), "限期"));
        await Judge(id, version => new CarryProblemOver(id, version, "待设备"));

        await campaign.ApplyAsync(id);
        var picture = new StoredFile(new string('d', 64), "复核.jpg", "image/jpeg", 1000);
        (await campaign.Try(insiders[1], id, version => new AddEvidence(id, version, Ids.New(), picture, EvidencePurpose.After, "", null))).ShouldBeRefused(Rule.OfOwnUnit);
        (await campaign.Try(outsider, id, version => new AddEvidence(id, version, Ids.New(), picture, EvidencePurpose.After, "", null))).ShouldSucceed();
        await Judge(id, version => new ReturnCloseOut(id, version, "补充"));
        await campaign.Move(campaign.Handler, id, version => new PrepareCloseOut(id, version, "已修复"));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await Judge(id, version => new PassFirstReview(id, version, ""));
        outsider = campaign.Checker;
        await Judge(id, version => new PassRecheck(id, version, "", site));
        outsider = campaign.OfficeLeader;
        await Judge(id, version => new StartPublicNotice(id, version, "公示"));
        outsider = campaign.Clerk;
        var objection = Ids.New();
        await Judge(id, version => new ReceivePublicObjection(id, version, objection, "仍未修好"));
        await Judge(id, version => new SettlePublicObjection(id, version, objection, "已核实"));
        outsider = campaign.OfficeLeader;
        campaign.Time.AdvanceDays(20);
        await Judge(id, version => new CloseProblem(id, version, ""));
        outsider = campaign.Checker;
        await Judge(id, version => new RecordLookBack(id, version, Ids.New(), true, "再次停用"));
        outsider = campaign.OfficeLeader;
        await Judge(id, version => new ReopenProblem(id, version, campaign.Today.AddDays(9), "反弹"));
        var (target, voided) = (await campaign.ProblemAsync(await campaign.RegisteredAsync()), await campaign.RegisteredAsync());
        await Judge(id, version => new MergeProblem(id, version, target.Number!.Value, "同一问题"));
        await Judge(voided, version => new VoidProblem(voided, version, "不属实"));
    }

    private static Person Usual(RunningCampaign campaign, Step step) => step switch
    {
        Step.Prepare => campaign.Handler,
        Step.Sign => campaign.Leader,
        Step.FirstReview => campaign.Clerk,
        Step.Recheck => campaign.Checker,
        _ => campaign.OfficeLeader,
    };

    private static Task<Result<Done>> TakeAsync(RunningCampaign campaign, Guid id, Step step, Person person) => campaign.Try(person, id, IRequest<Result<Done>> (version) => step switch
    {
        Step.Prepare => new PrepareCloseOut(id, version, "终端已修复"),
        Step.Sign => new SignForUnit(id, version),
        Step.FirstReview => new PassFirstReview(id, version, ""),
        Step.Recheck => new PassRecheck(id, version, "", null),
        _ => new CloseProblem(id, version, ""),
    });
}
