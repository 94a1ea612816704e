using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Calendar;

/// <summary>Brings in a year's published holidays, or corrects an imported year. Gives the year.</summary>
/// <param name="Id">The id a year not imported before gets.</param>
/// <param name="Json">The file's text, in the shape <see cref="HolidayFile"/> reads.</param>
[Requires(Permission.Administer)]
public sealed record ImportHolidayYear(Guid Id, string Json) : ICommand<int>;

internal sealed class ImportHolidayYearValidator : AbstractValidator<ImportHolidayYear>
{
    public ImportHolidayYearValidator()
    {
        RuleFor(command => command.Id).NotEmpty();
        RuleFor(command => command.Json).NotEmpty().MaximumLength(HolidayFile.MaxLength);
    }
}

internal sealed class ImportHolidayYearHandler(Database database, Session session, Clock clock, Calendars calendars) : IRequestHandler<ImportHolidayYear, Result<int>>
{
    public async Task<Result<int>> Handle(ImportHolidayYear request, CancellationToken cancellationToken)
    {
        var (table, errors) = HolidayFile.Read(request.Json);
        if (table is null)
        {
            return new Invalid(errors);
        }

        await database.WriteAsync(async db =>
        {
            var stamp = clock.Stamp(session.Actor);
            if (await db.Set<HolidayYear>().SingleOrDefaultAsync(year => year.Year == table.Year, cancellationToken) is { } known)
            {
                known.Replace(table, stamp);
            }
            else
            {
                db.Add(HolidayYear.Import(request.Id, table, stamp));
            }

            return default(Done);
        }, cancellationToken);
        calendars.Reload();
        return table.Year;
    }
}
