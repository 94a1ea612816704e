using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>What somebody can do to a problem on its page; one form each.</summary>
public enum ProblemAction
{
    Revise = 1,
    Withdraw = 2,
    Assign = 3,
    Object = 4,
    DecideObjection = 5,
    PreparePlan = 6,
    StartWithoutPlan = 7,
    Sign = 8,
    DeclineToSign = 9,
    ApprovePlan = 10,
    ReturnPlan = 11,
    TickMeasures = 12,
    AddEvidence = 13,
    AskExtension = 14,
    DecideExtension = 15,
    AskLongTerm = 16,
    DecideLongTerm = 17,
    ReviewLongTerm = 18,
    Resume = 19,
    PrepareCloseOut = 20,
    PassFirstReview = 21,
    PassRecheck = 22,
    ReturnCloseOut = 23,
    StartPublicNotice = 24,
    ReceiveObjection = 25,
    SettleObjection = 26,
    Close = 27,
    LookBack = 28,
    Reopen = 29,
    Merge = 30,
    Void = 31,
    CarryOver = 32,
    RemoveEvidence = 33,
}

/// <summary>Which forms a page offers this person now. Offering is not permitting: the command decides again on the database's state.</summary>
public static class ProblemActions
{
    /// <param name="list">The list that the problem came in with; null when the office registered it.</param>
    public static IReadOnlyList<ProblemAction> For(Problem problem, ProblemList? list, Campaign campaign, Actor actor)
    {
        var ofUnit = actor.UnitId == problem.UnitId;
        var outsider = !ofUnit && !problem.AssistingUnits.Any(unit => unit.UnitId == actor.UnitId);
        return [.. (ofUnit ? WithRemoval(OfUnit(problem, list, campaign)) : [])
            .Concat(outsider ? OfOffice(problem, list, campaign, actor) : [])
            .Where(action => actor.May(Needs(action)))
            .Where(action => Move(action) is not { } move || campaign.Allows(move))];
    }

    /// <summary>Who may add a file may take a wrong one off again.</summary>
    private static IEnumerable<ProblemAction> WithRemoval(IEnumerable<ProblemAction> actions) =>
        actions.SelectMany(action => action == ProblemAction.AddEvidence ? [action, ProblemAction.RemoveEvidence] : (ProblemAction[])[action]);

    private static IEnumerable<ProblemAction> OfUnit(Problem problem, ProblemList? list, Campaign campaign) => (problem.State, problem.Pending) switch
    {
        (ProblemState.Draft or ProblemState.Registered, _) when list is { TakesEntries: true } => [ProblemAction.Revise, ProblemAction.Withdraw, ProblemAction.AddEvidence],
        (ProblemState.Assigned, PendingDecision.None) => problem.Kind == ProblemKind.Immediate && campaign.Policy.ImmediateSkipsPlan
            ? [ProblemAction.StartWithoutPlan, ProblemAction.PreparePlan, ProblemAction.Object, ProblemAction.AskExtension, ProblemAction.AddEvidence]
            : [ProblemAction.PreparePlan, ProblemAction.Object, ProblemAction.AskExtension, ProblemAction.AddEvidence],
        (ProblemState.Assigned, PendingDecision.SignPlan) => [ProblemAction.Sign, ProblemAction.DeclineToSign, ProblemAction.PreparePlan],
        (ProblemState.Rectifying, PendingDecision.None) => [ProblemAction.TickMeasures, ProblemAction.AddEvidence, ProblemAction.PrepareCloseOut, ProblemAction.AskExtension, ProblemAction.AskLongTerm],
        (ProblemState.Rectifying, PendingDecision.SignCloseOut) => [ProblemAction.Sign, ProblemAction.DeclineToSign],
        (ProblemState.Assigned, PendingDecision.SignExtension) => [ProblemAction.Sign, ProblemAction.DeclineToSign, ProblemAction.AddEvidence],
        (ProblemState.Rectifying, PendingDecision.SignExtension or PendingDecision.SignLongTerm) =>
            [ProblemAction.Sign, ProblemAction.DeclineToSign, ProblemAction.TickMeasures, ProblemAction.AddEvidence],
        (ProblemState.Rectifying, _) or (ProblemState.LongTerm, _) => [ProblemAction.TickMeasures, ProblemAction.AddEvidence],
        _ => [],
    };

