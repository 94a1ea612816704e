using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>Tells one problem of the finished campaign from the days its record names.</summary>
internal sealed class FinishedProblemTale(Plot plot, WorkingCalendar calendar, FinishedProblem problem, ProblemScript script, Wording words)
{
    /// <param name="others">The other problems' scripts by key, for merging.</param>
    public void Tell(IReadOnlyDictionary<string, ProblemScript> others)
    {
        if (problem.EnteredBy is not null)
        {
            script.Registered(problem.FoundOn);
        }

        var days = problem.WorkingDays ?? plot.Policy.ImmediateWorkingDays;
        var due = calendar.AddWorkingDays(problem.AssignedOn, days).Date;
        script.Assigned(problem.AssignedOn, problem.Kind, days, due, words.Text("assignmentInstructions", ("due", Wording.Day(due))));
        if (problem.EndedOn is { } ended)
        {
            SetAside(others, ended);
            return;
        }

        Plan();
        AskForTime();
        if (problem.Returned is { } returned)
        {
            Apply(returned.AppliedOn, problem.Result!, again: false);
            script.CloseOutReturned(returned.ReturnedOn, byChecker: false, returned.Requirement);
        }

        if (problem.CarriedOver)
        {
            script.CarriedOver(plot.LastDayOf(PhaseKind.Concentrated), words.Fill(words.Item<string>("waivers", 0), ("count", "1")));
        }

        CloseOuts();
    }

    private void SetAside(IReadOnlyDictionary<string, ProblemScript> others, DateOnly day)
    {
        if (problem.MergedInto is { } target)
        {
            script.MergedInto(day, others[target], _ => problem.Reason!);
        }
        else
        {
            script.Voided(day, problem.Reason!);
        }
    }

    /// <summary>The plan goes through on the assignment's day and the two after it, quicker where the unit is.</summary>
    private void Plan()
    {
        var first = new[] { problem.Returned?.AppliedOn, problem.Extension?.AskedOn, problem.LongTerm?.AskedOn, problem.AppliedOn }.Min()!.Value;
        var room = calendar.WorkingDaysBetween(problem.AssignedOn, first);
        var next = calendar.AddWorkingDays(problem.AssignedOn, room > 1 ? 1 : 0).Date;
        var third = calendar.AddWorkingDays(next, room > 3 ? 1 : 0).Date;
        if (problem.Kind == ProblemKind.Immediate && problem.EnteredBy is null)
        {
            script.StartedWithoutPlan(next);
        }
        else
        {
            script.PlanPrepared(problem.AssignedOn);
            script.Signed(next);
            script.PlanApproved(third, words.Text("planApprovals"));
        }

        script.Shown(third, EvidencePurpose.Before, $"整改前：{problem.Place}现场", plot.NewPicture(EvidencePurpose.Before));
    }

    private void AskForTime()
    {
        if (problem.Extension is { } extension)
        {
            script.ExtensionAsked(extension.AskedOn, extension.NewDueOn, extension.Reason, extension.Progress);
            script.Signed(extension.AskedOn);
            script.ExtensionDecided(extension.DecidedOn, granted: true, extension.NewDueOn, words.Text("extensionGrants"));
        }

        if (problem.LongTerm is { } longTerm)
        {
            script.LongTermAsked(longTerm.AskedOn, longTerm.NextReview, new LongTermPhrase(longTerm.StageGoal, longTerm.Reason, ""));
            script.Signed(longTerm.AskedOn);
            script.LongTermDecided(longTerm.DecidedOn, granted: true, words.Text("longTermGrants"));
        }
    }

    private void CloseOuts()
    {
        if (problem.AppliedOn is { } applied)
        {
            Apply(applied, problem.Result!, again: problem.Returned is not null);
            Review(problem.FirstReviewedOn!.Value, problem.RecheckedOn!.Value, problem.ClosedOn!.Value);
        }

        if (problem.LookBack is { } lookBack)
        {
            script.LookedBack(lookBack.On, lookBack.Recurred, lookBack.Findings);
        }

        if (problem.Reopened is { } reopened)
        {
            script.Reopened(reopened.On, reopened.DueOn, reopened.Reason);
            Apply(reopened.AppliedOn, reopened.Result, again: true);
            Review(reopened.FirstReviewedOn, reopened.RecheckedOn, reopened.ClosedOn);
        }
    }

    /// <summary>The measures ticked, a picture of what became of it, the application prepared and signed.</summary>
    /// <param name="again">An earlier application told of the measures already.</param>
    private void Apply(DateOnly day, string result, bool again)
    {
        for (var index = 0; index < problem.Measures!.Count && !again; index++)
        {
            script.Ticked(day, index, words.Text("measureNotes"));
        }

        var shows = again ? EvidencePurpose.Document : EvidencePurpose.After;
        script.Shown(day, shows, again ? "补充佐证材料" : $"整改后：{problem.Place}现场", plot.NewPicture(shows));
        script.CloseOutPrepared(day, result);
        script.Signed(day);
    }

    private void Review(DateOnly first, DateOnly second, DateOnly closed)
    {
        script.FirstReviewed(first, words.Text("firstReviewOpinions"));
        script.Rechecked(second, words.Text("recheckOpinions"), problem.SiteCheck ?? words.SeenOnSite(), always: problem.SiteCheck is not null);
        script.Closed(closed, words.Text("closeOpinions"));
    }
}
