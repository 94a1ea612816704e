using FluentValidation;
using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Changes a draft's words, cut-off or look ahead.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftBulletin)]
public sealed record ReviseBulletin(Guid BulletinId, int Version, BulletinText Text) : ICommand<Done>;

internal sealed class ReviseBulletinShape : AbstractValidator<ReviseBulletin>
{
    public ReviseBulletinShape() => RuleFor(command => command.Text).SetValidator(new BulletinTextShape());
}

internal sealed class ReviseBulletinHandler(Database database, Session session, Clock clock) : IRequestHandler<ReviseBulletin, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviseBulletin command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        command.Text.MustBeWritable(clock.Today);
        (await db.ForChangeAsync<Bulletin>(command.BulletinId, command.Version)).Revise(command.Text, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
