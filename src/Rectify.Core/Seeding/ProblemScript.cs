using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>
/// One problem's steps, written down one after the other with the day and the person. Each step's moment comes after the one before.
/// This part enters, assigns and works; ProblemScript.CloseOut reviews and closes.
/// </summary>
internal sealed partial class ProblemScript(Plot plot, Case about, int number)
{
    private DateTimeOffset _last;
    private Guid? _before;

    public Guid Id { get; private set; }

    public Case About => about;

    /// <summary>The key of the unit that has to solve it now.</summary>
    public string Unit { get; private set; } = about.Unit;

    public DateOnly Due { get; private set; }

    public ProblemKind Kind { get; private set; } = about.Kind;

    /// <summary>Tells even from odd: which of two clerks and checkers takes it.</summary>
    public int Number => number;

    private Guid Handler => plot.Cast.Handler(Unit);

    private Guid UnitLeader => plot.Cast.Leader(Unit);

    private Guid Clerk => plot.Cast.Clerk(number);

    /// <summary>Somebody else than the clerk who registered and assigned it.</summary>
    private Guid ReviewingClerk => plot.Cast.Clerk(number + 1);

    private Guid Checker => plot.Cast.Checker(number);

    private Guid OfficeLeader => plot.Cast.OfficeLeader;

    /// <summary>Written on the unit's list at this moment.</summary>
    public void Entered(DateTimeOffset at, DateOnly? proposedDue)
    {
        (_last, Id) = (at, plot.Ids.New(at));
        var (by, command) = (Handler, new SaveProblemEntry(plot.CampaignId, Id, 0, Finding, Plan(proposedDue), Assisting));
        plot.Timetable.Add(at, world => world.DoAsync(by, command));
    }

    /// <summary>Nothing more happens to it before this moment, such as the acceptance of its list.</summary>
    public void NotBefore(DateTimeOffset at) => _last = at > _last ? at : _last;

    public void Registered(DateOnly day)
    {
        _last = plot.Hours.On(day, _last);
        Id = plot.Ids.New(_last);
        var by = about.Source is ProblemSource.Inspection or ProblemSource.UnannouncedVisit or ProblemSource.VideoPatrol ? Checker : Clerk;
        var command = new RegisterProblem(plot.CampaignId, Id, plot.Cast.Unit(Unit), Finding, Assisting);
        plot.Timetable.Add(_last, world => world.DoAsync(by, command));
    }

    /// <param name="workingDays">The days given; null for the policy's.</param>
    /// <param name="due">The due date that comes to.</param>
    public void Assigned(DateOnly day, ProblemKind kind, int? workingDays, DateOnly due, string instruction)
    {
        (Kind, Due) = (kind, due);
        var (unit, assisting) = (plot.Cast.Unit(Unit), Assisting);
        Then(day, Clerk, version => new AssignProblem(Id, version, unit, kind, null, workingDays, assisting, instruction));
    }

    public void ObjectedToAssignment(DateOnly day, string reasons) => Then(day, Handler, version => new ObjectToAssignment(Id, version, reasons));

    public void ObjectionDecided(DateOnly day, bool upheld, string reasons) => Then(day, OfficeLeader, version => new DecideAssignmentObjection(Id, version, upheld, reasons));

    /// <summary>From here on another unit has to solve it.</summary>
    public void GoesTo(string unit) => Unit = unit;

    public void PlanPrepared(DateOnly day)
    {
        var plan = Plan(Due >= day ? Due : null);
        Then(day, Handler, version => new PreparePlan(Id, version, plan));
    }

    /// <summary>The unit's leader signs what waits.</summary>
    public void Signed(DateOnly day) => Then(day, UnitLeader, version => new SignForUnit(Id, version));

    public void PlanApproved(DateOnly day, string opinion) => Then(day, Clerk, version => new ApprovePlan(Id, version, opinion));

    public void PlanReturned(DateOnly day, string requirement) => Then(day, Clerk, version => new ReturnPlan(Id, version, requirement));

    public void StartedWithoutPlan(DateOnly day) => Then(day, Handler, version => new StartWithoutPlan(Id, version));

    public void Ticked(DateOnly day, int index, string note) => Then(day, Handler, version => new TickMeasure(Id, version, index, day, note));

    public void ExtensionAsked(DateOnly day, DateOnly newDue, string reason, string progress) => Then(day, Handler, version => new AskExtension(Id, version, newDue, reason, progress));

    public void ExtensionDecided(DateOnly day, bool granted, DateOnly newDue, string reasons)
    {
        Due = granted ? newDue : Due;
        Then(day, OfficeLeader, version => new DecideExtension(Id, version, granted, reasons));
    }

    public void LongTermAsked(DateOnly day, DateOnly nextReview, LongTermPhrase words) => Then(day, Handler, version => new AskLongTerm(Id, version, words.StageGoal, nextReview, words.Reason));

    public void LongTermDecided(DateOnly day, bool granted, string reasons) => Then(day, OfficeLeader, version => new DecideLongTerm(Id, version, granted, reasons));

    public void LongTermReviewed(DateOnly day, DateOnly nextReview, string finding) => Then(day, Checker, version => new ReviewLongTerm(Id, version, finding, nextReview));

    /// <summary>Adds a picture; an after picture answers the before picture, when there is one.</summary>
    /// <param name="picture">What is drawn; the same drawing gives the same bytes.</param>
    public void Shown(DateOnly day, EvidencePurpose purpose, string caption, Drawing picture)
    {
        _last = plot.Hours.On(day, _last);
        var id = plot.Ids.New(_last);
        var pair = purpose == EvidencePurpose.After ? _before : null;
        _before = purpose == EvidencePurpose.Before ? id : _before;
        var by = purpose == EvidencePurpose.SiteCheck ? Checker : Handler;
        var name = $"{caption}.png";
        plot.Timetable.Add(_last, async world =>
        {
            using var content = new MemoryStream(SamplePicture.Draw(picture));
            var (file, _) = await world.Evidence.ReceiveAsync(content, name);
            await world.DoAsync(by, new AddEvidence(Id, await world.VersionAsync<Problem>(Id), id, file!, purpose, caption, pair));
        });
    }

    private Finding Finding
    {
        get
        {
            var (category, symptom) = plot.Symptom(about.Symptom);
            return new Finding(
                category, symptom, about.Source, about.Severity, about.Kind, about.Styles, about.Place, about.Description, about.Matter, about.FoundOn, "");
        }
    }

    private RectificationPlan Plan(DateOnly? due) => new(
        about.Goal, [.. about.Measures.Select(measure => new Measure(measure))], due, plot.Cast.LeaderName(Unit), plot.Cast.HandlerName(Unit));

    private IReadOnlyList<Guid> Assisting => [.. about.Assisting.Where(unit => unit != Unit).Select(plot.Cast.Unit)];

    private void Then(DateOnly day, Guid by, Func<int, ICommand<Done>> command) => Then(day, by, (_, version) => Task.FromResult(command(version)));

    /// <param name="command">Makes the command from the problem's version at that moment.</param>
    private void Then(DateOnly day, Guid by, Func<SeedWorld, int, Task<ICommand<Done>>> command)
    {
        _last = plot.Hours.On(day, _last);
        plot.Timetable.Add(_last, async world => await world.DoAsync(by, await command(world, await world.VersionAsync<Problem>(Id))));
    }
}
