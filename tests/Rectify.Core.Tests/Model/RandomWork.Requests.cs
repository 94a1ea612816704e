using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Model;

/// <summary>Fills the forms at random: mostly right, sometimes with a date or a number that does not do.</summary>
internal sealed partial class RandomWork
{
    private DateOnly Day(int from, int to) => _world.Today.AddDays(_random.Next(from, to + 1));

    private Finding Finding()
    {
        var category = One(_world.Campaign.Categories);
        return new Finding(
            Chance(98) ? category.Id : NewId(), Chance(50) ? category.Symptoms[0].Id : null, One(Enum.GetValues<ProblemSource>()), Chance(70) ? Severity.Ordinary : Severity.Serious,
            One(Enum.GetValues<ProblemKind>()), WorkStyles.Slow, "3号窗口", $"问题{_random.Next(1000)}", "", Chance(98) ? Day(-30, 0) : Day(1, 3), "");
    }

    private RectificationPlan Plan() => new("恢复使用", [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(i => new Measure($"措施{i}"))], Chance(30) ? Day(-1, 20) : null, "副局长", "科长");

    private object RequestFor(ProblemAction action, Problem problem)
    {
        var (id, version) = (problem.Id, Chance(98) ? problem.Version : problem.Version - 1);
        return action switch
        {
            ProblemAction.Revise => new SaveProblemEntry(problem.CampaignId, id, version, Finding(), Plan(), Assisting()),
            ProblemAction.Withdraw => new WithdrawProblemEntry(id, version, Chance(90) ? "重复" : ""),
            ProblemAction.Assign => new AssignProblem(id, version, Unit(), One(Enum.GetValues<ProblemKind>()), Chance(70) ? Day(-1, 25) : null, 1 + _random.Next(12), Assisting(), ""),
            ProblemAction.Object => new ObjectToAssignment(id, version, "职责不清"),
            ProblemAction.DecideObjection => new DecideAssignmentObjection(id, version, Chance(40), "已核"),
            ProblemAction.PreparePlan => new PreparePlan(id, version, Plan()),
            ProblemAction.StartWithoutPlan => new StartWithoutPlan(id, version),
            ProblemAction.Sign => new SignForUnit(id, version),
            ProblemAction.DeclineToSign => new DeclineToSign(id, version, "措施不实"),
            ProblemAction.ApprovePlan => new ApprovePlan(id, version, "同意"),
            ProblemAction.ReturnPlan => new ReturnPlan(id, version, "补充"),
            ProblemAction.TickMeasures => Tick(problem, version),
            ProblemAction.AddEvidence => AddEvidence(problem, version),
            ProblemAction.RemoveEvidence => new RemoveEvidence(problem.Id, version, One<Guid>([.. problem.Evidence.Where(file => file.AddedByUnit == problem.UnitId).Select(file => file.Id).DefaultIfEmpty(NewId())]), "误传"),
            ProblemAction.AskExtension => new AskExtension(id, version, problem.DueDate is { } due && Chance(90) ? due.AddDays(1 + _random.Next(15)) : Day(-3, 3), "采购", "已招标"),
            ProblemAction.DecideExtension => new DecideExtension(id, version, Chance(70), Chance(95) ? "已核" : ""),
            ProblemAction.AskLongTerm => new AskLongTerm(id, version, "每季合格", Day(0, 60), "长期"),
            ProblemAction.DecideLongTerm => new DecideLongTerm(id, version, Chance(60), "已核"),
            ProblemAction.ReviewLongTerm => new ReviewLongTerm(id, version, "合格", Day(0, 60)),
            ProblemAction.Resume => new ResumeRectification(id, version, Day(-1, 20), "限期"),
            ProblemAction.PrepareCloseOut => new PrepareCloseOut(id, version, "已修复", "《值守制度》", "办事人满意"),
            ProblemAction.PassFirstReview => new PassFirstReview(id, version, "齐全"),
            ProblemAction.PassRecheck => new PassRecheck(id, version, "属实", Chance(80) ? new SiteCheck(_world.Today, "大厅", "值班长", "正常") : null),
            ProblemAction.ReturnCloseOut => new ReturnCloseOut(id, version, "补充回访"),
            ProblemAction.StartPublicNotice => new StartPublicNotice(id, version, "公示"),
            ProblemAction.ReceiveObjection => new ReceivePublicObjection(id, version, NewId(), "仍未修好"),
            ProblemAction.SettleObjection => new SettlePublicObjection(id, version, problem.PublicNotice is { Objections: [.., var last] } ? last.Id : NewId(), "已核实"),
            ProblemAction.Close => new CloseProblem(id, version, "同意"),
            ProblemAction.LookBack => new RecordLookBack(id, version, NewId(), Chance(60), "再次停用"),
            ProblemAction.Reopen => new ReopenProblem(id, version, Day(-1, 20), "反弹"),
            ProblemAction.Merge => new MergeProblem(id, version, One(_world.Problems).Number ?? 1, "同一问题"),
            ProblemAction.Void => new VoidProblem(id, version, "不属实"),
            ProblemAction.CarryOver => new CarryProblemOver(id, version, "待设备"),
            _ => throw new NotSupportedException($"The random work does not know {action}"),
        };
    }

    private TickMeasure Tick(Problem problem, int version)
    {
        var open = problem.Measures.Index().FirstOrDefault(measure => measure.Item.DoneOn is null).Index;
        return new TickMeasure(problem.Id, version, Chance(95) ? open : _random.Next(4), Chance(92) ? _world.Today : Chance(50) ? null : Day(1, 2), "");
    }

    private AddEvidence AddEvidence(Problem problem, int version)
    {
        var purpose = Chance(70) ? EvidencePurpose.After : One(Enum.GetValues<EvidencePurpose>());
        var before = problem.Evidence.LastOrDefault(evidence => evidence.Purpose == EvidencePurpose.Before)?.Id;
        var file = new StoredFile(new string((char)('a' + _random.Next(6)), 64), "照片.jpg", "image/jpeg", 1 + _random.Next(100));
        return new AddEvidence(problem.Id, version, NewId(), file, purpose, "", purpose == EvidencePurpose.After && Chance(30) ? before : null);
    }

    private object RequestFor(NoticeMove move, Notice notice)
    {
        var (id, version) = (notice.Id, Chance(98) ? notice.Version : notice.Version - 1);
        return move switch
        {
            NoticeMove.Discard => new DiscardNotice(id, version, "改发督办"),
            NoticeMove.Sign => new SignNotice(id, version),
            NoticeMove.Issue => new IssueNotice(id, version, "送达办公室"),
            NoticeMove.Revoke => new RevokeNotice(id, version, "发错单位"),
            NoticeMove.Receive => new ReceiveNotice(id, version),
            NoticeMove.PrepareReply => new PrepareNoticeReply(id, version, "已联系维保", "三日内恢复", "科长", Chance(50), null),
            NoticeMove.SignReply => new SignNoticeReply(id, version),
            NoticeMove.AcceptReply => new AcceptNoticeReply(id, version, ""),
            NoticeMove.ReturnReply => new ReturnNoticeReply(id, version, "未附照片"),
            NoticeMove.Check => new CheckNotice(id, version, Chance(50), "现场查看"),
            NoticeMove.File => new FileNotice(id, version),
            _ => throw new NotSupportedException($"The random work does not know {move}"),
        };
    }
}
