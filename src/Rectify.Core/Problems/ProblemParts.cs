using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>What was found, as entered on the list.</summary>
/// <param name="Matter">涉及事项, the service the finding is about; may be empty.</param>
/// <param name="Place">窗口/场所; may be empty.</param>
public sealed record Finding(
    Guid CategoryId,
    Guid? SymptomId,
    ProblemSource Source,
    Severity Severity,
    ProblemKind Kind,
    WorkStyles Styles,
    string Place,
    string Description,
    string Matter,
    DateOnly FoundOn,
    string Remark)
{
    public const int PlaceLength = 100;
    public const int DescriptionLength = 1000;
    public const int RemarkLength = 500;
}

/// <summary>What the unit will do: goal, measures, date and persons.</summary>
/// <param name="DueDate">The date the unit proposes; in force once the office has assigned or approved it.</param>
public sealed record RectificationPlan(string Goal, IReadOnlyList<Measure> Measures, DateOnly? DueDate, string ResponsibleLeader, string ResponsiblePerson)
{
    public const int GoalLength = 500;
    public const int MeasureLength = 500;
    public const int MeasureCount = 20;
    public const int PersonLength = 50;

    public static readonly RectificationPlan Empty = new("", [], null, "", "");
}

/// <summary>One step of the plan, ticked off when done.</summary>
public sealed record Measure(string Text, DateOnly? DoneOn = null, string Note = "");

/// <summary>How a due date came about, so that it can be explained later.</summary>
/// <param name="From">The day the count starts from; not itself counted (民法典 art. 201).</param>
/// <param name="WorkingDays">The working days counted, or null when a date was named.</param>
public sealed record DueBasis(DateOnly From, int? WorkingDays);

/// <summary>Who did one step of the close-out, with the opinion given.</summary>
public sealed record Opinion(Guid By, string ByName, DateOnly On, string Text)
{
    internal static Opinion Of(FactStamp stamp, string text = "") => new(stamp.By, stamp.ByName, stamp.On, text);
}

/// <summary>现场核查: what the checker saw on the spot.</summary>
public sealed record SiteCheck(DateOnly On, string Place, string Present, string Findings)
{
    public const int FindingsLength = 1000;
}

/// <summary>The close-out under way or done: application, reviews, closing.</summary>
/// <param name="RulesMade">建章立制: the rules made so that it does not come back; empty when the unit names none.</param>
/// <param name="CallBack">群众回访: what the people concerned said of the result; empty when the unit tells of none.</param>
public sealed record CloseOut(
    string Result,
    Opinion Prepared,
    Opinion? Signed = null,
    Opinion? FirstReview = null,
    Opinion? Recheck = null,
    SiteCheck? SiteCheck = null,
    Opinion? Closed = null,
    string RulesMade = "",
    string CallBack = "")
{
    public const int ResultLength = 2000;
    public const int RulesMadeLength = 500;
    public const int CallBackLength = 500;

    /// <summary>Everyone who took a part so far; the next step needs somebody else.</summary>
    public IEnumerable<Guid> Hands => new[] { Prepared, Signed, FirstReview, Recheck, Closed }.Where(o => o is not null).Select(o => o!.By);
}

/// <summary>延期 asked for: the old date stays known, the new one counts once granted.</summary>
public sealed record ExtensionRequest(DateOnly OldDueDate, DateOnly NewDueDate, string Reason, string Progress, Opinion Asked, Opinion? Signed = null, Opinion? Decision = null, bool? Granted = null);

/// <summary>长期坚持: a stage goal instead of a closing date.</summary>
public sealed record LongTermGoal(string StageGoal, DateOnly NextReview, string Reason, Opinion Asked, Opinion? Signed = null);

/// <summary>The unit says the problem is not its own.</summary>
public sealed record AssignmentObjection(string Reasons, Opinion Raised, Opinion? Decision = null, bool? Upheld = null);

/// <summary>公示: published until a date; objections have to be settled before closing.</summary>
public sealed record PublicNotice(string Text, DateOnly From, DateOnly To, IReadOnlyList<PublicObjection> Objections);

public sealed record PublicObjection(Guid Id, string Text, DateOnly ReceivedOn, string? Settlement = null);

/// <summary>Sent back, with what is still required (补充整改要求).</summary>
public sealed record ReturnNote(ProblemState FromState, string FurtherRequirement, string ByName, DateOnly On);

/// <summary>A file that proves something. The bytes lie in the evidence store under their SHA-256.</summary>
/// <param name="PairOf">For an after picture: the before picture it answers.</param>
public sealed record Evidence(Guid Id, string Sha256, string FileName, string ContentType, long Size, EvidencePurpose Purpose, string Caption, Guid? PairOf, string AddedBy, Guid AddedByUnit, DateOnly AddedOn)
{
    public const int CaptionLength = 200;
}

/// <summary>A unit that helps the lead unit (协办单位).</summary>
public sealed record AssistingUnit(Guid UnitId);

internal static class Opinions
{
    public static Opinion Opinion(this Stamp stamp, string text = "") => new(stamp.By.PersonId, stamp.By.Name, stamp.Today, text.Trim());
}
