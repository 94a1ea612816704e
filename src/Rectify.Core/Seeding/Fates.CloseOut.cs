using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>Fates from the application on.</summary>
internal static partial class Fates
{
    private static readonly Drawing Shared = new(EvidencePurpose.After, ushort.MaxValue);

    private static void CloseOutPrepared(ProblemTale tale)
    {
        Worked(tale, 2, -tale.Between(1, 8));
        tale.PrepareCloseOut(tale.Between(1, 2));
    }

    /// <summary>Two show the same picture, and one the same before and after: what the reviewer has to notice.</summary>
    private static void CloseOutApplied(ProblemTale tale)
    {
        var applied = tale.Between(1, 4);
        Worked(tale, applied, applied - tale.Between(-1, 6));
        tale.PrepareCloseOut(applied, tale.Index switch
        {
            3 or 4 => Shared,
            5 => tale.Before,
            _ => null,
        });
        tale.Script.Signed(tale.On(applied));
    }

    private static void FirstReviewed(ProblemTale tale)
    {
        var applied = tale.Between(2, 5);
        AppliedOn(tale, applied);
        tale.Script.FirstReviewed(tale.On(tale.Between(1, applied - 1)), tale.Words.Text("firstReviewOpinions"));
    }

    private static void Rechecked(ProblemTale tale)
    {
        var applied = tale.Between(3, 6);
        AppliedOn(tale, applied);
        tale.Review(applied - 1, tale.Between(1, applied - 2));
    }

    private static void PublicNotice(ProblemTale tale)
    {
        var published = tale.Between(2, 5) + (tale.Index == 0 ? 4 : 0);
        AppliedOn(tale, published + 3);
        tale.Review(published + 2, published + 1);
        tale.Script.Published(tale.On(published), tale.Words.Text("publicNoticeTexts"));
        if (tale.Index % 2 == 1)
        {
            var words = tale.Words.Item<PublicObjectionPhrase>("publicObjections", tale.Index / 2);
            var objection = tale.Script.PublicObjected(tale.On(published - 1), words.Text);
            if (tale.Index == 1)
            {
                tale.Script.PublicObjectionSettled(tale.On(1), objection, words.Settlement);
            }
        }
    }

    private static void CloseOutReturned(ProblemTale tale)
    {
        var applied = tale.Between(4, 8);
        AppliedOn(tale, applied);
        var byChecker = tale.Index % 2 == 1;
        if (byChecker)
        {
            tale.Script.FirstReviewed(tale.On(applied - 1), tale.Words.Text("firstReviewOpinions"));
        }

        tale.Script.CloseOutReturned(tale.On(tale.Between(1, applied - 2)), byChecker, tale.Words.Text(byChecker ? "recheckReturnReasons" : "firstReviewReturnReasons"));
    }

    /// <summary>立行立改: three days for the unit, and the office is as quick.</summary>
    private static void ClosedAtOnce(ProblemTale tale)
    {
        var applied = tale.Assigned - tale.Between(2, tale.Index % 9 == 4 ? 4 : 3);
        tale.Begin(tale.Assigned - 3);
        tale.Work(tale.Assigned - 2, tale.Assigned - 2, 1);
        var closed = applied - tale.Between(1, 3);
        tale.Finish(applied, closed);
        LookBackHeld(tale, closed);
    }

    /// <summary>Most in time; every eighth late, every seventh after a return, every eleventh after an extension, a few after a public notice.</summary>
    private static void Closed(ProblemTale tale)
    {
        if (tale.Script.About.Kind == ProblemKind.Immediate && tale.Index % 4 > 0)
        {
            ClosedAtOnce(tale);
            return;
        }

        var closed = tale.Between(1, tale.Assigned - 8);
        var applied = tale.Between(closed + 2, Math.Min(closed + 5, tale.Assigned - 5));
        if (tale.Index % 11 == 5 && applied < tale.Assigned - 7)
        {
            AfterExtension(tale, applied);
        }
        else if (tale.Index % 7 == 2)
        {
            Worked(tale, applied + 2, applied - tale.Between(0, 5));
            tale.Apply(applied + 2, applied + 2);
            tale.Script.CloseOutReturned(tale.On(applied + 1), byChecker: false, tale.Words.Text("firstReviewReturnReasons"));
        }
        else
        {
            Worked(tale, applied, tale.Index % 8 == 3 ? applied + tale.Between(1, 2) : applied - tale.Between(0, 9));
        }

        if (tale.Index % 16 == 10 && closed > 13)
        {
            closed -= 12;
            PublishedAndClosed(tale, applied, closed);
        }
        else
        {
            tale.Finish(applied, closed);
        }

        LookBackHeld(tale, closed);
    }

    private static void LookBackHeld(ProblemTale tale, int closed)
    {
        if (tale.Index % 5 == 0 && closed > 6)
        {
            tale.Script.LookedBack(tale.On(tale.Between(1, closed - 5)), recurred: false, tale.Words.Text("lookBacksHeld"));
        }
    }

    private static void AfterExtension(ProblemTale tale, int applied)
    {
        var (due, newDue) = (applied + 1, applied - 5);
        tale.Begin(due);
        tale.Work(tale.Assigned - 3, due + 2, 1);
        tale.AskExtension(due + 2, due + 2, newDue);
        tale.Script.ExtensionDecided(tale.On(due + 1), granted: true, tale.On(newDue), tale.Words.Text("extensionGrants"));
    }

    /// <summary>Eleven working days are longer than the ten calendar days of the notice.</summary>
    private static void PublishedAndClosed(ProblemTale tale, int applied, int closed)
    {
        tale.Apply(applied, applied);
        tale.Review(applied - 1, applied - 1);
        tale.Script.Published(tale.On(closed + 11), tale.Words.Text("publicNoticeTexts"));
        tale.Close(closed);
    }

    private static void Reopened(ProblemTale tale)
    {
        var closed = tale.Between(15, tale.Assigned - 9);
        Worked(tale, closed + 3, closed + tale.Between(-2, 3));
        tale.Finish(closed + 3, closed);
        var seen = tale.Between(5, 10);
        tale.Script.LookedBack(tale.On(seen), recurred: true, tale.Words.Text("lookBacksRecurred"));
        tale.Script.Reopened(tale.On(seen - 1), tale.On(tale.Index == 0 ? 2 : -tale.Between(2, 8)), tale.Words.Text("reopenReasons"));
        tale.Show(tale.Between(1, seen - 2), EvidencePurpose.Document);
    }

    private static void AppliedOn(ProblemTale tale, int applied)
    {
        Worked(tale, applied, applied - tale.Between(-1, 6));
        tale.Apply(applied, applied);
    }

    /// <summary>Begun after the assignment and nearly all done by this day.</summary>
    private static void Worked(ProblemTale tale, int until, int due)
    {
        tale.Begin(Math.Min(due, tale.Assigned - 3));
        tale.Work(Math.Max(until, tale.Assigned - 3), until, 2);
    }
}
