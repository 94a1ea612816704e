namespace Rectify.Core.Seeding;

/// <summary>Fates on the ladder of notices: each rung, in time and late, answered and not.</summary>
internal static partial class Fates
{
    private static void NoticeDraft(ProblemTale tale)
    {
        Late(tale, tale.Between(3, 6));
        var draft = NoticeTale.Drafted(tale, 2);
        if (tale.Index == 1)
        {
            draft.Script.Discarded(tale.On(2), "所列情形与现场记录不一致，核实后重新起草。");
            NoticeTale.Drafted(tale, 1, draft);
        }
    }

    /// <summary>The even ones still within the day to sign for it, the odd ones past it: served all the same.</summary>
    private static void FirstNoticeIssued(ProblemTale tale)
    {
        Late(tale, tale.Between(4, 7));
        NoticeTale.Sent(tale, tale.Index % 2 == 0 ? 1 : 3);
    }

    private static void FirstNoticeReceived(ProblemTale tale)
    {
        Late(tale, tale.Between(5, 7));
        var notice = NoticeTale.Sent(tale, 4).Received(3);
        if (tale.Index == 0)
        {
            notice.Script.Objected(tale.On(2), "通知所列情形发生在接管之前，请核实责任起算时间。");
            notice.Script.ObjectionDecided(tale.On(1), upheld: false, "问题在接管后仍持续存在，异议不成立，请按期答复。");
        }
    }

    private static void FirstNoticeReplied(ProblemTale tale)
    {
        Late(tale, tale.Between(6, 8));
        NoticeTale.Sent(tale, 5).Received(4).Replied(tale.Between(1, 3), claims: tale.Index % 2 == 0);
    }

    private static void FirstNoticeRepliedLate(ProblemTale tale)
    {
        Late(tale, tale.Between(11, 13));
        NoticeTale.Sent(tale, 9).Received(8).Replied(tale.Between(1, 3), claims: true);
    }

    private static void FirstNoticeReturned(ProblemTale tale)
    {
        Late(tale, tale.Between(8, 10));
        NoticeTale.Sent(tale, 6).Received(5).Replied(3, claims: false).Script.ReplyReturned(tale.On(tale.Between(1, 2)), tale.Words.Text("replyReturns"));
    }

    /// <summary>What the notice asked for was done: checked, filed, and the problem closed.</summary>
    private static void FirstNoticeFiled(ProblemTale tale)
    {
        Late(tale, 16);
        var notice = NoticeTale.Sent(tale, 14).Received(13).Replied(11, claims: true).Accepted(10).Checked(8, corrected: true);
        notice.Script.Filed(tale.On(7));
        tale.Finish(6, tale.Between(1, 4));
    }

    private static void FirstNoticeUnanswered(ProblemTale tale)
    {
        Late(tale, tale.Between(11, 13));
        var notice = NoticeTale.Sent(tale, tale.Between(8, 10));
        if (tale.Index % 2 == 0)
        {
            notice.Received(7);
        }
    }

    private static void SecondNotice(ProblemTale tale)
    {
        Late(tale, 18);
        var first = NoticeTale.Sent(tale, 16).Received(15);
        switch (tale.Index % 6)
        {
            case 0:
                NoticeTale.Drafted(tale, 2, first).Script.SignedByLeader(tale.On(1));
                break;
            case 1:
                NoticeTale.Sent(tale, 4, first).Received(3).Script.Objected(tale.On(2), "所列事项涉及上级系统，非我单位可以单独改正，请予复核。");
                break;
            case 2:
                var doubted = NoticeTale.Sent(tale, 4, first).Received(3).Script;
                doubted.Objected(tale.On(3), "收件窗口已于月初移交，请核实责任单位。");
                doubted.Suspended(tale.On(2), "移交时间需调阅材料核实，核实期间计时中止。");
                break;
            case 3:
                NoticeTale.Sent(tale, 9, first).Received(8).Replied(6, claims: true).Accepted(4);
                break;
            case 4:
                NoticeTale.Sent(tale, 10, first).Received(9).Replied(7, claims: true).Accepted(5).Checked(2, corrected: true);
                break;
            default:
                NoticeTale.Sent(tale, 8, first);
                break;
        }
    }

    /// <summary>The first unanswered, the second a promise not kept, the third under way.</summary>
    private static void ThirdNotice(ProblemTale tale)
    {
        Late(tale, 24);
        var first = NoticeTale.Sent(tale, 22).Received(21);
        var second = NoticeTale.Sent(tale, 15, first).Received(14).Replied(12, claims: true).Accepted(11).Checked(9, corrected: false);
        var third = NoticeTale.Sent(tale, 5, second, promised: true);
        if (tale.Index > 0)
        {
            third.Received(4);
        }

        if (tale.Index > 1)
        {
            third.Replied(2, claims: true);
        }
    }

    private static void NoticeRevoked(ProblemTale tale)
    {
        Late(tale, 9);
        var notice = NoticeTale.Sent(tale, 7);
        if (tale.Index == 0)
        {
            notice.Received(6);
        }

        notice.Script.Revoked(tale.On(4), tale.Words.Item<string>("revokeReasons", tale.Index));
    }

    /// <summary>Begun, something done, and the due day passed without an application.</summary>
    private static void Late(ProblemTale tale, int due)
    {
        due = Math.Min(due, tale.Assigned - 3);
        tale.Begin(due);
        tale.Work(tale.Assigned - 3, Math.Max(due, 1), 1 + (tale.Index % 2));
    }
}
