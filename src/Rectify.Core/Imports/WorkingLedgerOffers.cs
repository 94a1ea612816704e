using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>The moves that a file cannot make, since they need a person: offered where the file was looked through.</summary>
internal sealed class WorkingLedgerOffers(Campaign campaign, Stamp stamp)
{
    public WorkingLedgerNext Of(Problem problem, ProblemList? list) => new(
        problem.Id, null, problem.Version, WorkingLedgerRow.Subject(problem.Number?.ToString(CultureInfo.InvariantCulture) ?? "", problem.Description), problem.State, problem.Pending,
        [.. ProblemActions.For(problem, list, campaign, stamp.By).Where(action => IsForAPerson(action, problem))], []);

    public WorkingLedgerNext Of(Notice notice) => new(
        null, notice.Id, notice.Version, notice.Number?.Text ?? "", null, PendingDecision.None, [],
        [.. NoticeMoves.OpenTo(notice, stamp.By, stamp.Today).Where(move => move is NoticeMove.SignReply or NoticeMove.Receive or NoticeMove.PrepareReply)])
    {
        Typed = Said(WorkingLedgerLines.ReplyOf(notice)),
        Scan = notice.Prepared?.Scan,
    };

    private static bool IsForAPerson(ProblemAction action, Problem problem) => action switch
    {
        ProblemAction.Sign or ProblemAction.StartWithoutPlan => true,
        ProblemAction.PrepareCloseOut => problem.Measures.Count > 0 && problem.Measures.All(measure => measure.DoneOn is not null),
        _ => false,
    };

    private static Dictionary<WorkingLedgerColumn, string> Said(NoticeReply? reply) => reply is null ? [] : new()
    {
        [WorkingLedgerColumn.ReplyText] = reply.Text,
        [WorkingLedgerColumn.Commitment] = reply.Commitment,
        [WorkingLedgerColumn.Implementer] = reply.Implementer,
        [WorkingLedgerColumn.ClaimsCorrected] = WorkingLedgerLines.Plain(reply.ClaimsCorrected),
    };
}
