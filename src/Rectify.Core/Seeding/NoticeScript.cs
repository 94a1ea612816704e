using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>One notice's steps. It has a thread of its own beside the problem's, for the office and the unit go on with both.</summary>
internal sealed class NoticeScript(Plot plot, ProblemScript problem)
{
    private DateTimeOffset _last;

    public Guid Id { get; private set; }

    private string Unit => problem.Unit;

    private Guid Clerk => plot.Cast.Clerk(problem.Number);

    /// <param name="correction">The day demanded; null leaves it to the policy.</param>
    /// <param name="earlier">The notice before on the same problem, which has come to its last step.</param>
    public void Drafted(DateOnly day, string found, string basis, DateOnly? correction, NoticeScript? earlier = null)
    {
        _last = plot.Hours.On(day, earlier?._last ?? default);
        Id = plot.Ids.New(_last);
        var unit = plot.Cast.Unit(Unit);
        plot.Timetable.Add(_last, async world =>
        {
            var party = await world.FindAsync<Organisations.Unit>(unit);
            await world.DoAsync(Clerk, new DraftNotice(Id, problem.Id, new NoticeForm(party.Name, found, basis, correction)));
        });
    }

    public void Discarded(DateOnly day, string reasons) => Then(day, Clerk, version => new DiscardNotice(Id, version, reasons));

    public void SignedByLeader(DateOnly day) => Then(day, plot.Cast.OfficeLeader, version => new SignNotice(Id, version));

    public void Issued(DateOnly day) => Then(day, plot.Cast.OfficeLeader, version => new IssueNotice(Id, version, $"直接送达，{plot.Cast.HandlerName(Unit)}接收"));

    /// <summary>Drafted, signed and delivered on one day.</summary>
    public void SentOut(DateOnly day, string found, string basis, DateOnly? correction, NoticeScript? earlier = null)
    {
        Drafted(day, found, basis, correction, earlier);
        SignedByLeader(day);
        Issued(day);
    }

    public void Received(DateOnly day) => Then(day, plot.Cast.Handler(Unit), version => new ReceiveNotice(Id, version));

    public void ReplyPrepared(DateOnly day, string text, string undertaking, bool claims) =>
        Then(day, plot.Cast.Handler(Unit), version => new PrepareNoticeReply(Id, version, text, undertaking, plot.Cast.HandlerName(Unit), claims, null));

    public void Replied(DateOnly day, string text, string undertaking, bool claims)
    {
        ReplyPrepared(day, text, undertaking, claims);
        Then(day, plot.Cast.Leader(Unit), version => new SignNoticeReply(Id, version));
    }

    public void ReplyAccepted(DateOnly day, string opinion) => Then(day, Clerk, version => new AcceptNoticeReply(Id, version, opinion));

    public void ReplyReturned(DateOnly day, string reasons) => Then(day, Clerk, version => new ReturnNoticeReply(Id, version, reasons));

    public void Checked(DateOnly day, bool corrected, string findings) => Then(day, plot.Cast.Checker(problem.Number), version => new CheckNotice(Id, version, corrected, findings));

    public void Filed(DateOnly day) => Then(day, Clerk, version => new FileNotice(Id, version));

    public void Revoked(DateOnly day, string reasons) => Then(day, plot.Cast.OfficeLeader, version => new RevokeNotice(Id, version, reasons));

    public void Objected(DateOnly day, string text) => Then(day, plot.Cast.Handler(Unit), version => new ObjectToNotice(Id, version, text));

    public void Suspended(DateOnly day, string reasons) => Then(day, plot.Cast.OfficeLeader, version => new SuspendNotice(Id, version, reasons));

    public void ObjectionDecided(DateOnly day, bool upheld, string reasons) => Then(day, plot.Cast.OfficeLeader, version => new DecideNoticeObjection(Id, version, upheld, reasons));

    private void Then(DateOnly day, Guid by, Func<int, ICommand<Done>> command)
    {
        _last = plot.Hours.On(day, _last);
        plot.Timetable.Add(_last, async world => await world.DoAsync(by, command(await world.VersionAsync<Notice>(Id))));
    }
}
