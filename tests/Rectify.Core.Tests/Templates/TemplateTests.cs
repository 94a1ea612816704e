using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Templates;
using Rectify.Core.Tests.Escalations;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("第{问题编号}号于{整改时限}前整改。\n{无此字段}", "Text", "TemplateFieldUnknown", "2 无此字段")]
    [InlineData("第{问题编号}号于{整改时限}前整改。\n\n{单位", "Text", "TemplateBraceOpen", "3")]
    [InlineData("第｛问题编号｝号于{整改时限}前整改。\n｛无此字段｝", "Text", "TemplateFieldUnknown", "2 无此字段")]
    [InlineData("第{问题编号}号于｛整改时限｝前整改。\n单位｝", "Text", "TemplateBraceOpen", "2")]
    [InlineData("第{问题编号}号。", "Text", "TemplateFieldMissing", "整改时限")]
    public async Task A_template_is_checked_on_saving_and_the_error_tells_the_place(string text, string field, string code, string values)
    {
        await using var campaign = await RunningCampaign.StartAsync();

        var result = await campaign.As(campaign.Clerk).Send(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 0, "催办{单位}", text));

        var error = result.Failure.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem();
        (error.Field, error.Code, string.Join(' ', error.Values)).ShouldBe((field, code, values));
    }

    [Fact]
    public async Task Every_standard_text_passes_the_check_of_its_kind()
    {
        await using var campaign = await RunningCampaign.StartAsync();

        foreach (var kind in Enum.GetValues<TemplateKind>())
        {
            var (title, text) = StandardTexts.Of(kind);
            await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, kind, 0, title, text));
        }

        (await campaign.As(campaign.Clerk).Do(new ListDocumentTemplates(campaign.Id))).ShouldAllBe(template => template.Version == 1);
    }

    [Fact]
    public async Task A_draft_starts_from_the_offices_own_text_filled_from_the_ledger()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 10);
        campaign.Time.Set(campaign.Today.AddDays(13));
        var number = (await campaign.ProblemAsync(problem)).Number;
        var standard = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [problem]));
        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 0, "催办{单位}", "第{问题编号}号逾期{逾期天数}天，时限{整改时限}。{文号}"));
        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 1, "再催{单位}", "第{问题编号}号逾期{逾期天数}天，时限{整改时限}。{文号}"));

        var own = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [problem]));

        standard.Text.ShouldNotContain("{");
        (own.Title, own.Text).ShouldBe(("再催市某某局", $"第{number}号逾期3天，时限2026年3月12日。{{文号}}"));
        own.AddresseeIds.ShouldBe([campaign.Unit.Id]);
        var template = (await campaign.As(campaign.Clerk).Do(new ListDocumentTemplates(campaign.Id))).Single(template => template.Kind == TemplateKind.Reminder);
        template.Version.ShouldBe(2);
        (await campaign.As(campaign.Clerk).Send(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 1, "旧", template.Text))).ShouldBeStale();
        await using var db = campaign.Rectify.Database.CreateDbContext();
        foreach (var saved in db.Set<DocumentTemplate>().ToList())
        {
            await campaign.Rectify.ShouldEqualItsFoldAsync<DocumentTemplate>(saved.Id);
        }
    }

    [Fact]
    public async Task Several_problems_make_a_numbered_list_and_what_is_unknown_stays_in_sight()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (first, second) = (await campaign.AssignedAsync(), await campaign.RegisteredAsync());

        var proposal = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.RectificationNotice, [second, first]));
        var reminder = await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [first]));

        proposal.ProblemNumbers.ShouldBe([1, 2]);
        var third = await campaign.AssignedAsync();
        (await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [third, second]))).Title.ShouldContain("第2、3号");
        (await campaign.As(campaign.Clerk).Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [third, first, second, await NextButOneAsync(campaign)]))).Title.ShouldContain("第1至3、5号");
        proposal.Text.ShouldContain("\n1. 第1号：");
        proposal.Text.ShouldContain("\n2. 第2号：");
        reminder.Text.ShouldContain("{逾期天数}", Case.Sensitive, "it is not overdue");
        (await campaign.As(campaign.Clerk).Send(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, [Ids.New()]))).ShouldBeNotFound();
    }

    [Fact]
    public async Task The_standard_referral_letter_tells_problem_unit_and_each_failed_notice()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();

        var letter = (await campaign.As(campaign.Clerk).Do(new GetCandidate(problem))).Letter;

        letter.ShouldBe($"""
            在政务服务环境专项整治行动中，市某某局第1号问题（{(await campaign.ProblemAsync(problem)).Description.TrimEnd('。')}）经3次书面通知仍未落实，情况如下：
            1. 某府办督字〔2026〕1号，2026年3月2日送达，应于2026年3月9日前书面答复，截至2026年3月26日未收到书面答复。
            2. 某府办督字〔2026〕2号，2026年3月10日送达，应于2026年3月17日前书面答复，截至2026年3月26日未收到书面答复。
            3. 某府办督字〔2026〕3号，2026年3月18日送达，应于2026年3月25日前书面答复，截至2026年3月26日未收到书面答复。
            上述情况涉嫌整改责任未落实。现将有关材料移送你单位，提请依规依纪依法处理，并反馈处置结果。本函所述为在案事实，不作定性。
            """);
    }

    [Fact]
    public async Task The_offices_own_referral_text_makes_the_next_letter_and_leaves_those_drafted()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var drafted = await campaign.DraftedReferralAsync();
        var before = (await campaign.Rectify.FindAsync<Referral>(drafted)).Letter;
        var problem = await campaign.UnansweredTimesAsync();

        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.ReferralLetter, 0, "关于{单位}有关问题的函", "{单位}第{问题编号}号：\n{通知清单}\n提请处理。"));

        var candidate = await campaign.As(campaign.Clerk).Do(new GetCandidate(problem));
        var letter = candidate.Letter;
        candidate.Title.ShouldBe("关于市某某局有关问题的函");
        letter.ShouldStartWith("市某某局第2号：\n1. 某府办督字〔2026〕4号，");
        letter.ShouldEndWith("\n提请处理。");
        letter.Split('\n').Length.ShouldBe(5);
        (await campaign.Rectify.FindAsync<Referral>(drafted)).Letter.ShouldBe(before);
        (await campaign.As(campaign.Clerk).Send(new SaveDocumentTemplate(campaign.Id, TemplateKind.ReferralLetter, 1, "函", "{单位}第{问题编号}号：\n{通知清单}\n责任人{责任人}。"))).ShouldBeInvalid("Text", "TemplateFieldUnknown");
    }

    [Fact]
    public async Task A_notices_basis_names_the_notice_before_it_in_the_offices_words()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 200);
        async Task<string> BasisAsync() => (await campaign.As(campaign.Clerk).Do(new GetNoticePreparation(problem))).Basis;

        (await BasisAsync()).ShouldBe("《政务服务环境专项整治行动实施方案》（某府办字〔2026〕8号）");
        await campaign.UnansweredAsync(problem);
        (await BasisAsync()).ShouldBe("《政务服务环境专项整治行动实施方案》（某府办字〔2026〕8号）；某府办督字〔2026〕1号未落实");

        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.NoticeBasis, 0, "", "政府督查工作条例；{依据}{前次通知}"));
        (await BasisAsync()).ShouldStartWith("政府督查工作条例；《");
    }

    [Fact]
    public async Task A_bulletin_starts_in_Chinese_from_the_offices_words_and_leaves_room_for_the_figures()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        async Task<BulletinText> ProposedAsync() => (await campaign.As(campaign.Clerk).Do(new GetBulletinProposal(campaign.Id))).Text;

        var standard = await ProposedAsync();
        (standard.Title, standard.Addressees, standard.CutOff).ShouldBe(("关于政务服务环境专项整治行动进展情况的通报", "各责任单位", campaign.Today));
        standard.Situation.ShouldBe("截至{统计日期}，共列入清单问题{问题总数}项，已销号{已销号数}项，销号率{销号率}；逾期{逾期数}项。");
        standard.Requirements.ShouldStartWith("被点名单位");

        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.Bulletin, 0, "{行动名称}通报", "已销号{已销号数}项。"));
        await campaign.As(campaign.Clerk).Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.BulletinRequirements, 0, "", "抓紧。"));
        var own = await ProposedAsync();
        (own.Title, own.Situation, own.Requirements).ShouldBe(("政务服务环境专项整治行动通报", "已销号{已销号数}项。", "抓紧。"));
    }

    [Fact]
    public async Task The_standard_text_comes_back_and_may_be_changed_again()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var clerk = campaign.As(campaign.Clerk);
        async Task<TemplateView> ReminderAsync() => (await campaign.As(campaign.Clerk).Do(new ListDocumentTemplates(campaign.Id))).Single(template => template.Kind == TemplateKind.Reminder);
        var standard = await ReminderAsync();
        const string text = "第{问题编号}号，{整改时限}。";
        await clerk.Do(new ResetDocumentTemplate(campaign.Id, TemplateKind.Reminder, 0));
        (await ReminderAsync()).Version.ShouldBe(0, "there was nothing to give up");

        await clerk.Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 0, "催", text));
        (await clerk.Send(new ResetDocumentTemplate(campaign.Id, TemplateKind.Reminder, 0))).ShouldBeStale();
        await clerk.Do(new ResetDocumentTemplate(campaign.Id, TemplateKind.Reminder, 1));

        var back = await ReminderAsync();
        (back.Title, back.Text, back.IsOwn, back.Version).ShouldBe((standard.Title, standard.Text, false, 2));
        (await clerk.Do(new GetDocumentProposal(campaign.Id, DocumentKind.Reminder, []))).Text.ShouldBe(await StandardOfAsync(campaign));
        (await clerk.Send(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 2, " ", text))).ShouldBeInvalid("Title", "Required");
        await clerk.Do(new SaveDocumentTemplate(campaign.Id, TemplateKind.Reminder, 2, "再催", text));
        (await ReminderAsync()).Title.ShouldBe("再催");
        await using var db = campaign.Rectify.Database.CreateDbContext();
        await campaign.Rectify.ShouldEqualItsFoldAsync<DocumentTemplate>(db.Set<DocumentTemplate>().Single().Id);
    }

    /// <summary>The standard reminder as a draft about no problem shows it: what the campaign knows is filled in.</summary>
    private static async Task<string> StandardOfAsync(RunningCampaign campaign) =>
        StandardTexts.Of(TemplateKind.Reminder).Text.Replace("{行动名称}", (await campaign.As(campaign.Clerk).Do(new GetBulletinProposal(campaign.Id))).CampaignTitle);

    private static async Task<Guid> NextButOneAsync(RunningCampaign campaign)
    {
        await campaign.AssignedAsync();
        return await campaign.AssignedAsync();
    }
}
