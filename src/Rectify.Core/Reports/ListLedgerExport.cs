using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Severity = Rectify.Core.Problems.Severity;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>The ledger with all that its export prints, by number: what the ledger page shows under the same filter.</summary>
[Requires(Permission.ViewProblems)]
public sealed record ListLedgerExport(Guid CampaignId, LedgerFilter Filter) : IQuery<LedgerExport>
{
    /// <summary>A workbook holds its rows in memory, some 20 KB each; a ledger longer than this is cut and says so.</summary>
    public const int LargestCount = 5000;
}

/// <param name="UnitName">Whose ledger it is: the one unit asked for or allowed, otherwise the campaign's office.</param>
/// <param name="Total">How many problems match; more than the rows when the export was cut.</param>
public sealed record LedgerExport(string CampaignTitle, string UnitName, DateOnly CutOff, int Total, IReadOnlyList<LedgerExportRow> Rows);

/// <param name="LookBack">The last look-back, if any.</param>
/// <param name="MergedInto">The number of the problem that answers for this one.</param>
public sealed record LedgerExportRow(
    Guid Id, int Number, string UnitName, string CategoryName, ProblemSource Source, DateOnly FoundOn, string Place, string Description, Severity Severity, ProblemKind Kind,
    string Goal, IReadOnlyList<Measure> Measures, string ResponsibleLeader, string ResponsiblePerson, DateOnly? OriginalDueDate, DateOnly? DueDate,
    ProblemState State, WarningColour Warning, ReturnNote? Returned, CloseOut? CloseOut, DateOnly? CompletedOn, DateOnly? ClosedOn,
    int EvidenceCount, int NoticeCount, int RecurrenceCount, LookBackLine? LookBack, int? MergedInto, string Remark);

public sealed record LookBackLine(DateOnly On, bool Recurred);

internal sealed class ListLedgerExportShape : AbstractValidator<ListLedgerExport>
{
    public ListLedgerExportShape() => RuleFor(query => query.Filter).SetValidator(new LedgerFilterShape());
}

internal sealed class ListLedgerExportHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars)
    : IRequestHandler<ListLedgerExport, Result<LedgerExport>>
{
    public async Task<Result<LedgerExport>> Handle(ListLedgerExport request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        if (!campaign.IsVisibleTo(session.Actor))
        {
            return new NotFound();
        }

        var dates = WarningDates.For(clock.Today, campaign.Policy, calendars.Current);
        var matching = db.LedgerOf(campaign.Id, session.Actor).Matching(request.Filter, db, campaign.Id, dates);
        var total = await matching.CountAsync(cancellationToken);
        var rows = await RowsAsync(db, matching.OrderBy(problem => problem.Number).Take(ListLedgerExport.LargestCount), cancellationToken);
        var lookBacks = (await db.Set<LookBack>().Where(lookBack => lookBack.CampaignId == campaign.Id)
            .OrderBy(lookBack => lookBack.Id).Select(lookBack => new { lookBack.ProblemId, Line = new LookBackLine(lookBack.On, lookBack.Recurred) }).ToListAsync(cancellationToken))
            .ToLookup(lookBack => lookBack.ProblemId, lookBack => lookBack.Line);
        return new LedgerExport(
            campaign.Details.Title,
            await UnitNameAsync(db, campaign, request.Filter, cancellationToken),
            clock.Today,
            total,
            [
                .. rows.Select(row => row.Row with
                {
                    CategoryName = campaign.Category(row.CategoryId)?.Name ?? "",
                    Warning = Warning.Of(row.Row.State, row.Row.DueDate, row.Row.Returned is not null, dates),
                    LookBack = lookBacks[row.Row.Id].LastOrDefault(),
                }),
            ]);
    }

    private static Task<List<RowOfCategory>> RowsAsync(RectifyDb db, IQueryable<Problem> problems, CancellationToken cancellation) =>
        (from problem in problems
         join unit in db.Set<Unit>() on problem.UnitId equals unit.Id
         orderby problem.Number
         select new RowOfCategory(problem.CategoryId, new LedgerExportRow(
             problem.Id, problem.Number!.Value, unit.Name, "", problem.Source, problem.FoundOn, problem.Place, problem.Description, problem.Severity, problem.Kind,
             problem.Goal, problem.Measures, problem.ResponsibleLeader, problem.ResponsiblePerson, problem.OriginalDueDate, problem.DueDate,
             problem.State, WarningColour.Green, problem.Returned, problem.CloseOut, problem.CompletedOn, problem.ClosedOn,
             problem.Evidence.Count, problem.NoticeCount, problem.RecurrenceCount, null,
             db.Set<Problem>().Where(other => other.Id == problem.MergedIntoId).Select(other => other.Number).FirstOrDefault(), problem.Remark)))
        .ToListAsync(cancellation);

    private async Task<string> UnitNameAsync(RectifyDb db, Campaign campaign, LedgerFilter filter, CancellationToken cancellation)
    {
        var asked = session.Actor.SeesAllUnits ? filter.UnitId : session.Actor.UnitId;
        var name = asked is { } id ? await db.Set<Unit>().Where(unit => unit.Id == id).Select(unit => unit.Name).FirstOrDefaultAsync(cancellation) : null;
        return name ?? campaign.Details.Office;
    }

    private sealed record RowOfCategory(Guid CategoryId, LedgerExportRow Row);
}
