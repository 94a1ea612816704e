using Rectify.Core.Problems;

namespace Rectify.Web.Problems;

/// <summary>What can be decided for many problems at once in a queue; the rest is decided on each problem's page.</summary>
public static class BatchDecisions
{
    public static IReadOnlyList<ProblemAction> For(ProblemQueue? queue) => queue switch
    {
        ProblemQueue.PlansToReview => [ProblemAction.ApprovePlan, ProblemAction.ReturnPlan],
        ProblemQueue.ToFirstReview => [ProblemAction.PassFirstReview, ProblemAction.ReturnCloseOut],
        ProblemQueue.ToRecheck => [ProblemAction.PassRecheck, ProblemAction.ReturnCloseOut],
        ProblemQueue.ToClose => [ProblemAction.Close, ProblemAction.ReturnCloseOut],
        ProblemQueue.ToSign => [ProblemAction.Sign],
        _ => [],
    };

    public static bool Offers(ProblemQueue queue) => For(queue).Count > 0;
}
