using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Severity = Rectify.Core.Problems.Severity;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>A prescribed table of problems with all that it prints: what the ledger page shows under the same filter, however much that is.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetTable(Guid CampaignId, TableKind Kind, LedgerFilter Filter) : IQuery<Table>;

/// <param name="UnitName">Whose table it is: the one unit asked for or allowed, otherwise the campaign's office.</param>
/// <param name="Rows">By number, in the responsibility list unit by unit; read bit by bit while they are asked for, all as they stood when the first was.</param>
public sealed record Table(TableKind Kind, string CampaignTitle, string UnitName, DateOnly CutOff, IAsyncEnumerable<TableRow> Rows)
{
    /// <summary>As the unit that asks has chosen them, or as prescribed.</summary>
    public IReadOnlyList<TableColumn> Columns { get; init; } = TableForm.Of(Kind).Columns;

    /// <summary>A title of the unit's own, in which <see cref="TableForm.CampaignMark"/> stands for the campaign; empty for the prescribed one.</summary>
    public string Title { get; init; } = "";
}

/// <param name="Result">What the unit's close-out application says was achieved; empty before.</param>
/// <param name="LookBack">The last look-back, if any.</param>
/// <param name="MergedInto">The number of the problem that answers for this one.</param>
public sealed record TableRow(
    Guid Id, int Number, string UnitName, string CategoryName, ProblemSource Source, DateOnly FoundOn, string Place, string Description, string Matter, Severity Severity,
    ProblemKind Kind, string Goal, IReadOnlyList<Measure> Measures, string ResponsibleLeader, string ResponsiblePerson, DateOnly? OriginalDueDate, DateOnly? DueDate,
    ProblemState State, WarningColour Warning, ReturnNote? Returned, CloseOut? CloseOut, DateOnly? CompletedOn, DateOnly? ClosedOn,
    int EvidenceCount, int NoticeCount, int RecurrenceCount, LookBackLine? LookBack, int? MergedInto, string Remark, IReadOnlyList<string> AssistingUnits);

public sealed record LookBackLine(DateOnly On, bool Recurred);

internal sealed class GetTableShape : AbstractValidator<GetTable>
{
    public GetTableShape()
    {
        RuleFor(query => query.Kind).Must(TableForm.OfProblems.Contains).WithErrorCode("UnknownChoice");
        RuleFor(query => query.Filter).SetValidator(new LedgerFilterShape());
    }
}

internal sealed class GetTableHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars)
    : IRequestHandler<GetTable, Result<Table>>
{
    public async Task<Result<Table>> Handle(GetTable request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        if (!campaign.IsVisibleTo(session.Actor))
        {
            return new NotFound();
        }

        var rows = new TableRows(databases, campaign, session.Actor, request, WarningDates.For(clock.Today, campaign.Policy, calendars.Current));
        var layout = await db.LayoutOf(session.Actor.UnitId, request.Kind).FirstOrDefaultAsync(cancellationToken);
        return new Table(request.Kind, campaign.Details.Title, await UnitNameAsync(db, campaign, request.Filter, cancellationToken), clock.Today, rows.ReadAsync(cancellationToken))
        {
            Columns = layout.ColumnsOf(request.Kind),
            Title = layout?.Title ?? "",
        };
    }

    private async Task<string> UnitNameAsync(RectifyDb db, Campaign campaign, LedgerFilter filter, CancellationToken cancellation)
    {
        var asked = session.Actor.SeesAllUnits ? filter.UnitId : session.Actor.UnitId;
        var name = asked is { } id ? await db.Set<Unit>().Where(unit => unit.Id == id).Select(unit => unit.Name).FirstOrDefaultAsync(cancellation) : null;
        return name ?? campaign.Details.Office;
    }
}

