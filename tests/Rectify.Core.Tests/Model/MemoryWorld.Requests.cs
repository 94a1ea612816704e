using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Model;

/// <summary>Each request as the domain call it stands for.</summary>
internal sealed partial class MemoryWorld
{
    private void Handle(object request, Stamp stamp)
    {
        switch (request)
        {
            case CreateCampaign c:
                Campaign = Campaign.Create(c.CampaignId, c.Details, c.Phases, [], new CampaignPolicy(), stamp);
                break;
            case SetCategories c:
                Campaign.SetCategories(c.Categories, new HashSet<Guid>(), stamp);
                break;
            case EnrolUnit c:
                Campaign.Enrol(c.Unit, stamp);
                break;
            case OpenCampaign:
                Campaign.Open(stamp);
                break;
            case SetPolicy c:
                Campaign.SetPolicy(c.Policy, stamp);
                break;
            case EndPhase c:
                Campaign.EndPhase(c.Phase, Unmet(), c.Waiver, c.WaivedBy, stamp);
                break;
            case RegisterProblem c:
                Problems.Add(Problem.Find(c.ProblemId, Campaign, c.UnitId, c.Finding, c.AssistingUnits, NextNumber, stamp));
                break;
            case SaveProblemEntry c:
                Save(c, stamp);
                break;
            case SubmitProblemList c:
                Submit(c, stamp);
                break;
            case ReviewProblemList { Accept: true } c:
                Lists.Single(list => list.Id == c.ListId).Accept(stamp);
                break;
            case ReviewProblemList c:
                Lists.Single(list => list.Id == c.ListId).Return(c.Reason, stamp);
                break;
            case DraftNotice c:
                var problem = Visible(c.ProblemId, stamp.By);
                Notices.Add(Notice.Draft(c.NoticeId, Campaign, problem, Ladder(problem.Id), c.Form, stamp));
                break;
            default:
                if (!OnProblem(request, stamp) && !OnNotice(request, stamp))
                {
                    throw new NotSupportedException($"The model does not know {request.GetType().Name}");
                }

                break;
        }
    }

