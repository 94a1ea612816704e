using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Harness;

/// <summary>A campaign in its rectify phase with two units and everyone needed, and short ways to bring a problem to a state.</summary>
public sealed class RunningCampaign : IAsyncDisposable
{
    private RunningCampaign(TestRectify rectify) => Rectify = rectify;

    public TestRectify Rectify { get; }

    public SettableTime Time => Rectify.Time;

    public Guid Id { get; } = Ids.New();

    public Unit Office { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public Unit OtherUnit { get; private set; } = null!;

    public Person Handler { get; private set; } = null!;

    public Person Leader { get; private set; } = null!;

    public Person OtherHandler { get; private set; } = null!;

    public Person OtherLeader { get; private set; } = null!;

    public Person Clerk { get; private set; } = null!;

    public Person SecondClerk { get; private set; } = null!;

    public Person Checker { get; private set; } = null!;

    public Person OfficeLeader { get; private set; } = null!;

    public Person DisciplineOfficer { get; private set; } = null!;

    public Person Official { get; private set; } = null!;

    public Person Administrator { get; private set; } = null!;

    public ProblemCategory Category { get; } = new(Ids.New(), "服务优化不到位", [new Symptom(Ids.New(), "自助设备难用", false)]);

    /// <summary>The units that assist with every problem registered from now on.</summary>
    public IReadOnlyList<Guid> Assisting { get; set; } = [];

    public static async Task<RunningCampaign> StartAsync(CampaignPolicy? policy = null, PhaseKind phase = PhaseKind.Concentrated)
    {
        return await OnAsync(await TestRectify.StartAsync(), policy, phase);
    }

    /// <summary>Runs the campaign on a server that a test has started.</summary>
    public static async Task<RunningCampaign> OnAsync(TestRectify rectify, CampaignPolicy? policy = null, PhaseKind phase = PhaseKind.Concentrated)
    {
        var running = new RunningCampaign(rectify);
        await running.PeopleAsync();
        await running.OpenAsync(policy ?? new CampaignPolicy(), phase);
        return running;
    }

    public Sender As(Person person) => Rectify.As(person);

    public DateOnly Today => Rectify.Clock.Today;

    public Finding Finding(string description = "自助终端两台停用半年，未张贴替代办理指引", Severity severity = Severity.Ordinary, ProblemKind kind = ProblemKind.TimeLimited) => new(
        Category.Id, Category.Symptoms[0].Id, ProblemSource.SelfInspection, severity, kind, WorkStyles.Slow, "3号窗口", description, "", Today, "");

    public static RectificationPlan Plan(DateOnly? due = null) => new("终端恢复使用", [new Measure("联系维保单位修复"), new Measure("每日开机检查并登记")], due, "副局长", "业务科科长");

    public async Task<Problem> ProblemAsync(Guid id) => await Rectify.FindAsync<Problem>(id);

    public async Task<int> VersionAsync(Guid id) => (await ProblemAsync(id)).Version;

    /// <summary>Registered by the office, not yet assigned.</summary>
    public async Task<Guid> RegisteredAsync(Severity severity = Severity.Ordinary, ProblemKind kind = ProblemKind.TimeLimited, string? description = null)
    {
        var id = Ids.New();
        await As(Clerk).Do(new RegisterProblem(Id, id, Unit.Id, Finding(description ?? $"排队机故障无人修复 {id:N}", severity, kind), Assisting));
        return id;
    }

    public async Task<Guid> AssignedAsync(int dueInDays = 30, Severity severity = Severity.Ordinary, ProblemKind kind = ProblemKind.TimeLimited)
    {
        var id = await RegisteredAsync(severity, kind);
        await As(Clerk).Do(new AssignProblem(id, await VersionAsync(id), Unit.Id, kind, Today.AddDays(dueInDays), null, Assisting, ""));
        return id;
    }

    public async Task<Guid> RectifyingAsync(int dueInDays = 30, Severity severity = Severity.Ordinary)
    {
        var id = await AssignedAsync(dueInDays, severity);
        await As(Handler).Do(new PreparePlan(id, await VersionAsync(id), Plan()));
        await As(Leader).Do(new SignForUnit(id, await VersionAsync(id)));
        await As(Clerk).Do(new ApprovePlan(id, await VersionAsync(id), ""));
        return id;
    }

    public async Task<Guid> AppliedAsync(int dueInDays = 30, Severity severity = Severity.Ordinary)
    {
        var id = await RectifyingAsync(dueInDays, severity);
        await ApplyAsync(id);
        return id;
    }

    /// <summary>Ticks every measure, adds evidence and sends the signed close-out application.</summary>
    public async Task ApplyAsync(Guid id)
    {
        var problem = await ProblemAsync(id);
        for (var index = 0; index < problem.Measures.Count; index++)
        {
            await As(Handler).Do(new TickMeasure(id, await VersionAsync(id), index, Today, ""));
        }

        await AddEvidenceAsync(id);
        await As(Handler).Do(new PrepareCloseOut(id, await VersionAsync(id), "终端已修复并恢复使用"));
        await As(Leader).Do(new SignForUnit(id, await VersionAsync(id)));
    }

    public async Task AddEvidenceAsync(Guid id, string? sha256 = null) => await As(Handler).Do(new AddEvidence(
        id, await VersionAsync(id), Ids.New(), new StoredFile(sha256 ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Ids.New().ToByteArray())), "整改后.jpg", "image/jpeg", 1000), EvidencePurpose.After, "", null));

    public async Task<Guid> RecheckedAsync(int dueInDays = 30)
    {
        var id = await AppliedAsync(dueInDays);
        await ReviewAsync(id);
        return id;
    }

    public async Task ReviewAsync(Guid id)
    {
        await As(Clerk).Do(new PassFirstReview(id, await VersionAsync(id), "材料齐全"));
        await As(Checker).Do(new PassRecheck(id, await VersionAsync(id), "现场属实", new SiteCheck(Today, "办事大厅", "值班长", "两台终端运行正常")));
    }

    public async Task<Guid> ClosedAsync(int dueInDays = 30)
    {
        var id = await RecheckedAsync(dueInDays);
        await As(OfficeLeader).Do(new CloseProblem(id, await VersionAsync(id), "同意销号"));
        return id;
    }

    /// <summary>Ends the phase that runs, waiving whatever is missing.</summary>
    public async Task EndPhaseAsync(PhaseKind phase)
    {
        var version = (await Rectify.FindAsync<Campaign>(Id)).Version;
        await As(OfficeLeader).Do(new EndPhase(Id, version, phase, "测试", "办公室主任"));
    }

    private async Task PeopleAsync()
    {
        Office = await Rectify.AddUnitAsync("专项整治行动办公室", UnitKind.CampaignOffice);
        Unit = await Rectify.AddUnitAsync("市某某局");
        OtherUnit = await Rectify.AddUnitAsync("市另一局");
        var discipline = await Rectify.AddUnitAsync("市纪委监委", UnitKind.DisciplineBody);
        Handler = await Rectify.AddPersonAsync("承办甲", Role.UnitHandler, Unit);
        Leader = await Rectify.AddPersonAsync("领导甲", Role.UnitLeader, Unit);
        OtherHandler = await Rectify.AddPersonAsync("承办乙", Role.UnitHandler, OtherUnit);
        OtherLeader = await Rectify.AddPersonAsync("领导乙", Role.UnitLeader, OtherUnit);
        Clerk = await Rectify.AddPersonAsync("经办一", Role.OfficeClerk, Office);
        SecondClerk = await Rectify.AddPersonAsync("经办二", Role.OfficeClerk, Office);
        Checker = await Rectify.AddPersonAsync("核查一", Role.Checker, Office);
        OfficeLeader = await Rectify.AddPersonAsync("办公室主任", Role.OfficeLeader, Office);
        DisciplineOfficer = await Rectify.AddPersonAsync("纪检一", Role.DisciplineOfficer, discipline);
        Official = await Rectify.AddPersonAsync("分管领导", Role.Official, Office);
        Administrator = await Rectify.AddPersonAsync("管理员", Role.Administrator, Office);
    }

    private async Task OpenAsync(CampaignPolicy policy, PhaseKind phase)
    {
        var details = new CampaignDetails("政务服务环境专项整治行动", "某府办字〔2026〕8号", "某市人民政府办公室", "协调小组", "协调小组办公室", "四级窗口单位", "", Today);
        CampaignPhase Plan(PhaseKind kind, int from, int to) => new(kind, Today.AddDays(from), Today.AddDays(to), "");
        await As(Clerk).Do(new CreateCampaign(
            Id, details,
            [Plan(PhaseKind.Mobilisation, -20, -15), Plan(PhaseKind.SelfInspection, -15, -5), Plan(PhaseKind.Concentrated, -5, 60), Plan(PhaseKind.InstitutionBuilding, 60, 90)],
            null, false));
        await As(Clerk).Do(new SetCategories(Id, 1, [Category]));
        await As(Clerk).Do(new EnrolUnit(Id, 2, new Participant(Unit.Id, "局长", "副局长", "承办甲")));
        await As(Clerk).Do(new EnrolUnit(Id, 3, new Participant(OtherUnit.Id, "局长", "副局长", "承办乙")));
        await As(OfficeLeader).Do(new SetPolicy(Id, 4, policy));
        await As(OfficeLeader).Do(new OpenCampaign(Id, 5));
        for (var running = PhaseKind.Mobilisation; running < phase; running++)
        {
            await EndPhaseAsync(running);
        }
    }

    public ValueTask DisposeAsync() => Rectify.DisposeAsync();
}
