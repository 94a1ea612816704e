using System.Net;
using AngleSharp.Html.Dom;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Campaigns;

/// <summary>A campaign on its way from the first form to its opening, through the pages.</summary>
public sealed class PreparingACampaignTests
{
    [Fact]
    public async Task A_campaign_from_a_template_takes_over_what_it_should_and_opens()
    {
        await using var site = await WebCampaign.StartAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk, "zh-CN");
        (await clerk.OpenAsync("/campaigns/new")).Document.QuerySelector("select[name=template]")!.TextContent.ShouldContain("政务服务环境专项整治行动");

        var form = await clerk.OpenAsync($"/campaigns/new?template={site.Campaign.Id}&start=2026-09-01");
        form.ValueOf("Input.Phases[0].From").ShouldBe("2026-09-01");
        form.ValueOf("Input.Phases[1].From").ShouldBe(form.ValueOf("Input.Phases[0].To"));
        form.ValueOf("Input.Details.Title").ShouldBe("");
        form.ValueOf("Input.Details.LeadBody").ShouldBe("协调小组");
        var created = await form.SubmitAsync("new-campaign", ("Input.Details.Title", "第二轮整治"), ("Input.Details.IssuedOn", "2026-08-25"));

        var address = created.Location.ShouldNotBeNull();
        var campaign = await site.Campaign.Rectify.FindAsync<Campaign>(Guid.Parse(address.Split('/')[^1]));
        (campaign.State, campaign.Participants.Count, campaign.Categories[0].Name).ShouldBe((CampaignState.Preparing, 2, site.Campaign.Category.Name));
        campaign.Categories[0].Id.ShouldNotBe(site.Campaign.Category.Id);
        (await (await site.OfAsync(site.Campaign.Handler)).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

        var leader = await site.OfAsync(site.Campaign.OfficeLeader, "zh-CN");
        (await (await leader.OpenAsync(address)).SubmitAsync("open-campaign")).Location.ShouldBe(address);

        (await site.Campaign.Rectify.FindAsync<Campaign>(campaign.Id)).CurrentPhase.ShouldBe(PhaseKind.Mobilisation);
        (await (await site.OfAsync(site.Campaign.Handler)).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_blank_campaign_needs_a_category_and_a_unit_before_it_opens()
    {
        await using var site = await WebCampaign.StartAsync();
        var leader = await site.OfAsync(site.Campaign.OfficeLeader);
        var created = await (await leader.OpenAsync("/campaigns/new?start=2026-09-01")).SubmitAsync(
            "new-campaign", ("Input.Details.Title", "Blank"), ("Input.Details.IssuedOn", "2026-08-25"), ("Input.Details.Issuer", "City"), ("Input.Details.LeadBody", "Group"), ("Input.Details.Office", "Office"));
        var address = created.Location!;

        (await (await leader.OpenAsync(address)).SubmitAsync("open-campaign")).Alerts.ShouldContain("unit");
        var enrolled = await (await leader.OpenAsync(address + "/units")).SubmitAsync(
            "participant", ("Input.Unit.UnitId", site.Campaign.Unit.Id.ToString()), ("Input.Unit.PrincipalLeader", "Head"), ("Input.Unit.LeaderInCharge", "Deputy"), ("Input.Unit.Handler", "Clerk"));
        enrolled.Location.ShouldBe(address + "/units");
        (await (await leader.OpenAsync(address)).SubmitAsync("open-campaign")).Alerts.ShouldContain("category");
        var added = await (await leader.OpenAsync(address + "/categories")).SubmitAsync("categories", ("Input.Step", "add"));
        added.Alerts.ShouldContain("not saved");
        (await added.SubmitAsync("categories", ("Input.Categories[0].Name", "Slow windows"), ("Input.Categories[0].Symptoms[0].Name", "Nobody there"), ("Input.Categories[0].Symptoms[0].MayBeClue", "true"))).Location.ShouldBe(address);
        (await (await leader.OpenAsync(address)).SubmitAsync("open-campaign")).Location.ShouldBe(address);

        var campaign = await site.Campaign.Rectify.FindAsync<Campaign>(Guid.Parse(address.Split('/')[^1]));
        campaign.Categories.ShouldHaveSingleItem().Symptoms.ShouldHaveSingleItem().MayBeClue.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_form_keeps_what_was_typed_and_tells_each_field()
    {
        await using var site = await WebCampaign.StartAsync();
        var form = await (await site.OfAsync(site.Campaign.Clerk, "zh-CN")).OpenAsync("/campaigns/new?start=2026-09-01");

        var answer = await form.SubmitAsync("new-campaign", ("Input.Details.Issuer", "市政府办公室"), ("Input.Phases[2].To", ""), ("Input.Phases[3].Goals", "立一批制度"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt("Input.Details.Title").ShouldBe("此项必填。");
        answer.ErrorAt("Input.Details.IssuedOn").ShouldBe("此项必填。");
        answer.ErrorAt("Input.Phases-2--To").ShouldBe("此项必填。");
        answer.ValueOf("Input.Details.Issuer").ShouldBe("市政府办公室");
        answer.Html.ShouldContain("立一批制度");
    }

    [Fact]
    public async Task A_repeated_post_prepares_one_campaign()
    {
        await using var site = await WebCampaign.StartAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk);
        var form = await clerk.OpenAsync($"/campaigns/new?template={site.Campaign.Id}&start=2026-09-01");
        (string, string)[] typed = [("Input.Details.Title", "Twice"), ("Input.Details.IssuedOn", "2026-08-25")];

        var (first, second) = (await form.SubmitAsync("new-campaign", typed), await form.SubmitAsync("new-campaign", typed));

        second.Location.ShouldBe(first.Location);
        (await clerk.OpenAsync("/campaigns")).Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("Twice")).ShouldBe(1);
    }

    [Fact]
    public async Task Phases_may_touch_but_not_overlap_and_an_ended_one_keeps_its_dates()
    {
        await using var site = await WebCampaign.StartAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk, "zh-CN");
        var address = $"/campaigns/{site.Campaign.Id}/phases";
        var today = site.Campaign.Today;
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var page = await clerk.OpenAsync(address);
        page.Document.QuerySelector("[name='Input.Phases[0].From']")!.HasAttribute("readonly").ShouldBeTrue();
        (await page.SubmitAsync("phases", ("Input.Phases[0].To", Day(-16)))).Alerts.ShouldContain("动员部署");
        (await page.SubmitAsync("phases", ("Input.Phases[3].From", Day(59)))).Alerts.ShouldContain("重叠");
        (await page.SubmitAsync("phases", ("Input.Phases[2].To", Day(45)), ("Input.Phases[3].From", Day(45)))).Location.ShouldBe($"/campaigns/{site.Campaign.Id}");

        (await site.Campaign.Rectify.FindAsync<Campaign>(site.Campaign.Id)).Plan(PhaseKind.Concentrated).To.ShouldBe(today.AddDays(45));
    }

    [Fact]
    public async Task A_unit_changes_its_persons_and_leaves_only_without_problems()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk);
        var units = $"/campaigns/{site.Campaign.Id}/units";
        var page = await clerk.OpenAsync($"{units}?unit={site.Campaign.Unit.Id}");

        page.ValueOf("Input.Unit.PrincipalLeader").ShouldBe("局长");
        (await page.SubmitAsync("participant", ("Input.Unit.Handler", ""))).ErrorAt("Input.Unit.Handler").ShouldNotBeNull();
        (await page.SubmitAsync("withdraw")).Alerts.ShouldContain("problems");
        (await page.SubmitAsync("participant", ("Input.Unit.Handler", "New handler"))).Location.ShouldBe(units);
        (await (await clerk.OpenAsync($"{units}?unit={site.Campaign.OtherUnit.Id}")).SubmitAsync("withdraw")).Location.ShouldBe(units);

        (await site.Campaign.Rectify.FindAsync<Campaign>(site.Campaign.Id)).Participants.ShouldHaveSingleItem().Handler.ShouldBe("New handler");
    }

