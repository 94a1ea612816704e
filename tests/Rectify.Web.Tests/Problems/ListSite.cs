using MediatR;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Web.Tests.Harness;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Web.Tests.Problems;

/// <summary>The running campaign on a real server, with short ways to bring the unit's list to a state.</summary>
internal sealed class ListSite : IAsyncDisposable
{
    private readonly WebCampaign _site;

    private ListSite(WebCampaign site) => _site = site;

    public TestWeb Web => _site.Web;

    public RunningCampaign Running => _site.Campaign;

    public Guid Id => Running.Id;

    public Unit Unit => Running.Unit;

    public Unit OtherUnit => Running.OtherUnit;

    public ProblemCategory Category => Running.Category;

    public Person Handler => Running.Handler;

    public Person Leader => Running.Leader;

    public Person OtherHandler => Running.OtherHandler;

    public Person Clerk => Running.Clerk;

    public Person Official => Running.Official;

    public static async Task<ListSite> StartAsync() => new(await WebCampaign.StartAsync());

    public Task<Browser> SignInAsync(Person person, string language = "en") => _site.OfAsync(person, language);

    /// <summary>Sends, past the pages, what has to succeed.</summary>
    public Task<T> DoAsync<T>(Person person, IRequest<Result<T>> request) => Running.As(person).Do(request);

    /// <summary>An entry on the unit's list, not yet sent.</summary>
    public async Task<Guid> DraftAsync(string description = "自助终端两台停用半年，未张贴替代办理指引", DateOnly? due = null)
    {
        var id = Ids.New();
        await DoAsync(Handler, new SaveProblemEntry(Id, id, 0, Running.Finding(description), RunningCampaign.Plan(due), []));
        return id;
    }

    /// <summary>The unit's leader signs and sends the list with so many entries.</summary>
    public Task SendListAsync(int entries) => DoAsync(Leader, new SubmitProblemList(Id, false, entries, ""));

    /// <summary>The office accepts the unit's latest list.</summary>
    public Task AcceptListAsync() => ReviewAsync(true, "");

    public Task ReturnListAsync(string reason) => ReviewAsync(false, reason);

    public Task<UnitListView> ListAsync() => DoAsync(Handler, new GetUnitList(Id, null, null));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task ReviewAsync(bool accept, string reason)
    {
        var list = (await DoAsync(Clerk, new GetUnitList(Id, Unit.Id, null))).List!;
        await DoAsync(Clerk, new ReviewProblemList(list.Id, list.Version, accept, reason));
    }
}
