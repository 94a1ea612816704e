using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Gives a table of the own unit a title and chooses and orders its columns.</summary>
/// <param name="Id">Of the layout, when the unit has none of this table yet.</param>
/// <param name="Version">The version the page showed; 0 when there was none.</param>
/// <param name="Title">Empty for the prescribed one; <see cref="TableForm.CampaignMark"/> in it stands for the campaign.</param>
[Requires(Permission.ArrangeTables)]
public sealed record SetTableLayout(Guid Id, TableKind Kind, int Version, [Text(ChosenLayout.TitleLength)] string Title, IReadOnlyList<TableColumn> Columns) : ICommand<Done>;

internal sealed class SetTableLayoutShape : AbstractValidator<SetTableLayout>
{
    public SetTableLayoutShape()
    {
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Columns).Must((command, columns) => columns.Count > 0 || TableForm.Of(command.Kind).Choices.Count == 0).WithErrorCode("NoColumn")
            .Must((command, columns) => columns.All(column => TableForm.Of(command.Kind).Choices.Contains(column)) && columns.Distinct().Count() == columns.Count).WithErrorCode("UnknownChoice")
            .When(command => Enum.IsDefined(command.Kind));
    }
}

internal sealed class SetTableLayoutHandler(Database database, Session session, Clock clock) : IRequestHandler<SetTableLayout, Result<Done>>
{
    public Task<Result<Done>> Handle(SetTableLayout command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var (stamp, title) = (clock.Stamp(session.Actor), command.Title.Trim());
        var layout = await db.LayoutOf(session.Actor.UnitId, command.Kind).AsTracking().FirstOrDefaultAsync(cancellationToken);
        if (layout is null)
        {
            db.Add(ChosenLayout.Choose(command.Id, session.Actor.UnitId, command.Kind, title, command.Columns, stamp));
        }
        else if (!layout.Is(title, command.Columns))
        {
            layout.MustBeAt(command.Version);
            layout.Change(title, command.Columns, stamp);
        }

        return new Done();
    }, cancellationToken);
}
