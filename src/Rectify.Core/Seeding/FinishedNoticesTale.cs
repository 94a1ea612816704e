namespace Rectify.Core.Seeding;

/// <summary>Tells the notices on one problem of the finished campaign, and the referral they led to.</summary>
internal sealed class FinishedNoticesTale(Plot plot, FinishedProblem problem, ProblemScript script, Wording words)
{
    public void Tell()
    {
        NoticeScript? earlier = null;
        foreach (var record in problem.Notices ?? [])
        {
            var notice = new NoticeScript(plot, script);
            notice.SentOut(record.IssuedOn, record.ProblemsFound, record.Basis, record.CorrectionDueOn, earlier);
            notice.Received(record.ReceivedOn);
            Answer(notice, record);
            earlier = notice;
        }

        if (problem.Referral is { } referral)
        {
            Refer(referral);
        }
    }

    private void Refer(FinishedReferral record)
    {
        var referral = new ReferralScript(plot, script);
        referral.Drafted(record.DraftedOn, (number, _) => words.Fill(record.Facts, ("number", number)) + "\n" + record.Request);
        referral.Approved(record.ApprovedOn, words.Text("referralApprovals"));
        referral.Transferred(record.TransferredOn);
        referral.Acknowledged(record.AcknowledgedOn, words.Text("referralAcknowledgements"));
        referral.OutcomeRecorded(record.OutcomeOn, record.Outcome);
        referral.Archived(record.OutcomeOn);
    }

    private void Answer(NoticeScript notice, FinishedNotice record)
    {
        if (record.RepliedOn is not { } replied)
        {
            return;
        }

        notice.Replied(replied, record.Reply!, record.Undertaking!, claims: record.Corrected);
        notice.ReplyAccepted(record.AcceptedOn!.Value, "答复收悉，待复查。");
        notice.Checked(record.CheckedOn!.Value, record.Corrected, record.Finding ?? words.Text("checksCorrected"));
        if (record.Corrected)
        {
            notice.Filed(record.CheckedOn.Value);
        }
    }
}
