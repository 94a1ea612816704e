namespace Rectify.Core.Seeding;

/// <summary>One notice of the live campaign; days are working days before the first start, as in the problem's tale.</summary>
/// <param name="Problem">The problem it is about.</param>
/// <param name="Script">Its steps.</param>
/// <param name="Correction">The day demanded.</param>
internal sealed record NoticeTale(ProblemTale Problem, NoticeScript Script, int Correction)
{
    /// <summary>Where the phrases say what made the office write.</summary>
    private const int Unanswered = 3;
    private const int Broken = 4;

    /// <summary>Written, signed and delivered on one day.</summary>
    public static NoticeTale Sent(ProblemTale problem, int day, NoticeTale? earlier = null, bool promised = false)
    {
        var notice = Drafted(problem, day, earlier, promised);
        notice.Script.SignedByLeader(problem.On(day));
        notice.Script.Issued(problem.On(day));
        return notice;
    }

    public static NoticeTale Drafted(ProblemTale problem, int day, NoticeTale? earlier = null, bool promised = false)
    {
        var notice = new NoticeTale(problem, new NoticeScript(problem.Plot, problem.Script), day - 6);
        var words = problem.Words.Item<NoticePhrase>("notices", earlier is null ? problem.Index % Unanswered : promised ? Broken : Unanswered);
        var found = notice.Fill(words.ProblemsFound) + "\n整改要求：" + notice.Fill(words.Demand);
        notice.Script.Drafted(problem.On(day), found, words.Basis, problem.On(notice.Correction), earlier?.Script);
        return notice;
    }

    public NoticeTale Received(int day)
    {
        Script.Received(Problem.On(day));
        return this;
    }

    /// <param name="claims">The unit says it is done; otherwise that it is on the way.</param>
    public NoticeTale Replied(int day, bool claims)
    {
        Script.Replied(Problem.On(day), Fill(Problem.Words.Item<string>(claims ? "noticeReplies" : "partialReplies")), Fill(Problem.Words.Item<string>("undertakings")), claims);
        return this;
    }

    public NoticeTale Accepted(int day)
    {
        Script.ReplyAccepted(Problem.On(day), "答复收悉，待复查。");
        return this;
    }

    public NoticeTale Checked(int day, bool corrected)
    {
        Script.Checked(Problem.On(day), corrected, Problem.Words.Text(corrected ? "checksCorrected" : "checksUncorrected"));
        return this;
    }

    public string Fill(string text) => Problem.Words.Fill(text, ("correctionDue", Wording.Day(Problem.On(Correction))));
}