/// <summary>
/// The rows of a table in bits of a few hundred. The numbers are found first, on the covering index alone: four bytes a problem.
/// One read transaction holds the whole table to one moment; in WAL mode it keeps nobody from writing.
/// </summary>
internal sealed class TableRows(IDbContextFactory<RectifyDb> databases, Campaign campaign, Actor actor, GetTable request, WarningDates dates)
{
    private const int Bit = 500;

    private readonly Dictionary<Guid, string> _categories = campaign.Categories.ToDictionary(category => category.Id, category => category.Name);

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync(cancellation);

        // Deferred: a reader may not ask for the write lock.
        await using var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        var units = await db.Set<Unit>().ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
        foreach (var numbers in (await NumbersAsync(db, cancellation)).Chunk(Bit))
        {
            foreach (var row in await BitAsync(db, numbers, units, cancellation))
            {
                yield return row;
            }
        }
    }

    private Task<List<int>> NumbersAsync(RectifyDb db, CancellationToken cancellation)
    {
        var matching = db.LedgerOf(campaign.Id, actor).Matching(request.Filter, db, campaign.Id, dates);
        if (request.Kind == TableKind.PublicTable)
        {
            matching = matching.Where(problem => TableForm.Publishable.Contains(problem.State));
        }

        var ordered = request.Kind == TableKind.ResponsibilityList
            ? from problem in matching
              join unit in db.Set<Unit>() on problem.UnitId equals unit.Id
              orderby unit.Level, unit.Name, problem.Number
              select problem.Number!.Value
            : matching.OrderBy(problem => problem.Number).Select(problem => problem.Number!.Value);
        return ordered.ToListAsync(cancellation);
    }

    private async Task<IEnumerable<TableRow>> BitAsync(RectifyDb db, int[] numbers, Dictionary<Guid, string> units, CancellationToken cancellation)
    {
        var problems = db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id && EF.Parameter(numbers).Contains(problem.Number!.Value));
        var found = await problems.Select(problem => new
        {
            problem.UnitId,
            problem.CategoryId,
            Row = new TableRow(
                problem.Id, problem.Number!.Value, "", "", problem.Source, problem.FoundOn, problem.Place, problem.Description, problem.Matter, problem.Severity,
                problem.Kind, problem.Goal, problem.Measures, problem.ResponsibleLeader, problem.ResponsiblePerson, problem.OriginalDueDate, problem.DueDate,
                problem.State, WarningColour.Green, problem.Returned, problem.CloseOut, problem.CompletedOn, problem.ClosedOn,
                problem.Evidence.Count, problem.NoticeCount, problem.RecurrenceCount, null,
                db.Set<Problem>().Where(other => other.Id == problem.MergedIntoId).Select(other => other.Number).FirstOrDefault(), problem.Remark, Array.Empty<string>()),
        }).ToDictionaryAsync(row => row.Row.Number, cancellation);
        var lookBacks = (await problems.Join(db.Set<LookBack>(), problem => problem.Id, lookBack => lookBack.ProblemId, (_, lookBack) => lookBack)
            .OrderBy(lookBack => lookBack.Id).Select(lookBack => new { lookBack.ProblemId, Line = new LookBackLine(lookBack.On, lookBack.Recurred) }).ToListAsync(cancellation))
            .ToLookup(lookBack => lookBack.ProblemId, lookBack => lookBack.Line);
        var assisting = (await problems.SelectMany(problem => problem.AssistingUnits, (problem, unit) => new { problem.Id, unit.UnitId }).ToListAsync(cancellation))
            .ToLookup(unit => unit.Id, unit => units[unit.UnitId]);
        return numbers.Select(number => found[number]).Select(row => row.Row with
        {
            UnitName = units[row.UnitId],
            CategoryName = _categories.GetValueOrDefault(row.CategoryId, ""),
            Warning = Warning.Of(row.Row.State, row.Row.DueDate, row.Row.Returned is not null, dates),
            LookBack = lookBacks[row.Row.Id].LastOrDefault(),
            AssistingUnits = [.. assisting[row.Row.Id].Order(StringComparer.Ordinal)],
        });
    }
}
