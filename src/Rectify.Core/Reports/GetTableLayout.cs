using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>How the own unit prints a table.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetTableLayout(TableKind Kind) : IQuery<TableLayoutView>;

/// <param name="Id">Of the layout, or of the one to be made.</param>
/// <param name="Version">0 when the unit never chose.</param>
/// <param name="Title">Empty for the prescribed one.</param>
/// <param name="Columns">Those in force, in order.</param>
/// <param name="IsOwn">Whether the unit departs from the prescribed form.</param>
public sealed record TableLayoutView(Guid Id, int Version, TableKind Kind, string UnitName, string Title, IReadOnlyList<TableColumn> Columns, bool IsOwn, bool MayArrange);

internal sealed class GetTableLayoutShape : AbstractValidator<GetTableLayout>
{
    public GetTableLayoutShape() => RuleFor(query => query.Kind).IsInEnum();
}

internal sealed class GetTableLayoutHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<GetTableLayout, Result<TableLayoutView>>
{
    public async Task<Result<TableLayoutView>> Handle(GetTableLayout request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var actor = session.Actor;
        var layout = await db.LayoutOf(actor.UnitId, request.Kind).FirstOrDefaultAsync(cancellationToken);
        var unit = await db.Set<Unit>().Where(unit => unit.Id == actor.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken);
        return new TableLayoutView(
            layout?.Id ?? Ids.New(), layout?.Version ?? 0, request.Kind, unit ?? "", layout?.Title ?? "", layout.ColumnsOf(request.Kind), layout?.Is("", []) == false, actor.May(Permission.ArrangeTables));
    }
}
