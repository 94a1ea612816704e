using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>Fates that end before the application: assigned, planned, at work, late, long-term, set aside.</summary>
internal static partial class Fates
{
    private static void Assigned(ProblemTale tale) => tale.Assign(-tale.Between(3, 14));

    private static void AssignmentObjected(ProblemTale tale)
    {
        tale.Assign(-tale.Between(5, 12));
        tale.Script.ObjectedToAssignment(tale.On(tale.Between(1, tale.Assigned - 1)), tale.Words.Fill(tale.Words.Item<ObjectionPhrase>("assignmentObjections", tale.Index).Reasons));
    }

    private static void PlanPrepared(ProblemTale tale)
    {
        tale.Assign(-tale.Between(3, 12));
        tale.Script.PlanPrepared(tale.On(tale.Between(1, tale.Assigned - 1)));
    }

    private static void PlanSubmitted(ProblemTale tale)
    {
        tale.Assign(-tale.Between(3, 12));
        var prepared = tale.Assigned - 1;
        tale.Script.PlanPrepared(tale.On(prepared));
        tale.Script.Signed(tale.On(tale.Between(1, prepared)));
    }

    private static void PlanReturned(ProblemTale tale)
    {
        tale.Assign(-tale.Between(1, 10));
        tale.Script.PlanPrepared(tale.On(tale.Assigned - 1));
        tale.Script.Signed(tale.On(tale.Assigned - 2));
        tale.Script.PlanReturned(tale.On(tale.Between(1, tale.Assigned - 3)), tale.Words.Text("planReturnReasons"));
        if (tale.Index % 3 == 2)
        {
            tale.Script.PlanPrepared(tale.On(1));
        }
    }

    private static void Rectifying(ProblemTale tale)
    {
        var due = -tale.Between(4, 20);
        if (tale.Index % 20 == 7)
        {
            tale.Assign(due);
            Objection(tale, upheld: false);
            tale.Plan(tale.Assigned - 3, tale.Assigned - 4);
            return;
        }

        tale.Begin(due);
        tale.Work(Math.Max(1, tale.Assigned - 3), 1, tale.Index % 4);
    }

    /// <summary>The objection is decided within two days.</summary>
    private static void Objection(ProblemTale tale, bool upheld)
    {
        var words = tale.Words.Item<ObjectionPhrase>("assignmentObjections", tale.Index);
        tale.Script.ObjectedToAssignment(tale.On(tale.Assigned - 1), tale.Words.Fill(words.Reasons));
        tale.Script.ObjectionDecided(tale.On(tale.Assigned - 2), upheld, tale.Words.Fill(upheld ? words.Upheld : words.Refused));
    }

    /// <summary>Some have not even begun, which is worse than the date at hand.</summary>
    private static void DueSoon(ProblemTale tale)
    {
        var due = -(tale.Index % 3);
        if (tale.Index % 5 == 4)
        {
            tale.Assign(due);
            tale.Script.PlanPrepared(tale.On(tale.Between(4, tale.Assigned - 2)));
            tale.Script.Signed(tale.On(tale.Between(2, 3)));
            return;
        }

        tale.Begin(due);
        tale.Work(tale.Assigned - 3, 1, 1 + (tale.Index % 3));
    }

    private static void Overdue(ProblemTale tale)
    {
        var isImmediate = tale.Script.About.Kind == ProblemKind.Immediate && tale.Assigned < 20;
        var due = isImmediate ? tale.Assigned - 3 : tale.Between(1, Math.Min(9, tale.Assigned - 4));
        if (tale.Index % 6 == 5)
        {
            tale.Assign(due);
            return;
        }

        tale.Begin(due);
        tale.Work(tale.Assigned - 3, Math.Max(1, due - 1), tale.Index % 3);
    }

    private static void ExtensionAsked(ProblemTale tale)
    {
        tale.Begin(-tale.Between(0, 4));
        tale.Work(tale.Assigned - 3, 4, 1);
        tale.AskExtension(tale.Between(2, 3), tale.Index < 2 ? 0 : tale.Between(1, 2), -tale.Between(9, 18));
    }

    private static void ExtensionGranted(ProblemTale tale)
    {
        var due = tale.Between(1, Math.Min(6, tale.Assigned - 6));
        var newDue = -tale.Between(2, 14);
        tale.Begin(due);
        tale.Work(tale.Assigned - 3, due + 3, 1);
        tale.AskExtension(due + 2, due + 2, newDue);
        tale.Script.ExtensionDecided(tale.On(due + 1), granted: true, tale.On(newDue), tale.Words.Text("extensionGrants"));
    }

    private static void ExtensionRefused(ProblemTale tale)
    {
        tale.Begin(1 - tale.Index);
        tale.Work(tale.Assigned - 3, 5, 1);
        tale.AskExtension(4, 4, -12);
        tale.Script.ExtensionDecided(tale.On(3), granted: false, tale.On(-12), tale.Words.Text("extensionRefusals"));
    }

    private static void LongTermAsked(ProblemTale tale)
    {
        tale.Begin(-tale.Between(4, 8));
        tale.Work(tale.Assigned - 3, 4, 1);
        tale.Script.LongTermAsked(tale.On(tale.Between(2, 3)), tale.On(-60), LongTermWords(tale));
        if (tale.Index % 2 == 1)
        {
            tale.Script.Signed(tale.On(tale.Between(1, 2)));
        }
    }

    private static void LongTerm(ProblemTale tale)
    {
        tale.Begin(tale.Between(-6, 4));
        tale.Work(tale.Assigned - 3, tale.Assigned - 5, 1);
        var (asked, words) = (tale.Assigned - 6, LongTermWords(tale));
        var review = tale.Index % 2 == 0 ? tale.Between(1, asked - 3) : -tale.Between(20, 60);
        tale.Script.LongTermAsked(tale.On(asked), tale.On(review), words);
        tale.Script.Signed(tale.On(asked));
        tale.Script.LongTermDecided(tale.On(asked - 1), granted: true, tale.Words.Text("longTermGrants"));
        if (review > 0)
        {
            tale.Script.LongTermReviewed(tale.On(review), tale.On(-45), tale.Words.Fill(words.Review));
        }
    }

    private static LongTermPhrase LongTermWords(ProblemTale tale)
    {
        var words = tale.Words.Item<LongTermPhrase>("longTerm");
        return words with { StageGoal = tale.Words.Fill(words.StageGoal) };
    }

    private static void CarriedOver(ProblemTale tale)
    {
        tale.Begin(tale.Between(2, 4));
        tale.Work(tale.Assigned - 3, 3, 2);
        tale.Script.CarriedOver(tale.On(tale.Between(1, 2)), tale.Words.Fill(tale.Words.Item<string>("waivers", 0), ("count", "1")));
    }

    private static void Void(ProblemTale tale)
    {
        tale.Assign(-tale.Between(1, 8));
        tale.Script.Voided(tale.On(tale.Between(1, tale.Assigned - 2)), tale.Words.Text("voidReasons"));
    }
}