    private static IEnumerable<ProblemAction> OfOffice(Problem problem, ProblemList? list, Campaign campaign, Actor actor)
    {
        IEnumerable<ProblemAction> own = (problem.State, problem.Pending) switch
        {
            (_, PendingDecision.DecideObjection) => [ProblemAction.DecideObjection],
            (_, PendingDecision.DecideExtension) => [ProblemAction.DecideExtension],
            (_, PendingDecision.DecideLongTerm) => [ProblemAction.DecideLongTerm],
            (ProblemState.Registered, _) when list is null or { State: ProblemListState.Accepted } => [ProblemAction.Assign],
            (ProblemState.PlanSubmitted, _) => [ProblemAction.ApprovePlan, ProblemAction.ReturnPlan],
            (ProblemState.CloseOutApplied, _) => [campaign.Policy.ShortChain ? ProblemAction.PassRecheck : ProblemAction.PassFirstReview, ProblemAction.ReturnCloseOut, ProblemAction.AddEvidence],
            (ProblemState.FirstReviewed, _) => actor.Has(Role.Checker) ? [ProblemAction.PassRecheck, ProblemAction.ReturnCloseOut, ProblemAction.AddEvidence] : [ProblemAction.ReturnCloseOut],
            (ProblemState.Rechecked, _) => campaign.Policy.PublicNoticeRequired
                ? [ProblemAction.StartPublicNotice, ProblemAction.ReturnCloseOut]
                : [ProblemAction.Close, ProblemAction.StartPublicNotice, ProblemAction.ReturnCloseOut],
            (ProblemState.PublicNotice, _) => [ProblemAction.Close, ProblemAction.ReceiveObjection, ProblemAction.SettleObjection, ProblemAction.ReturnCloseOut],
            (ProblemState.Closed, _) => [ProblemAction.LookBack, ProblemAction.Reopen],
            (ProblemState.LongTerm, _) => [ProblemAction.ReviewLongTerm, ProblemAction.Resume],
            _ => [],
        };
        return problem.IsRunning
            ? own.Concat(problem.IsCarriedOver ? [ProblemAction.Merge, ProblemAction.Void] : [ProblemAction.Merge, ProblemAction.Void, ProblemAction.CarryOver])
            : own;
    }

    private static Permission Needs(ProblemAction action) => action switch
    {
        ProblemAction.Revise or ProblemAction.Withdraw => Permission.EnterProblems,
        ProblemAction.Assign => Permission.AssignProblem,
        ProblemAction.Sign or ProblemAction.DeclineToSign => Permission.SignForUnit,
        ProblemAction.ApprovePlan or ProblemAction.ReturnPlan or ProblemAction.PassFirstReview or ProblemAction.ReceiveObjection or ProblemAction.SettleObjection => Permission.FirstReview,
        ProblemAction.PassRecheck or ProblemAction.ReviewLongTerm => Permission.Recheck,
        ProblemAction.ReturnCloseOut => Permission.ReturnCloseOut,
        ProblemAction.Close or ProblemAction.StartPublicNotice => Permission.CloseProblem,
        ProblemAction.LookBack => Permission.LookBack,
        ProblemAction.DecideObjection or ProblemAction.DecideExtension or ProblemAction.DecideLongTerm or ProblemAction.Resume or ProblemAction.Reopen
            or ProblemAction.Merge or ProblemAction.Void or ProblemAction.CarryOver => Permission.DecideForOffice,
        ProblemAction.AddEvidence or ProblemAction.RemoveEvidence => Permission.HandleEvidence,
        _ => Permission.PrepareRectification,
    };

    private static PhaseMove? Move(ProblemAction action) => action switch
    {
        ProblemAction.Revise or ProblemAction.Withdraw => PhaseMove.EnterProblems,
        ProblemAction.Assign or ProblemAction.Object => PhaseMove.Assign,
        ProblemAction.PreparePlan or ProblemAction.StartWithoutPlan or ProblemAction.TickMeasures or ProblemAction.PrepareCloseOut or ProblemAction.AskLongTerm => PhaseMove.Rectify,
        ProblemAction.AskExtension => PhaseMove.Extend,
        ProblemAction.ApprovePlan or ProblemAction.ReturnPlan or ProblemAction.PassFirstReview or ProblemAction.PassRecheck or ProblemAction.ReturnCloseOut => PhaseMove.Review,
        ProblemAction.Close or ProblemAction.StartPublicNotice => PhaseMove.Close,
        ProblemAction.LookBack or ProblemAction.Reopen => PhaseMove.LookBack,
        _ => null,
    };
}