    [Fact]
    public async Task A_post_over_somebody_elses_change_is_refused_and_tells_who_was_first()
    {
        await using var site = await WebCampaign.StartAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk, "zh-CN");
        var page = await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}/edit");
        var version = (await site.Campaign.Rectify.FindAsync<Campaign>(site.Campaign.Id)).Version;
        await site.Campaign.As(site.Campaign.SecondClerk).Do(new EnrolUnit(site.Campaign.Id, version, new Participant(site.Campaign.Unit.Id, "局长", "副局长", "承办丙")));

        var answer = await page.SubmitAsync("edit-campaign", ("Input.Details.Title", "改过的名称"));

        answer.Alerts.ShouldContain("经办二");
        answer.ValueOf("Input.Details.Title").ShouldBe("改过的名称");
    }

    [Fact]
    public async Task The_rules_are_the_office_leaders_to_set_and_everybodys_to_read()
    {
        await using var site = await WebCampaign.StartAsync();
        var address = $"/campaigns/{site.Campaign.Id}/policy";
        var page = await (await site.OfAsync(site.Campaign.OfficeLeader, "zh-CN")).OpenAsync(address);

        page.Document.QuerySelectorAll("input[type=number]").Length.ShouldBe(typeof(CampaignPolicy).GetProperties().Count(property => property.PropertyType == typeof(int)));
        page.Document.QuerySelectorAll("input[type=checkbox][name$=Moves]").Length.ShouldBe(Enum.GetValues<PhaseMove>().Length * 4);
        var wrong = await page.SubmitAsync("policy", ("Input.Policy.NoticeLimit", ""), ("Input.Policy.ReplyWorkingDays", "99"));
        wrong.ErrorAt("Input.Policy.NoticeLimit").ShouldBe("此项必填。");
        var outside = await page.SubmitAsync("policy", ("Input.Policy.ReplyWorkingDays", "99"));
        outside.ErrorAt("Input.Policy.ReplyWorkingDays").ShouldBe("须在 1 至 60 之间。");
        (await page.SubmitAsync("policy", ("Input.Policy.NoticeLimit", "2"), ("Input.Policy.MobilisationMoves", nameof(PhaseMove.EnterProblems)))).Location.ShouldBe(address);

        var policy = (await site.Campaign.Rectify.FindAsync<Campaign>(site.Campaign.Id)).Policy;
        (policy.NoticeLimit, policy.ReplyWorkingDays).ShouldBe((2, 5));
        policy.MobilisationMoves.ShouldBe([PhaseMove.EnterProblems]);
        policy.ConcentratedMoves.ShouldBe(Enum.GetValues<PhaseMove>());
        var read = await (await site.OfAsync(site.Campaign.Handler, "zh-CN")).OpenAsync(address);
        read.Document.QuerySelectorAll("main input").OfType<IHtmlInputElement>().ShouldBeEmpty();
        read.Html.ShouldContain("2 次");
        read.Html.ShouldContain("默认：3 次");
    }
}
