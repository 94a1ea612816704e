using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Model;

/// <summary>One request that somebody sends, and whether a page had offered it to them.</summary>
internal sealed record Step(Actor By, object Request, bool Offered)
{
    public override string ToString() => $"{By.Name}{(Offered ? "" : " (unasked)")}: {Request}";
}

/// <summary>
/// People at work at random, the same for the same seed. Mostly they do what their pages offer, sometimes what nobody offered;
/// days pass, phases end, the policy changes. Half the seeds send many notices; every second of the others takes the long way round.
/// </summary>
internal sealed partial class RandomWork
{
    private static readonly HashSet<ProblemAction> Rare =
    [
        ProblemAction.Void, ProblemAction.Merge, ProblemAction.CarryOver, ProblemAction.Withdraw, ProblemAction.AskLongTerm, ProblemAction.ReturnCloseOut, ProblemAction.ReturnPlan,
        ProblemAction.Object, ProblemAction.DeclineToSign, ProblemAction.AskExtension, ProblemAction.StartPublicNotice, ProblemAction.ReviewLongTerm, ProblemAction.Revise, ProblemAction.RemoveEvidence,
    ];

    private static readonly HashSet<ProblemAction> LongWay =
        [ProblemAction.AskLongTerm, ProblemAction.ReviewLongTerm, ProblemAction.Resume, ProblemAction.StartPublicNotice, ProblemAction.ReceiveObjection, ProblemAction.SettleObjection, ProblemAction.Reopen];

    /// <summary>So few that each gets far.</summary>
    private const int MostProblems = 2;

    private readonly Random _random;
    private readonly MemoryWorld _world;
    private readonly bool _sendsManyNotices;
    private readonly bool _takesTheLongWay;

    public RandomWork(int seed, MemoryWorld world)
    {
        (_random, _world) = (new Random(seed), world);
        _sendsManyNotices = seed % 2 == 0;
        _takesTheLongWay = seed % 4 == 1;
    }

    /// <summary>The requests that open the campaign.</summary>
    public IEnumerable<Step> Opening()
    {
        var id = NewId();
        var day = _world.Today;
        var category = new ProblemCategory(NewId(), "服务优化不到位", [new Symptom(NewId(), "自助设备难用", false)]);
        yield return By(Cast.Clerk, new CreateCampaign(
            id, new CampaignDetails("专项整治", "某府办字〔2026〕8号", "某市人民政府办公室", "协调小组", "办公室", "", "", day),
            [.. Enum.GetValues<PhaseKind>().Select((kind, i) => new CampaignPhase(kind, day.AddDays(20 * i), day.AddDays((20 * i) + 20), ""))], null, false));
        yield return By(Cast.Clerk, new SetCategories(id, 1, [category]));
        yield return By(Cast.Clerk, new EnrolUnit(id, 2, new Participant(Cast.UnitA, "局长", "副局长", "承办甲")));
        yield return By(Cast.Clerk, new EnrolUnit(id, 3, new Participant(Cast.UnitB, "局长", "副局长", "承办乙")));
        yield return By(Cast.OfficeLeader, new SetPolicy(id, 4, Policy()));
        yield return By(Cast.OfficeLeader, new OpenCampaign(id, 5));
        yield return By(Cast.OfficeLeader, new EndPhase(id, 6, PhaseKind.Mobilisation, "部署完毕", "组长"));
    }

    /// <summary>What somebody does next; null when a few days pass instead.</summary>
    public Step? Next()
    {
        _world.Now = _world.Now.AddSeconds(1 + _random.Next(600));
        var dice = _random.Next(100);
        if (dice < (_sendsManyNotices ? 11 : 6))
        {
            _world.Now = _world.Now.AddDays(1 + _random.Next(_sendsManyNotices ? 8 : 5));
            return null;
        }

        return dice switch
        {
            < 12 when _world.Problems.Count < MostProblems => By(Someone(Permission.EnterProblems), new SaveProblemEntry(_world.Campaign.Id, NewId(), 0, Finding(), Plan(), Assisting())),
            < 20 when _world.Problems.Count < MostProblems => By(Someone(Permission.RegisterProblem), new RegisterProblem(_world.Campaign.Id, NewId(), Unit(), Finding(), Assisting())),
            < 22 => Submit(),
            < 25 when _world.Lists.Count > 0 => Review(),
            < 26 => By(Someone(Permission.DecideCampaign), new SetPolicy(_world.Campaign.Id, _world.Campaign.Version, Policy())),
            < 27 => By(Someone(Permission.DecideCampaign), new EndPhase(_world.Campaign.Id, _world.Campaign.Version, _world.Campaign.CurrentPhase ?? PhaseKind.Concentrated, Chance(70) ? "牵头领导同意" : "", "组长")),
            _ when _world.Problems.Count == 0 => By(Cast.Clerk, new RegisterProblem(_world.Campaign.Id, NewId(), Cast.UnitA, Finding(), [])),
            < 62 when _sendsManyNotices => OnNotice(),
            < 32 => OnNotice(),
            _ => OnProblem(),
        };
    }

