using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class NearDuplicateTests
{
    [Theory]
    [InlineData("自助终端两台停用半年，未张贴替代办理指引", "自助终端两台停用半年；未张贴替代办理指引。")]
    [InlineData("自助终端两台停用半年，未张贴替代办理指引", "自助终端三台停用半年，未张贴替代办理的指引")]
    [InlineData("3号窗口 午间无人值守", "３号窗口午间无人值守")]
    [InlineData("Queue Machine broken", "queue machine BROKEN!")]
    public void Sentences_that_say_the_same_are_near_duplicates(string left, string right)
    {
        Likeness.Of(left, right).ShouldBeGreaterThanOrEqualTo(Likeness.NearDuplicate);
        Likeness.Of(right, left).ShouldBe(Likeness.Of(left, right));
    }

    [Theory]
    [InlineData("自助终端两台停用半年，未张贴替代办理指引", "窗口人员上班期间玩手机")]
    [InlineData("自助终端两台停用半年，未张贴替代办理指引", "排队叫号机停用半年，群众意见大")]
    [InlineData("", "窗口人员上班期间玩手机")]
    [InlineData("", "")]
    [InlineData("。，！", "。，！")]
    public void Sentences_about_something_else_are_not(string left, string right) =>
        Likeness.Of(left, right).ShouldBeLessThan(Likeness.NearDuplicate);

    [Fact]
    public void Likeness_goes_from_nothing_to_the_same()
    {
        Likeness.Of("窗口空岗", "窗口空岗").ShouldBe(1);
        Likeness.Of("窗口空岗", "材料繁杂").ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_is_warned_of_its_own_entries_only_and_never_of_the_entry_itself_or_a_void_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        const string description = "自助终端两台停用半年，未张贴替代办理指引";
        var (registered, voided) = (await campaign.RegisteredAsync(description: description), await campaign.RegisteredAsync(description: description));
        await campaign.Move(campaign.OfficeLeader, voided, version => new VoidProblem(voided, version, "重复"));
        await campaign.RegisteredAsync(description: "窗口人员上班期间玩手机");
        var draft = Ids.New();
        await campaign.As(campaign.Handler).Do(new SaveProblemEntry(campaign.Id, draft, 0, campaign.Finding(description + "。"), RunningCampaign.Plan(), []));

        (await Ask(campaign.Handler, campaign.Unit.Id, Ids.New())).ShouldBe([draft, registered]);
        (await Ask(campaign.Handler, campaign.Unit.Id, draft)).ShouldBe([registered]);
        (await Ask(campaign.OtherHandler, campaign.Unit.Id, Ids.New())).ShouldBeEmpty();
        (await Ask(campaign.Clerk, campaign.Unit.Id, Ids.New())).ShouldBe([registered], "the office sees no draft");

        async Task<IEnumerable<Guid>> Ask(Person person, Guid unit, Guid except) =>
            (await campaign.As(person).Do(new FindNearDuplicates(campaign.Id, unit, description, except))).Select(other => other.ProblemId);
    }
}
