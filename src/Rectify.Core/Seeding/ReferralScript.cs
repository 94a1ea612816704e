using System.Globalization;
using Rectify.Core.Escalations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Seeding;

/// <summary>One referral's steps between the office and the discipline desk.</summary>
internal sealed class ReferralScript(Plot plot, ProblemScript problem)
{
    private DateTimeOffset _last;

    public Guid Id { get; private set; }

    private Guid Clerk => plot.Cast.Clerk(problem.Number);

    /// <param name="letter">Told from the problem's number, which it gets on the way, and the unit's name on that day.</param>
    public void Drafted(DateOnly day, Func<string, string, string> letter)
    {
        Begin(day);
        plot.Timetable.Add(_last, async world =>
        {
            var stored = await world.FindAsync<Problem>(problem.Id);
            var (number, unit) = (stored.Number!.Value.ToString(CultureInfo.InvariantCulture), (await world.FindAsync<Unit>(stored.UnitId)).Name);
            await world.DoAsync(Clerk, new DraftReferral(Id, problem.Id, $"关于移送{unit}第{number}号问题有关材料的函", letter(number, unit)));
        });
    }

    /// <summary>Let go without a letter.</summary>
    public void CandidateDismissed(DateOnly day, string reasons)
    {
        Begin(day);
        plot.Timetable.Add(_last, world => world.DoAsync(plot.Cast.OfficeLeader, new DismissCandidate(Id, problem.Id, reasons)));
    }

    public void Approved(DateOnly day, string opinion) => Then(day, plot.Cast.OfficeLeader, version => new ApproveReferral(Id, version, opinion));

    public void Transferred(DateOnly day) => Then(day, plot.Cast.OfficeLeader, version => new TransferReferral(Id, version));

    public void Acknowledged(DateOnly day, string receipt) => Then(day, plot.Cast.Discipline, version => new AcknowledgeReferral(Id, version, receipt));

    public void ReturnedByDiscipline(DateOnly day, string reasons) => Then(day, plot.Cast.Discipline, version => new ReturnReferral(Id, version, reasons));

    public void OutcomeRecorded(DateOnly day, string outcome) => Then(day, plot.Cast.Discipline, version => new RecordReferralOutcome(Id, version, outcome));

    public void Archived(DateOnly day) => Then(day, Clerk, version => new ArchiveReferral(Id, version));

    public void Dismissed(DateOnly day, string reasons) => Then(day, plot.Cast.OfficeLeader, version => new DismissReferral(Id, version, reasons));

    private void Begin(DateOnly day)
    {
        _last = plot.Hours.On(day, _last);
        Id = plot.Ids.New(_last);
    }

    private void Then(DateOnly day, Guid by, Func<int, ICommand<Done>> command)
    {
        _last = plot.Hours.On(day, _last);
        plot.Timetable.Add(_last, async world => await world.DoAsync(by, command(await world.VersionAsync<Referral>(Id))));
    }
}
