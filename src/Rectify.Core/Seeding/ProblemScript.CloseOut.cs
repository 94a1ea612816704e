using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>Close-out, look-back and the side moves.</summary>
internal sealed partial class ProblemScript
{
    public void CloseOutPrepared(DateOnly day, string result, string rulesMade = "", string callBack = "") =>
        Then(day, Handler, version => new PrepareCloseOut(Id, version, result, rulesMade, callBack));

    public void FirstReviewed(DateOnly day, string opinion) => Then(day, ReviewingClerk, version => new PassFirstReview(Id, version, opinion));

    /// <param name="seen">What the checker saw on the spot; told only where the rules ask for it, unless <paramref name="always"/>.</param>
    public void Rechecked(DateOnly day, string opinion, SeenOnSite seen, bool always) => Then(day, Checker, async (world, version) =>
    {
        var needed = always || (await world.FindAsync<Problem>(Id)).NeedsSiteCheck(plot.Policy);
        return new PassRecheck(Id, version, opinion, needed ? new SiteCheck(day, about.Place, seen.Present, seen.Findings) : null);
    });

    public void CloseOutReturned(DateOnly day, bool byChecker, string requirement) =>
        Then(day, byChecker ? Checker : ReviewingClerk, version => new ReturnCloseOut(Id, version, requirement));

    public void Published(DateOnly day, string text) => Then(day, OfficeLeader, version => new StartPublicNotice(Id, version, text));

    /// <summary>The public objects; the id is needed to settle it.</summary>
    public Guid PublicObjected(DateOnly day, string text)
    {
        var id = plot.Ids.New(_last);
        Then(day, ReviewingClerk, version => new ReceivePublicObjection(Id, version, id, text));
        return id;
    }

    public void PublicObjectionSettled(DateOnly day, Guid objection, string settlement) =>
        Then(day, ReviewingClerk, version => new SettlePublicObjection(Id, version, objection, settlement));

    public void Closed(DateOnly day, string opinion) => Then(day, OfficeLeader, version => new CloseProblem(Id, version, opinion));

    public void LookedBack(DateOnly day, bool recurred, string findings)
    {
        var id = plot.Ids.New(_last);
        Then(day, plot.Cast.Checker(number + 1), version => new RecordLookBack(Id, version, id, recurred, findings));
    }

    public void Reopened(DateOnly day, DateOnly due, string reason)
    {
        Due = due;
        Then(day, OfficeLeader, version => new ReopenProblem(Id, version, due, reason));
    }

    /// <param name="reason">Told from the other problem's number, which it gets on the way.</param>
    public void MergedInto(DateOnly day, ProblemScript target, Func<int, string> reason) => Then(day, OfficeLeader, async (world, version) =>
    {
        var other = (await world.FindAsync<Problem>(target.Id)).Number!.Value;
        return new MergeProblem(Id, version, other, reason(other));
    });

    public void Voided(DateOnly day, string reason) => Then(day, OfficeLeader, version => new VoidProblem(Id, version, reason));

    public void CarriedOver(DateOnly day, string reason) => Then(day, OfficeLeader, version => new CarryProblemOver(Id, version, reason));
}
