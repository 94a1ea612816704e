using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>The clerk drafts the next notice on a problem. Gives its id.</summary>
/// <param name="NoticeId">Made when the form was first shown; a repeated post drafts nothing.</param>
[Requires(Permission.DraftNotice)]
public sealed record DraftNotice(Guid NoticeId, Guid ProblemId, NoticeForm Form) : ICommand<Guid>;

internal sealed class DraftNoticeShape : AbstractValidator<DraftNotice>
{
    public DraftNoticeShape()
    {
        RuleFor(command => command.NoticeId).NotEmpty();
        RuleFor(command => command.Form).SetValidator(new NoticeFormShape());
    }
}

internal sealed class NoticeFormShape : AbstractValidator<NoticeForm>
{
    public NoticeFormShape()
    {
        RuleFor(form => form.InspectedPartyName).NotEmpty().MaximumLength(NoticeForm.PartyLength);
        RuleFor(form => form.ProblemsFound).NotEmpty().MaximumLength(NoticeForm.TextLength);
        RuleFor(form => form.Basis).NotEmpty().MaximumLength(NoticeForm.TextLength);
    }
}

internal sealed class DraftNoticeHandler(Database database, Session session, Clock clock) : IRequestHandler<DraftNotice, Result<Guid>>
{
    public Task<Result<Guid>> Handle(DraftNotice command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        if (await db.Set<Notice>().AnyAsync(notice => notice.Id == command.NoticeId, cancellationToken))
        {
            return command.NoticeId;
        }

        var problem = await db.Set<Problem>().AsNoTracking().VisibleTo(session.Actor).FirstOrDefaultAsync(problem => problem.Id == command.ProblemId, cancellationToken)
            ?? throw new SubjectNotFound(command.ProblemId);
        var campaign = await db.CampaignAsync(problem.CampaignId);
        db.Add(Notice.Draft(command.NoticeId, campaign, problem, await db.LadderAsync(problem.Id), command.Form, clock.Stamp(session.Actor)));
        return command.NoticeId;
    }, cancellationToken);
}