    private bool OnProblem(object request, Stamp stamp)
    {
        Problem At(Guid id, int version)
        {
            var problem = Visible(id, stamp.By);
            problem.MustBeAt(version);
            return problem;
        }

        switch (request)
        {
            case WithdrawProblemEntry c:
                var entry = At(c.ProblemId, c.Version);
                entry.Withdraw(Campaign, Lists.Find(list => list.Id == entry.ListId) ?? throw new RuleBroken(Rule.ListNotOpenForEntry), c.Reason, stamp);
                break;
            case AssignProblem c:
                var found = At(c.ProblemId, c.Version);
                var days = c.WorkingDays ?? Campaign.Policy.ImmediateWorkingDays;
                found.Assign(Campaign, Lists.Find(list => list.Id == found.ListId), c.UnitId, c.Kind, c.DueDate ?? Calendar.AddWorkingDays(Today, days).Date, new DueBasis(Today, c.DueDate is null ? days : null), c.AssistingUnits ?? [], c.Instruction, stamp);
                break;
            case ObjectToAssignment c:
                var assigned = At(c.ProblemId, c.Version);
                assigned.ObjectToAssignment(Campaign, Calendar.AddWorkingDays(assigned.AssignedOn ?? Today, Campaign.Policy.ObjectionWorkingDays).Date, c.Reasons, stamp);
                break;
            case RecordLookBack c:
                LookBacks.Add(LookBack.Make(c.LookBackId, Campaign, At(c.ProblemId, c.Version), LookBacks.Count(back => back.ProblemId == c.ProblemId) + 1, c.Recurred, c.Findings, stamp));
                break;
            case ReopenProblem c:
                var closed = At(c.ProblemId, c.Version);
                var latest = LookBacks.Where(back => back.ProblemId == closed.Id && back.RecurrenceCount == closed.RecurrenceCount).MaxBy(back => back.Ordinal);
                closed.Reopen(Campaign, latest ?? throw new RuleBroken(Rule.RecurrenceNotFound), c.DueDate, c.Reason, stamp);
                break;
            case MergeProblem c:
                At(c.ProblemId, c.Version).MergeInto(Problems.Find(other => other.Number == c.TargetNumber) ?? throw new InvalidInput(new FieldError(nameof(c.TargetNumber), "NoSuchNumber")), c.Reason, stamp);
                break;
            case DecideAssignmentObjection c: At(c.ProblemId, c.Version).DecideObjection(c.Upheld, c.Reasons, stamp); break;
            case PreparePlan c: At(c.ProblemId, c.Version).PreparePlan(Campaign, c.Plan, stamp); break;
            case StartWithoutPlan c: At(c.ProblemId, c.Version).StartWithoutPlan(Campaign, stamp); break;
            case SignForUnit c: At(c.ProblemId, c.Version).Sign(Campaign, stamp); break;
            case DeclineToSign c: At(c.ProblemId, c.Version).DeclineToSign(c.Reasons, stamp); break;
            case ApprovePlan c: At(c.ProblemId, c.Version).ApprovePlan(Campaign, c.Opinion, stamp); break;
            case ReturnPlan c: At(c.ProblemId, c.Version).ReturnPlan(Campaign, c.FurtherRequirement, stamp); break;
            case TickMeasure c: At(c.ProblemId, c.Version).TickMeasure(Campaign, c.Index, c.DoneOn, c.Note, stamp); break;
            case AddEvidence c:
                At(c.ProblemId, c.Version).AddEvidence(
                    new Evidence(c.EvidenceId, c.File.Sha256, c.File.Name, c.File.ContentType, c.File.Size, c.Purpose, c.Caption, c.PairOf, stamp.By.Name, stamp.By.UnitId, Today), stamp);
                break;
            case RemoveEvidence c: At(c.ProblemId, c.Version).RemoveEvidence(c.EvidenceId, c.Reason, stamp); break;
            case AskExtension c: At(c.ProblemId, c.Version).AskExtension(Campaign, c.NewDueDate, c.Reason, c.Progress, stamp); break;
            case DecideExtension c: At(c.ProblemId, c.Version).DecideExtension(c.Granted, c.Reasons, stamp); break;
            case AskLongTerm c: At(c.ProblemId, c.Version).AskLongTerm(Campaign, c.StageGoal, c.NextReview, c.Reason, stamp); break;
            case DecideLongTerm c: At(c.ProblemId, c.Version).DecideLongTerm(c.Granted, c.Reasons, stamp); break;
            case ReviewLongTerm c: At(c.ProblemId, c.Version).ReviewLongTerm(c.Finding, c.NextReview, stamp); break;
            case ResumeRectification c: At(c.ProblemId, c.Version).Resume(c.DueDate, c.Reason, stamp); break;
            case PrepareCloseOut c: At(c.ProblemId, c.Version).PrepareCloseOut(Campaign, c.Result, stamp, c.RulesMade, c.CallBack); break;
            case PassFirstReview c: At(c.ProblemId, c.Version).PassFirstReview(Campaign, c.Opinion, stamp); break;
            case PassRecheck c: At(c.ProblemId, c.Version).PassRecheck(Campaign, c.Opinion, c.SiteCheck, stamp); break;
            case ReturnCloseOut c: At(c.ProblemId, c.Version).ReturnCloseOut(Campaign, c.FurtherRequirement, stamp); break;
            case StartPublicNotice c: At(c.ProblemId, c.Version).StartPublicNotice(Campaign, c.Text, stamp); break;
            case ReceivePublicObjection c: At(c.ProblemId, c.Version).ReceiveObjection(c.ObjectionId, c.Text, stamp); break;
            case SettlePublicObjection c: At(c.ProblemId, c.Version).SettleObjection(c.ObjectionId, c.Settlement, stamp); break;
            case CloseProblem c: At(c.ProblemId, c.Version).Close(Campaign, c.Opinion, stamp); break;
            case VoidProblem c: At(c.ProblemId, c.Version).DeclareVoid(c.Reason, stamp); break;
            case CarryProblemOver c: At(c.ProblemId, c.Version).CarryOver(c.Reason, stamp); break;
            default: return false;
        }

        return true;
    }

