using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>A person chooses a new password. Wrong present passwords count towards the lock like wrong sign-ins.</summary>
[Requires(Permission.OwnAccount)]
public sealed record ChangeOwnPassword(string Present, string New, string Again) : ICommand<Done>;

internal sealed class ChangeOwnPasswordValidator : AbstractValidator<ChangeOwnPassword>
{
    public ChangeOwnPasswordValidator()
    {
        RuleFor(c => c.Present).NotEmpty().MaximumLength(PasswordPolicy.MaximumLength);
        RuleFor(c => c.New).NotEmpty();
        RuleFor(c => c.Again).Equal(c => c.New).WithErrorCode("PasswordsDiffer");
    }
}

internal sealed class ChangeOwnPasswordHandler(Database database, Session session, Clock clock, Credentials credentials) : IRequestHandler<ChangeOwnPassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeOwnPassword command, CancellationToken cancellationToken) =>
        await database.WriteAsync<Result<Done>>(async db =>
        {
            var account = await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == session.Actor.PersonId, cancellationToken)
                ?? throw new NotPermitted();
            if (account.IsLocked(clock.Now))
            {
                return new Invalid([new FieldError(nameof(command.Present), "AccountLocked")]);
            }

            if (!credentials.IsRight(account, command.Present))
            {
                // Returned, not thrown: the count has to be saved.
                account.CountFailure(clock.Now);
                return new Invalid([new FieldError(nameof(command.Present), "PasswordWrong")]);
            }

            credentials.Change(nameof(command.New), account, command.New, mustChange: false);
            return default(Done);
        }, cancellationToken);
}
