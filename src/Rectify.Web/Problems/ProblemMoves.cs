using MediatR;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Web.Problems;

/// <summary>How a move's form looks.</summary>
/// <param name="Fields">The fields of <see cref="MoveInput"/> it asks for, in order.</param>
/// <param name="Required">Those that may not be blank.</param>
/// <param name="IsChoice">Two buttons, yes and no, instead of one.</param>
public sealed record MoveShape(IReadOnlyList<string> Fields, IReadOnlyList<string> Required, bool IsChoice = false);

/// <summary>The moves that need no page of their own: which fields each asks for, and the command it becomes.</summary>
public static class ProblemMoves
{
    private static readonly Dictionary<ProblemAction, MoveShape> Forms = new()
    {
        [ProblemAction.Withdraw] = Needs(nameof(MoveInput.Reason)),
        [ProblemAction.Object] = Needs(nameof(MoveInput.Reasons)),
        [ProblemAction.DecideObjection] = Needs(nameof(MoveInput.Reasons)) with { IsChoice = true },
        [ProblemAction.StartWithoutPlan] = new([], []),
        [ProblemAction.Sign] = new([], []),
        [ProblemAction.DeclineToSign] = Needs(nameof(MoveInput.Reasons)),
        [ProblemAction.ApprovePlan] = May(nameof(MoveInput.Opinion)),
        [ProblemAction.ReturnPlan] = Needs(nameof(MoveInput.FurtherRequirement)),
        [ProblemAction.AskExtension] = new([nameof(MoveInput.NewDueDate), nameof(MoveInput.Reason), nameof(MoveInput.Progress)], [nameof(MoveInput.NewDueDate), nameof(MoveInput.Reason)]),
        [ProblemAction.DecideExtension] = May(nameof(MoveInput.Reasons)) with { IsChoice = true },
        [ProblemAction.AskLongTerm] = Needs(nameof(MoveInput.StageGoal), nameof(MoveInput.NextReview), nameof(MoveInput.Reason)),
        [ProblemAction.DecideLongTerm] = May(nameof(MoveInput.Reasons)) with { IsChoice = true },
        [ProblemAction.ReviewLongTerm] = Needs(nameof(MoveInput.Finding), nameof(MoveInput.NextReview)),
        [ProblemAction.Resume] = Needs(nameof(MoveInput.DueDate), nameof(MoveInput.Reason)),
        [ProblemAction.PrepareCloseOut] = new([nameof(MoveInput.Result), nameof(MoveInput.RulesMade), nameof(MoveInput.CallBack)], [nameof(MoveInput.Result)]),
        [ProblemAction.PassFirstReview] = May(nameof(MoveInput.Opinion)),
        [ProblemAction.PassRecheck] = May(nameof(MoveInput.Opinion), nameof(MoveInput.SiteCheck)),
        [ProblemAction.ReturnCloseOut] = Needs(nameof(MoveInput.FurtherRequirement)),
        [ProblemAction.StartPublicNotice] = Needs(nameof(MoveInput.Text)),
        [ProblemAction.ReceiveObjection] = Needs(nameof(MoveInput.Text)),
        [ProblemAction.SettleObjection] = Needs(nameof(MoveInput.ObjectionId), nameof(MoveInput.Settlement)),
        [ProblemAction.Close] = May(nameof(MoveInput.Opinion)),
        [ProblemAction.LookBack] = Needs(nameof(MoveInput.Findings)) with { IsChoice = true },
        [ProblemAction.Reopen] = Needs(nameof(MoveInput.DueDate), nameof(MoveInput.Reason)),
        [ProblemAction.Merge] = Needs(nameof(MoveInput.TargetNumber), nameof(MoveInput.Reason)),
        [ProblemAction.Void] = Needs(nameof(MoveInput.Reason)),
        [ProblemAction.CarryOver] = Needs(nameof(MoveInput.Reason)),
    };

