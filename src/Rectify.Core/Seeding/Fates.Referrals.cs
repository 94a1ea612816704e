namespace Rectify.Core.Seeding;

/// <summary>Fates beyond the third failed notice: one for each state a referral may stand in.</summary>
internal static partial class Fates
{
    private static void ReferralCandidate(ProblemTale tale) => ThirdFailed(tale);

    private static void ReferralDrafted(ProblemTale tale) => Referred(tale);

    private static void ReferralApproved(ProblemTale tale) => Approved(tale);

    private static void ReferralTransferred(ProblemTale tale) => Transferred(tale);

    private static void ReferralAcknowledged(ProblemTale tale) => Acknowledged(tale);

    private static void ReferralReturned(ProblemTale tale)
    {
        var (script, day) = Transferred(tale);
        script.ReturnedByDiscipline(tale.On(day - 2), tale.Words.Text("referralReturns"));
    }

    private static void ReferralOutcome(ProblemTale tale) => Outcome(tale);

    private static void ReferralArchived(ProblemTale tale)
    {
        var (script, day) = Outcome(tale);
        script.Archived(tale.On(day - 1));
    }

    /// <summary>The odd ones are let go without a letter, the even ones out of a draft.</summary>
    private static void ReferralDismissed(ProblemTale tale)
    {
        if (tale.Index % 2 == 1)
        {
            var day = ThirdFailed(tale);
            new ReferralScript(tale.Plot, tale.Script).CandidateDismissed(tale.On(day - 1), tale.Words.Text("referralDismissals"));
            return;
        }

        var (script, drafted) = Referred(tale);
        script.Dismissed(tale.On(drafted - 2), tale.Words.Text("referralDismissals"));
    }

    private static (ReferralScript Script, int Day) Outcome(ProblemTale tale)
    {
        var (script, day) = Acknowledged(tale);
        script.OutcomeRecorded(tale.On(day - 3), tale.Words.Text("referralOutcomes"));
        return (script, day - 3);
    }

    private static (ReferralScript Script, int Day) Acknowledged(ProblemTale tale)
    {
        var (script, day) = Transferred(tale);
        script.Acknowledged(tale.On(day - 2), $"收字第{20 + tale.Index}号");
        return (script, day - 2);
    }

    private static (ReferralScript Script, int Day) Transferred(ProblemTale tale)
    {
        var (script, day) = Approved(tale);
        script.Transferred(tale.On(day - 1));
        return (script, day - 1);
    }

    private static (ReferralScript Script, int Day) Approved(ProblemTale tale)
    {
        var (script, day) = Referred(tale);
        script.Approved(tale.On(day - 1), tale.Words.Text("referralApprovals"));
        return (script, day - 1);
    }

    private static (ReferralScript Script, int Day) Referred(ProblemTale tale)
    {
        var day = ThirdFailed(tale) - 1;
        var words = tale.Words.Item<ReferralPhrase>("referrals", tale.Index % 2 == 0 ? 1 : 0);
        var script = new ReferralScript(tale.Plot, tale.Script);
        script.Drafted(tale.On(day), (number, unit) => tale.Words.Fill(words.Facts, ("number", number), ("unit", unit)) + "\n" + words.Request);
        return (script, day);
    }

    /// <summary>Three notices in vain; gives the day from which the problem is a candidate. The odd ones answered the third, but did not keep their word.</summary>
    private static int ThirdFailed(ProblemTale tale)
    {
        var start = tale.Assigned - 5;
        Late(tale, tale.Assigned - 4);
        var first = NoticeTale.Sent(tale, start).Received(start - 1);
        var second = NoticeTale.Sent(tale, start - 6, first).Received(start - 7);
        var third = NoticeTale.Sent(tale, start - 12, second).Received(start - 13);
        if (tale.Index % 2 == 0)
        {
            return start - 18;
        }

        third.Replied(start - 14, claims: true).Accepted(start - 15).Checked(start - 16, corrected: false);
        return start - 16;
    }
}
