namespace Rectify.Core.Problems;

/// <summary>The words of the reports for the states (domain notes, part (c)).</summary>
public enum Stage
{
    /// <summary>未整改</summary>
    NotStarted = 1,

    /// <summary>整改中</summary>
    Rectifying = 2,

    /// <summary>基本完成</summary>
    NearlyDone = 3,

    /// <summary>已完成</summary>
    Done = 4,

    /// <summary>已销号</summary>
    Closed = 5,

    /// <summary>长期坚持</summary>
    LongTerm = 6,
}

public static class Stages
{
    /// <summary>The stage a state belongs to; null for what is not, or no longer, on the list.</summary>
    public static Stage? Of(ProblemState state) => state switch
    {
        ProblemState.Registered or ProblemState.Assigned or ProblemState.PlanSubmitted => Stage.NotStarted,
        ProblemState.Rectifying => Stage.Rectifying,
        ProblemState.CloseOutApplied or ProblemState.FirstReviewed => Stage.NearlyDone,
        ProblemState.Rechecked or ProblemState.PublicNotice => Stage.Done,
        ProblemState.Closed => Stage.Closed,
        ProblemState.LongTerm => Stage.LongTerm,
        _ => null,
    };

    /// <summary>The states of a stage.</summary>
    public static IReadOnlyList<ProblemState> States(this Stage stage) => [.. Enum.GetValues<ProblemState>().Where(state => Of(state) == stage)];
}