    /// <summary>The move's form, or null when it has a page or a place of its own.</summary>
    public static MoveShape? FormOf(ProblemAction action) => Forms.GetValueOrDefault(action);

    /// <summary>The command a posted form stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The move has no such form.</exception>
    public static IRequest<Result<Done>> Command(Guid id, MoveInput input)
    {
        var (version, yes) = (input.Version, input.Decision == "yes");
        return input.Action switch
        {
            ProblemAction.Withdraw => new WithdrawProblemEntry(id, version, input.Reason ?? ""),
            ProblemAction.Object => new ObjectToAssignment(id, version, input.Reasons ?? ""),
            ProblemAction.DecideObjection => new DecideAssignmentObjection(id, version, yes, input.Reasons ?? ""),
            ProblemAction.StartWithoutPlan => new StartWithoutPlan(id, version),
            ProblemAction.Sign => new SignForUnit(id, version),
            ProblemAction.DeclineToSign => new DeclineToSign(id, version, input.Reasons ?? ""),
            ProblemAction.ApprovePlan => new ApprovePlan(id, version, input.Opinion ?? ""),
            ProblemAction.ReturnPlan => new ReturnPlan(id, version, input.FurtherRequirement ?? ""),
            ProblemAction.AskExtension => new AskExtension(id, version, input.NewDueDate ?? default, input.Reason ?? "", input.Progress ?? ""),
            ProblemAction.DecideExtension => new DecideExtension(id, version, yes, input.Reasons ?? ""),
            ProblemAction.AskLongTerm => new AskLongTerm(id, version, input.StageGoal ?? "", input.NextReview ?? default, input.Reason ?? ""),
            ProblemAction.DecideLongTerm => new DecideLongTerm(id, version, yes, input.Reasons ?? ""),
            ProblemAction.ReviewLongTerm => new ReviewLongTerm(id, version, input.Finding ?? "", input.NextReview ?? default),
            ProblemAction.Resume => new ResumeRectification(id, version, input.DueDate ?? default, input.Reason ?? ""),
            ProblemAction.PrepareCloseOut => new PrepareCloseOut(id, version, input.Result ?? "", input.RulesMade ?? "", input.CallBack ?? ""),
            ProblemAction.PassFirstReview => new PassFirstReview(id, version, input.Opinion ?? ""),
            ProblemAction.PassRecheck => new PassRecheck(id, version, input.Opinion ?? "", SiteCheckOf(input)),
            ProblemAction.ReturnCloseOut => new ReturnCloseOut(id, version, input.FurtherRequirement ?? ""),
            ProblemAction.StartPublicNotice => new StartPublicNotice(id, version, input.Text ?? ""),
            ProblemAction.ReceiveObjection => new ReceivePublicObjection(id, version, input.NewId, input.Text ?? ""),
            ProblemAction.SettleObjection => new SettlePublicObjection(id, version, input.ObjectionId, input.Settlement ?? ""),
            ProblemAction.Close => new CloseProblem(id, version, input.Opinion ?? ""),
            ProblemAction.LookBack => new RecordLookBack(id, version, input.NewId, !yes, input.Findings ?? ""),
            ProblemAction.Reopen => new ReopenProblem(id, version, input.DueDate ?? default, input.Reason ?? ""),
            ProblemAction.Merge => new MergeProblem(id, version, input.TargetNumber ?? 0, input.Reason ?? ""),
            ProblemAction.Void => new VoidProblem(id, version, input.Reason ?? ""),
            ProblemAction.CarryOver => new CarryProblemOver(id, version, input.Reason ?? ""),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Action, null),
        };
    }

    private static SiteCheck? SiteCheckOf(MoveInput input) => input.HasSiteCheck
        ? new SiteCheck(input.SiteCheck.On ?? default, input.SiteCheck.Place ?? "", input.SiteCheck.Present ?? "", input.SiteCheck.Findings ?? "")
        : null;

    private static MoveShape Needs(params string[] fields) => new(fields, fields);

    private static MoveShape May(params string[] fields) => new(fields, []);
}
