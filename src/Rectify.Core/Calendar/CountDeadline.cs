using FluentValidation;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Calendar;

/// <summary>The day that so many working days from today come to, with the way to it; nothing is set by asking.</summary>
/// <param name="WorkingDays">How many are given; today does not count.</param>
[Requires(Permission.ViewCampaign)]
public sealed record CountDeadline(int WorkingDays) : IQuery<Deadline>;

internal sealed class CountDeadlineShape : AbstractValidator<CountDeadline>
{
    public CountDeadlineShape() => RuleFor(query => query.WorkingDays).InclusiveBetween(1, 250);
}

internal sealed class CountDeadlineHandler(Calendars calendars, Clock clock) : IRequestHandler<CountDeadline, Result<Deadline>>
{
    public Task<Result<Deadline>> Handle(CountDeadline query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Deadline>>(calendars.Current.AddWorkingDays(clock.Today, query.WorkingDays));
}