    /// <summary>Somebody looks at a problem's page and does one of the things it offers; now and then something else.</summary>
    private Step OnProblem()
    {
        var problem = One(_world.Problems);
        if (Chance(12))
        {
            return By(One(Cast.All), RequestFor(One(Enum.GetValues<ProblemAction>()), problem), offered: false);
        }

        var list = _world.Lists.Find(list => list.Id == problem.ListId);
        List<(Actor Actor, ProblemAction Action)> offers = [.. Cast.All.Where(problem.IsVisibleTo).SelectMany(actor => ProblemActions.For(problem, list, _world.Campaign, actor).Select(action => (actor, action)))];
        var usual = offers.FindAll(offer => _takesTheLongWay && LongWay.Contains(offer.Action));
        usual = usual.Count > 0 && Chance(60) ? usual : offers.FindAll(offer => !Rare.Contains(offer.Action));
        var (by, chosen) = offers.Count == 0 ? (One(Cast.All), One(Enum.GetValues<ProblemAction>())) : One(usual.Count > 0 && Chance(88) ? usual : offers);
        return By(by, RequestFor(chosen, problem), offered: offers.Count > 0);
    }

    private Step OnNotice()
    {
        List<(Actor Actor, NoticeMove Move, Notice Notice)> offers =
            [.. from notice in _world.Notices from actor in Cast.All where notice.IsVisibleTo(actor) from move in NoticeMoves.OpenTo(notice, actor, _world.Today) where Known(move) select (actor, move, notice)];
        if (offers.Count == 0 || Chance(15))
        {
            return By(Someone(Permission.DraftNotice), new DraftNotice(NewId(), One(_world.Problems).Id, new NoticeForm("办事大厅", "自助终端停用半年", "专项整治行动方案", null)));
        }

        var forward = offers.FindAll(offer => offer.Move is NoticeMove.Sign or NoticeMove.Issue);
        var (by, chosen, on) = One(forward.Count > 0 && Chance(70) ? forward : offers);
        return By(by, RequestFor(chosen, on), offered: chosen is not (NoticeMove.Sign or NoticeMove.Issue));
    }

    private static bool Known(NoticeMove move) => move is not (NoticeMove.Object or NoticeMove.DecideObjection or NoticeMove.Suspend or NoticeMove.Resume or NoticeMove.Revise);

    private Step Submit()
    {
        var leader = Someone(Permission.SubmitProblemList);
        var entries = _world.ListOf(leader.UnitId) is { TakesEntries: true } list ? _world.Problems.Count(problem => problem.ListId == list.Id && (problem.State is ProblemState.Draft or ProblemState.Registered)) : 0;
        return By(leader, new SubmitProblemList(_world.Campaign.Id, Chance(80) ? entries == 0 : entries != 0, Chance(95) ? entries : entries + 1, "已自查"));
    }

    private Step Review()
    {
        var list = One(_world.Lists);
        return By(Someone(Permission.ReviewProblemList), new ReviewProblemList(list.Id, list.Version, Chance(65), "漏报窗口"));
    }

    private static Step By(Actor actor, object request, bool offered = false) => new(actor, request, offered);

    private CampaignPolicy Policy() => new()
    {
        ShortChain = Chance(35),
        PublicNoticeRequired = Chance(_takesTheLongWay ? 60 : 25),
        PublicNoticeDays = 1 + _random.Next(3),
        SiteCheckPercent = _random.Next(101),
        ExtensionLimit = _random.Next(3),
        ImmediateSkipsPlan = Chance(80),
        NoticeLimit = 1 + _random.Next(3),
        ReplyWorkingDays = 1 + _random.Next(3),
        CorrectionWorkingDays = 1 + _random.Next(4),
        OnlyUnansweredNoticesCount = Chance(25),
    };

    private Actor Someone(Permission permission) => One([.. Cast.All.Where(actor => actor.May(permission))]);

    private Guid Unit() => Chance(70) ? Cast.UnitA : Cast.UnitB;

    private IReadOnlyList<Guid> Assisting() => Chance(25) ? [Cast.UnitB] : [];

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T One<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