    private bool OnNotice(object request, Stamp stamp)
    {
        Notice At(Guid id, int version)
        {
            var notice = Notices.Find(notice => notice.Id == id);
            if (notice is null || !notice.IsVisibleTo(stamp.By))
            {
                throw new SubjectNotFound(id);
            }

            notice.MustBeAt(version);
            return notice;
        }

        Problem Of(Notice notice) => Problems.Single(problem => problem.Id == notice.ProblemId);

        switch (request)
        {
            case SignNotice c:
                var draft = At(c.NoticeId, c.Version);
                draft.Sign(Campaign, Of(draft), Ladder(draft.ProblemId), Notices.Max(notice => notice.Serial ?? 0) + 1, stamp);
                break;
            case IssueNotice c:
                var signed = At(c.NoticeId, c.Version);
                signed.Issue(Campaign, Of(signed), c.Delivery, Calendar, stamp);
                break;
            case RevokeNotice c:
                var revoked = At(c.NoticeId, c.Version);
                revoked.Revoke(Of(revoked), Ladder(revoked.ProblemId), c.Reasons, stamp);
                break;
            case FileNotice c:
                var corrected = At(c.NoticeId, c.Version);
                corrected.File(Of(corrected), stamp);
                break;
            case DiscardNotice c: At(c.NoticeId, c.Version).Discard(c.Reasons, stamp); break;
            case ReceiveNotice c: At(c.NoticeId, c.Version).Receive(stamp); break;
            case PrepareNoticeReply c: At(c.NoticeId, c.Version).PrepareReply(c.Text, c.Commitment, c.Implementer, c.ClaimsCorrected, c.Scan, stamp); break;
            case SignNoticeReply c: At(c.NoticeId, c.Version).SignReply(stamp); break;
            case AcceptNoticeReply c: At(c.NoticeId, c.Version).AcceptReply(c.Opinion, stamp); break;
            case ReturnNoticeReply c: At(c.NoticeId, c.Version).ReturnReply(c.Reasons, stamp); break;
            case CheckNotice c: At(c.NoticeId, c.Version).Check(c.Corrected, c.Findings, stamp); break;
            default: return false;
        }

        return true;
    }

    private int NextNumber => Problems.Select(problem => problem.Number ?? 0).Append(0).Max() + 1;

    private Problem Visible(Guid id, Actor by) => Problems.Find(problem => problem.Id == id) is { } problem && problem.IsVisibleTo(by) ? problem : throw new SubjectNotFound(id);

    private void Save(SaveProblemEntry c, Stamp stamp)
    {
        if (Problems.Find(problem => problem.Id == c.ProblemId) is not { } problem)
        {
            var (list, isNew) = OpenList(stamp);
            Problems.Add(Problem.Draft(c.ProblemId, Campaign, list, c.Finding, c.Plan, c.AssistingUnits, stamp));
            Keep(list, isNew);
            return;
        }

        if (problem.UnitId != stamp.By.UnitId)
        {
            throw new SubjectNotFound(c.ProblemId);
        }

        problem.MustBeAt(c.Version);
        problem.Revise(Campaign, Lists.Find(list => list.Id == problem.ListId) ?? throw new RuleBroken(Rule.ListNotOpenForEntry), c.Finding, c.Plan, c.AssistingUnits, stamp);
    }

    private void Submit(SubmitProblemList c, Stamp stamp)
    {
        var (list, isNew) = OpenList(stamp);
        var entries = Problems.Where(problem => problem.ListId == list.Id && (problem.State is ProblemState.Draft or ProblemState.Registered)).OrderBy(problem => problem.Id).ToList();
        Rules.Require(entries.Count == c.SeenCount, Rule.ListChangedMeanwhile, entries.Count);
        list.Submit(Campaign, entries, c.IsNil, c.Statement, NextNumber, stamp);
        Keep(list, isNew);
    }

    private (ProblemList List, bool IsNew) OpenList(Stamp stamp)
    {
        var own = Lists.FindAll(list => list.UnitId == stamp.By.UnitId);
        if (own.Find(list => list.TakesEntries) is { } open)
        {
            return (open, false);
        }

        Rules.Require(own.TrueForAll(list => list.State == ProblemListState.Accepted), Rule.ListNotOpenForEntry);
        return (ProblemList.Start(Ids.New(), Campaign, stamp.By.UnitId, own.Count + 1, stamp), true);
    }

    private void Keep(ProblemList list, bool isNew)
    {
        if (isNew)
        {
            Lists.Add(list);
        }
    }

    private List<UnmetCondition> Unmet() => Campaign.CurrentPhase switch
    {
        PhaseKind.SelfInspection => [.. Campaign.Participants
            .Where(unit => !Lists.Exists(list => list.UnitId == unit.UnitId && list.Ordinal == 1 && !list.TakesEntries))
            .Select(unit => new UnmetCondition(ExitCondition.ListMissing, unit.UnitId, 1))],
        PhaseKind.Concentrated or PhaseKind.InstitutionBuilding => [.. Problems
            .Where(problem => problem.IsRunning && problem.State != ProblemState.LongTerm && !problem.IsCarriedOver)
            .Select(problem => new UnmetCondition(ExitCondition.ProblemOpen, problem.UnitId, 1))],
        _ => [],
    };
}
