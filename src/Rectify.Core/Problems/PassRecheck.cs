using FluentValidation;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>复核: the re-check of a close-out application passes, with the record of the visit where one is needed.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.Recheck)]
public sealed record PassRecheck(Guid ProblemId, int Version, [Text(1000)] string Opinion, SiteCheck? SiteCheck) : ICommand<Done>;

internal sealed class PassRecheckShape : AbstractValidator<PassRecheck>
{
    public PassRecheckShape() => When(command => command.SiteCheck is not null, () =>
    {
        RuleFor(command => command.SiteCheck!.Place).MaximumLength(Finding.PlaceLength);
        RuleFor(command => command.SiteCheck!.Present).MaximumLength(Finding.PlaceLength);
        RuleFor(command => command.SiteCheck!.Findings).NotEmpty().MaximumLength(SiteCheck.FindingsLength);
    });
}

internal sealed class PassRecheckHandler(ProblemChanges changes) : IRequestHandler<PassRecheck, Result<Done>>
{
    public Task<Result<Done>> Handle(PassRecheck command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.PassRecheck(campaign, command.Opinion, command.SiteCheck, stamp), cancellationToken);
}
