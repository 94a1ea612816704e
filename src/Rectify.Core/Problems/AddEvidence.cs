using FluentValidation;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Adds a file, already received into the evidence store, to a problem.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="EvidenceId">Made when the form was first shown; a repeated post adds nothing.</param>
/// <param name="PairOf">For an after picture: the before picture it answers.</param>
[Requires(Permission.HandleEvidence)]
public sealed record AddEvidence(Guid ProblemId, int Version, Guid EvidenceId, StoredFile File, EvidencePurpose Purpose, [Text(200)] string Caption, Guid? PairOf) : ICommand<Done>;

internal sealed class AddEvidenceShape : AbstractValidator<AddEvidence>
{
    public AddEvidenceShape() => RuleFor(command => command.Purpose).IsInEnum();
}

internal sealed class AddEvidenceHandler(ProblemChanges changes) : IRequestHandler<AddEvidence, Result<Done>>
{
    public Task<Result<Done>> Handle(AddEvidence command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) =>
        {
            var file = command.File;
            problem.AddEvidence(new Evidence(
                command.EvidenceId, file.Sha256, file.Name, file.ContentType, file.Size, command.Purpose, command.Caption.Trim(), command.PairOf, stamp.By.Name, stamp.By.UnitId, stamp.Today), stamp);
        }, cancellationToken, problem => problem.Evidence.Any(evidence => evidence.Id == command.EvidenceId));
}
