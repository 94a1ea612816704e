using FluentValidation;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>Changes a draft.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftNotice)]
public sealed record ReviseNotice(Guid NoticeId, int Version, NoticeForm Form) : ICommand<Done>;

internal sealed class ReviseNoticeShape : AbstractValidator<ReviseNotice>
{
    public ReviseNoticeShape() => RuleFor(command => command.Form).SetValidator(new NoticeFormShape());
}

internal sealed class ReviseNoticeHandler(NoticeChanges changes) : IRequestHandler<ReviseNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviseNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Revise(command.Form, stamp), cancellationToken);
}
