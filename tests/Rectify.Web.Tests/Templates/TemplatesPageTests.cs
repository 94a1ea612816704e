using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Templates;

public sealed class TemplatesPageTests
{
    [Fact]
    public async Task The_office_changes_a_template_is_told_the_place_of_a_wrong_field_and_goes_back_to_the_standard_text()
    {
        await using var site = await WebCampaign.StartAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk);
        var address = $"/campaigns/{site.Campaign.Id}/documents/templates";
        var page = await clerk.OpenAsync(address);
        page.Html.ShouldNotContain("template-Reminder-reset");

        var refused = await page.SubmitAsync("template-Reminder", ("Input.Text", "第{问题编号}号，{整改时限}。\n{电话}"));
        refused.ErrorAt("Input.Text").ShouldBe("Line 2: there is no field 电话 for this kind of document.");
        (await page.SubmitAsync("template-Reminder", ("Input.Text", "第{问题编号}号，{整改时限}。"))).IsRedirect.ShouldBeTrue();
        var draft = $"/campaigns/{site.Campaign.Id}/documents/new?kind=Reminder&problems={await site.Campaign.RegisteredAsync()}";
        (await clerk.OpenAsync(draft)).Html.ShouldContain("第1号，{整改时限}。");

        var back = await (await clerk.OpenAsync(address)).SubmitAsync("template-Reminder-reset");

        back.IsRedirect.ShouldBeTrue();
        var after = await clerk.OpenAsync(address);
        after.Alerts.ShouldContain("Reminder: the standard text holds again.");
        after.Html.ShouldNotContain("template-Reminder-reset");
        (await clerk.OpenAsync(draft)).Html.ShouldContain("请抓紧完成整改");
    }

    [Fact]
    public async Task A_referrals_text_has_no_title_and_a_wrong_field_in_it_is_told_in_Chinese_too()
    {
        await using var site = await WebCampaign.StartAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk, "zh-CN");
        var page = await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}/documents/templates");

        var refused = await page.SubmitAsync("template-ReferralLetter", ("Input.Text", "{单位}第{问题编号}号\n{通知清单}\n{责任人}"));

        refused.ErrorAt("Input.Text").ShouldBe("第3行：此类公文没有字段“责任人”。");
        (await page.SubmitAsync("template-ReferralLetter", ("Input.Text", "{单位}第{问题编号}号\n{通知清单}"))).IsRedirect.ShouldBeTrue();
    }
}
