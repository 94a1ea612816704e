using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>
/// One problem of the live campaign with the longer stretches that many fates share. Every day is a number of working days before
/// the first start, so larger is earlier; 0 and below lie ahead.
/// </summary>
/// <param name="Assigned">The day of the assignment.</param>
/// <param name="Index">Which one of its fate it is; tells variants apart.</param>
/// <param name="OfList">It came with the unit's list, goal and measures included.</param>
internal sealed record ProblemTale(Plot Plot, StoryDays Days, ProblemScript Script, Wording Words, int Assigned, int Index, bool OfList)
{
    private int _ticked;

    /// <summary>The latest picture of how it was.</summary>
    public Drawing? Before { get; private set; }

    public Random Random => Plot.Random;

    /// <summary>A draw from both ends included.</summary>
    public int Between(int from, int to) => to <= from ? from : Random.Next(from, to + 1);

    public DateOnly On(int day) => Days.At(day);

    /// <summary>Hands it over on its day, with the working days up to the due day.</summary>
    public void Assign(int due) => AssignOn(Assigned, due);

    public void AssignOn(int day, int due)
    {
        var kind = day - due > 5 ? ProblemKind.TimeLimited : Script.About.Kind;
        Script.Assigned(On(day), kind, day - due, On(due), Words.Text("assignmentInstructions", ("due", Wording.Day(On(due)))));
    }

    /// <summary>The plan goes from the handler to the approval; what has to be corrected at once starts without.</summary>
    public void Plan(int prepared, int approved)
    {
        if (OfList && Script.Kind == ProblemKind.Immediate)
        {
            Script.StartedWithoutPlan(On(prepared));
            return;
        }

        Script.PlanPrepared(On(prepared));
        Script.Signed(On(Between(approved, prepared)));
        Script.PlanApproved(On(approved), Words.Text("planApprovals"));
    }

    /// <summary>Assigned, planned and begun within two or three days.</summary>
    public void Begin(int due)
    {
        Assign(due);
        Plan(Assigned - (Assigned > 4 ? 1 : 0), Math.Max(Assigned - 2, 1));
    }

    /// <summary>A picture of how it was, and some measures done one after the other.</summary>
    public void Work(int from, int to, int measures)
    {
        Show(from, EvidencePurpose.Before);
        for (var i = 1; i <= measures; i++, _ticked++)
        {
            Script.Ticked(On(from - ((from - to) * i / measures)), _ticked, Words.Text("measureNotes"));
        }
    }

    /// <summary>What is left of the measures, a picture of how it is now, and the application for the leader to sign.</summary>
    /// <param name="after">What the picture shows; null for one of its own.</param>
    public void PrepareCloseOut(int day, Drawing? after = null)
    {
        for (; _ticked < Script.About.Measures.Count; _ticked++)
        {
            Script.Ticked(On(day), _ticked, Words.Text("measureNotes"));
        }

        Show(day, EvidencePurpose.After, after);
        if (Random.Next(6) == 0)
        {
            Show(day, EvidencePurpose.Document);
        }

        Script.CloseOutPrepared(On(day), Script.About.Result, Index % 3 == 0 ? "《窗口值守和巡检制度》" : "", Index % 2 == 0 ? "电话回访办事群众两名，均表示满意。" : "");
    }

    public void Apply(int prepared, int signed)
    {
        PrepareCloseOut(prepared);
        Script.Signed(On(signed));
    }

    public void Review(int first, int second)
    {
        Script.FirstReviewed(On(first), Words.Text("firstReviewOpinions"));
        if (Random.Next(12) == 0)
        {
            Show(second, EvidencePurpose.SiteCheck);
        }

        Script.Rechecked(On(second), Words.Text("recheckOpinions"), Words.SeenOnSite(), always: Random.Next(5) == 0);
    }

    public void Close(int day) => Script.Closed(On(day), Words.Text("closeOpinions"));

    /// <summary>Applied, reviewed and closed within a few days.</summary>
    public void Finish(int applied, int closed)
    {
        Apply(applied, applied);
        var first = Math.Max(closed, applied - 1);
        Review(first, Between(closed, first));
        Close(closed);
    }

    public void AskExtension(int day, int signed, int newDue)
    {
        Script.ExtensionAsked(On(day), On(newDue), Words.Text("extensionReasons", ("newDue", Wording.Day(On(newDue)))), Words.Text("extensionProgress"));
        if (signed > 0)
        {
            Script.Signed(On(signed));
        }
    }

    public void Show(int day, EvidencePurpose shows, Drawing? drawing = null)
    {
        var caption = shows == EvidencePurpose.SiteCheck ? "现场核查：{place}" : Words.Caption(shows);
        drawing ??= Plot.NewPicture(shows);
        Before = shows == EvidencePurpose.Before ? drawing : Before;
        Script.Shown(On(day), shows, Words.Fill(caption), drawing);
    }
}
