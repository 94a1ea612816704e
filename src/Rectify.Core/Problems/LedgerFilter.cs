using System.Globalization;
using FluentValidation;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>What part of the ledger is wanted; nothing set means all of it. The page's address and the export carry the same filter.</summary>
/// <param name="Phase">The phase the problem was registered in.</param>
/// <param name="Stage">The report's word; several states at once.</param>
/// <param name="Person">Part of the responsible leader's or person's name, or the whole name of somebody who acted on the problem.</param>
/// <param name="Text">The number, when it is nothing but digits; otherwise part of the description or place.</param>
public sealed record LedgerFilter(
    Guid? UnitId = null,
    Guid? CategoryId = null,
    PhaseKind? Phase = null,
    ProblemState? State = null,
    Stage? Stage = null,
    WarningColour? Warning = null,
    bool Overdue = false,
    ProblemKind? Kind = null,
    Severity? Severity = null,
    ProblemSource? Source = null,
    string? Person = null,
    string? Text = null,
    DateOnly? FoundFrom = null,
    DateOnly? FoundTo = null,
    DateOnly? DueFrom = null,
    DateOnly? DueTo = null,
    DateOnly? ClosedFrom = null,
    DateOnly? ClosedTo = null)
{
    /// <summary>The longest text or name searched for, in characters.</summary>
    public const int TextLength = 100;

    public static readonly LedgerFilter None = new();
}

internal sealed class LedgerFilterShape : AbstractValidator<LedgerFilter>
{
    public LedgerFilterShape()
    {
        RuleFor(filter => filter.Phase).IsInEnum();
        RuleFor(filter => filter.State).IsInEnum();
        RuleFor(filter => filter.Stage).IsInEnum();
        RuleFor(filter => filter.Warning).IsInEnum();
        RuleFor(filter => filter.Kind).IsInEnum();
        RuleFor(filter => filter.Severity).IsInEnum();
        RuleFor(filter => filter.Source).IsInEnum();
        RuleFor(filter => filter.Person).MaximumLength(LedgerFilter.TextLength);
        RuleFor(filter => filter.Text).MaximumLength(LedgerFilter.TextLength);
    }
}

internal static class LedgerFilters
{
    /// <summary>The registered problems of a campaign this person may see. A draft, even one taken back, has no number.</summary>
    public static IQueryable<Problem> LedgerOf(this RectifyDb db, Guid campaignId, Actor actor) =>
        db.Set<Problem>().Where(problem => problem.CampaignId == campaignId && problem.Number != null).VisibleTo(actor);

    public static IQueryable<Problem> Matching(this IQueryable<Problem> problems, LedgerFilter filter, RectifyDb db, Guid campaignId, WarningDates dates)
    {
        var states = filter.Stage?.States() ?? [];
        var (person, text) = (filter.Person?.Trim() ?? "", filter.Text?.Trim() ?? "");
        var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null;
        return problems
            .If(filter.UnitId is not null, query => query.Where(problem => problem.UnitId == filter.UnitId))
            .If(filter.CategoryId is not null, query => query.Where(problem => problem.CategoryId == filter.CategoryId))
            .If(filter.Phase is not null, query => query.Where(problem => problem.RegisteredInPhase == filter.Phase))
            .If(filter.State is not null, query => query.Where(problem => problem.State == filter.State))
            .If(filter.Stage is not null, query => query.Where(problem => states.Contains(problem.State)))
            .If(filter.Warning is not null, query => query.Where(Warning.Is(filter.Warning!.Value, dates)))
            .If(filter.Overdue, query => query.Where(Warning.Is(WarningColour.Red, dates)))
            .If(filter.Kind is not null, query => query.Where(problem => problem.Kind == filter.Kind))
            .If(filter.Severity is not null, query => query.Where(problem => problem.Severity == filter.Severity))
            .If(filter.Source is not null, query => query.Where(problem => problem.Source == filter.Source))
            .If(filter.FoundFrom is not null, query => query.Where(problem => problem.FoundOn >= filter.FoundFrom))
            .If(filter.FoundTo is not null, query => query.Where(problem => problem.FoundOn <= filter.FoundTo))
            .If(filter.DueFrom is not null, query => query.Where(problem => problem.DueDate >= filter.DueFrom))
            .If(filter.DueTo is not null, query => query.Where(problem => problem.DueDate <= filter.DueTo))
            .If(filter.ClosedFrom is not null, query => query.Where(problem => problem.ClosedOn >= filter.ClosedFrom))
            .If(filter.ClosedTo is not null, query => query.Where(problem => problem.ClosedOn <= filter.ClosedTo))
            .If(number is not null, query => query.Where(problem => problem.Number == number))
            .If(number is null && text.Length > 0, query => query.Where(problem => problem.Description.Contains(text) || problem.Place.Contains(text)))
            .If(person.Length > 0, query => query.Where(problem => problem.ResponsiblePerson.Contains(person) || problem.ResponsibleLeader.Contains(person)
                || db.Set<LedgerEntry>().Where(entry => entry.LogId == campaignId && entry.ActorName == person).Select(entry => entry.SubjectId).Contains(problem.Id)));
    }

    private static IQueryable<T> If<T>(this IQueryable<T> query, bool wanted, Func<IQueryable<T>, IQueryable<T>> with) => wanted ? with(query) : query;
}
