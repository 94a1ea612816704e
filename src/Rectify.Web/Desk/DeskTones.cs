using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Web.Kit;

namespace Rectify.Web.Desk;

/// <summary>How urgent a queue looks on the desk: late is red, sent back and short of time yellow, the rest calm.</summary>
public static class DeskTones
{
    public static Tone Of(DeskQueue queue) => (queue.Count, queue.Queue) switch
    {
        (0, _) => Tone.Neutral,
        (_, ProblemQueue.Overdue or ProblemQueue.OverdueAtUnits or ProblemQueue.ToReopen) => Tone.Danger,
        (_, ProblemQueue.Returned or ProblemQueue.DueSoon) => Tone.Warning,
        (_, ProblemQueue.Working) => Tone.Neutral,
        _ => Tone.Info,
    };
}
