using MediatR;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Harness;

/// <summary>Moves on a problem in one line each, always at the version it has now.</summary>
public static class Moves
{
    public static async Task<Result<T>> Try<T>(this RunningCampaign campaign, Person person, Guid id, Func<int, IRequest<Result<T>>> move) =>
        await campaign.As(person).Send(move(await campaign.VersionAsync(id)));

    public static async Task Move<T>(this RunningCampaign campaign, Person person, Guid id, Func<int, IRequest<Result<T>>> move) =>
        await campaign.As(person).Do(move(await campaign.VersionAsync(id)));

    /// <summary>Who and when, for a call of a domain method itself.</summary>
    public static Stamp StampOf(this RunningCampaign campaign, Person person) => campaign.Rectify.Clock.Stamp(new Actor(person.Id, person.Name, person.Roles, person.UnitId, ""));

    /// <summary>A unit's entry, not yet submitted.</summary>
    public static async Task<Guid> DraftAsync(this RunningCampaign campaign, Person? handler = null, params Guid[] assisting)
    {
        var id = Ids.New();
        await campaign.As(handler ?? campaign.Handler).Do(new SaveProblemEntry(campaign.Id, id, 0, campaign.Finding($"窗口冷热不均 {id:N}"), RunningCampaign.Plan(), assisting));
        return id;
    }

    /// <summary>Signs and sends the list of a unit as it stands.</summary>
    public static async Task SubmitAsync(this RunningCampaign campaign, Person? leader = null)
    {
        var list = await campaign.As(leader ?? campaign.Leader).Do(new GetUnitList(campaign.Id, null, null));
        await campaign.As(leader ?? campaign.Leader).Do(new SubmitProblemList(campaign.Id, list.Entries.Count == 0, list.Entries.Count, "已逐窗口自查"));
    }

    /// <summary>The latest list of a unit, as the tables hold it.</summary>
    public static async Task<ProblemList> ListAsync(this RunningCampaign campaign, Person? of = null)
    {
        var view = await campaign.As(of ?? campaign.Handler).Do(new GetUnitList(campaign.Id, null, null));
        return view.List!;
    }

    public static async Task AcceptAsync(this RunningCampaign campaign, Person? of = null)
    {
        var list = await campaign.ListAsync(of);
        await campaign.As(campaign.Clerk).Do(new ReviewProblemList(list.Id, list.Version, true, ""));
    }

    public static async Task ReturnAsync(this RunningCampaign campaign, Person? of = null)
    {
        var list = await campaign.ListAsync(of);
        await campaign.As(campaign.Clerk).Do(new ReviewProblemList(list.Id, list.Version, false, "漏报两个窗口"));
    }

    public static async Task TickAllAsync(this RunningCampaign campaign, Guid id)
    {
        for (var index = 0; index < 2; index++)
        {
            await campaign.Move(campaign.Handler, id, version => new TickMeasure(id, version, index, campaign.Today, ""));
        }
    }

    /// <summary>Publishes a re-checked problem.</summary>
    public static Task PublishAsync(this RunningCampaign campaign, Guid id) =>
        campaign.Move(campaign.OfficeLeader, id, version => new StartPublicNotice(id, version, "自助终端停用问题已整改，现予公示"));
}
