using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Campaigns;

public sealed class CampaignTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task A_campaign_opens_with_units_and_categories_and_only_once()
    {
        var id = await PreparedAsync();

        (await LeaderSends(id, version => new OpenCampaign(id, version))).ShouldBeRefused(Rule.CampaignNeedsUnits);
        await ClerkDoes(id, version => new EnrolUnit(id, version, Someone(_campaign.Unit.Id)));
        (await LeaderSends(id, version => new OpenCampaign(id, version))).ShouldBeRefused(Rule.CampaignNeedsCategory);
        await ClerkDoes(id, version => new SetCategories(id, version, [_campaign.Category]));
        (await _campaign.As(_campaign.Clerk).Send(new RegisterProblem(id, Ids.New(), _campaign.Unit.Id, _campaign.Finding(), []))).ShouldBeRefused(Rule.CampaignNotOpen);

        (await LeaderSends(id, version => new OpenCampaign(id, version))).ShouldSucceed();
        (await LeaderSends(id, version => new OpenCampaign(id, version))).ShouldBeRefused(Rule.WrongState);
        var campaign = await _campaign.Rectify.FindAsync<Campaign>(id);
        (campaign.State, campaign.CurrentPhase).ShouldBe((CampaignState.Open, PhaseKind.Mobilisation));
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Campaign>(id);
    }

    [Fact]
    public async Task A_campaign_posted_twice_is_prepared_once()
    {
        var id = await PreparedAsync();
        (await _campaign.As(_campaign.Clerk).Send(Preparation(id))).ShouldSucceed();

        (await _campaign.Rectify.EntriesOfAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_template_hands_on_its_categories_policy_and_units_and_stays_as_it_is()
    {
        var id = Ids.New();
        await _campaign.As(_campaign.Clerk).Do(Preparation(id) with { TemplateId = _campaign.Id, TakeUnits = true });

        var (made, template) = (await _campaign.Rectify.FindAsync<Campaign>(id), await _campaign.Rectify.FindAsync<Campaign>(_campaign.Id));
        made.Participants.ShouldBe(template.Participants);
        made.Policy.SiteCheckPercent.ShouldBe(0);
        made.Categories.Select(category => category.Name).ShouldBe(template.Categories.Select(category => category.Name));
        made.Categories.Select(category => category.Id).ShouldNotContain(template.Categories[0].Id);
        made.Categories[0].Symptoms[0].Id.ShouldNotBe(template.Categories[0].Symptoms[0].Id);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Campaign>(id);
    }

    [Fact]
    public async Task A_category_that_problems_use_stays_and_one_is_always_there()
    {
        await _campaign.RegisteredAsync();
        var unused = new ProblemCategory(Ids.New(), "收费乱", [new Symptom(Ids.New(), "搭车收费", true)]);

        (await ClerkSends(_campaign.Id, version => new SetCategories(_campaign.Id, version, []))).ShouldBeRefused(Rule.CampaignNeedsCategory);
        (await ClerkSends(_campaign.Id, version => new SetCategories(_campaign.Id, version, [unused]))).ShouldBeRefused(Rule.CategoryInUse);
        (await ClerkSends(_campaign.Id, version => new SetCategories(_campaign.Id, version, [_campaign.Category with { Symptoms = [] }, unused]))).ShouldBeRefused(Rule.CategoryInUse);
        (await ClerkSends(_campaign.Id, version => new SetCategories(_campaign.Id, version, [_campaign.Category, unused]))).ShouldSucceed();
        (await ClerkSends(_campaign.Id, version => new SetCategories(_campaign.Id, version, [_campaign.Category]))).ShouldSucceed();
    }

    [Fact]
    public async Task A_unit_with_problems_stays_and_one_without_may_go()
    {
        await _campaign.RegisteredAsync();
        var third = await _campaign.Rectify.AddUnitAsync("市第三局");

        (await ClerkSends(_campaign.Id, version => new WithdrawUnit(_campaign.Id, version, _campaign.Unit.Id))).ShouldBeRefused(Rule.UnitHasProblems);
        (await ClerkSends(_campaign.Id, version => new WithdrawUnit(_campaign.Id, version, third.Id))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
        await ClerkDoes(_campaign.Id, version => new EnrolUnit(_campaign.Id, version, Someone(third.Id)));
        (await ClerkSends(_campaign.Id, version => new WithdrawUnit(_campaign.Id, version, third.Id))).ShouldSucceed();
        (await ClerkSends(_campaign.Id, version => new EnrolUnit(_campaign.Id, version, Someone(Ids.New())))).ShouldBeRefused(Rule.UnknownUnit);
    }

    [Fact]
    public async Task A_number_of_the_procedure_outside_its_bounds_is_shown_at_its_field()
    {
        (await LeaderSends(_campaign.Id, version => new SetPolicy(_campaign.Id, version, new CampaignPolicy { NoticeLimit = 0 }))).ShouldBeInvalid("Policy.NoticeLimit", "OutOfRange");
        (await LeaderSends(_campaign.Id, version => new SetPolicy(_campaign.Id, version, new CampaignPolicy { PublicNoticeDays = 91 }))).ShouldBeInvalid("Policy.PublicNoticeDays", "OutOfRange");
    }

    [Fact]
    public async Task A_unit_sees_a_campaign_once_it_is_open_and_only_when_it_takes_part()
    {
        var id = await PreparedAsync();
        await ClerkDoes(id, version => new EnrolUnit(id, version, Someone(_campaign.Unit.Id)));
        await ClerkDoes(id, version => new SetCategories(id, version, [_campaign.Category]));
        (await _campaign.As(_campaign.Handler).Send(new GetCampaign(id))).ShouldBeNotFound();
        (await _campaign.As(_campaign.Handler).Do(new ListCampaigns())).ShouldNotContain(row => row.Id == id);

        (await LeaderSends(id, version => new OpenCampaign(id, version))).ShouldSucceed();
        (await _campaign.As(_campaign.Handler).Send(new GetCampaign(id))).ShouldSucceed();
        (await _campaign.As(_campaign.Handler).Do(new ListCampaigns())).ShouldContain(row => row.Id == id);
        (await _campaign.As(_campaign.OtherHandler).Send(new GetCampaign(id))).ShouldBeNotFound();
        (await _campaign.As(_campaign.OtherHandler).Do(new ListCampaigns())).ShouldNotContain(row => row.Id == id);
        (await _campaign.As(_campaign.OtherHandler).Send(new GetUnitList(id, null, null))).ShouldBeNotFound();
    }

    [Fact]
    public async Task A_unit_is_told_only_what_it_owes_itself()
    {
        await _campaign.RegisteredAsync();

        var view = await _campaign.As(_campaign.Handler).Do(new GetCampaign(_campaign.Id));
        (await _campaign.As(_campaign.Handler).Do(new ListUnmet(_campaign.Id))).ShouldHaveSingleItem().UnitId.ShouldBe(_campaign.Unit.Id);
        view.UnitNames.Keys.ShouldBe([_campaign.Unit.Id]);
        view.Timeline.ShouldBeEmpty();
        (await _campaign.As(_campaign.OtherHandler).Do(new ListUnmet(_campaign.Id))).ShouldBeEmpty();
        (await _campaign.As(_campaign.Clerk).Do(new GetCampaign(_campaign.Id))).Timeline.ShouldNotBeEmpty();
    }

    private static Participant Someone(Guid unitId) => new(unitId, "局长", "副局长", "承办人");

    private CreateCampaign Preparation(Guid id) => new(
        id, new CampaignDetails("窗口作风专项整治", "某府办字〔2026〕9号", "某市人民政府办公室", "协调小组", "协调小组办公室", "", "", _campaign.Today),
        [.. Enum.GetValues<PhaseKind>().Select((kind, i) => new CampaignPhase(kind, _campaign.Today.AddDays(i * 10), _campaign.Today.AddDays((i * 10) + 10), ""))], null, false);

    private async Task<Guid> PreparedAsync()
    {
        var id = Ids.New();
        await _campaign.As(_campaign.Clerk).Do(Preparation(id));
        return id;
    }

    private async Task<int> VersionAsync(Guid id) => (await _campaign.Rectify.FindAsync<Campaign>(id)).Version;

    private async Task<Result<Done>> LeaderSends(Guid id, Func<int, ICommand<Done>> command) => await _campaign.As(_campaign.OfficeLeader).Send(command(await VersionAsync(id)));

    private async Task<Result<Done>> ClerkSends(Guid id, Func<int, ICommand<Done>> command) => await _campaign.As(_campaign.Clerk).Send(command(await VersionAsync(id)));

    private async Task ClerkDoes(Guid id, Func<int, ICommand<Done>> command) => (await ClerkSends(id, command)).ShouldSucceed();
}
