using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Tests.Model;

/// <summary>The people of the random work, always the same: the usual ones, and some who hold more roles than is good.</summary>
internal static class Cast
{
    public static readonly Guid Office = Id(1);
    public static readonly Guid UnitA = Id(2);
    public static readonly Guid UnitB = Id(3);

    public static readonly Actor Clerk = Of(13, "经办一", Role.OfficeClerk, Office);
    public static readonly Actor OfficeLeader = Of(16, "办公室主任", Role.OfficeLeader, Office);
    public static readonly Actor Handler = Of(10, "承办甲", Role.UnitHandler, UnitA);
    public static readonly Actor Leader = Of(11, "领导甲", Role.UnitLeader, UnitA);

    public static readonly IReadOnlyList<Actor> All =
    [
        Handler, Leader, Of(12, "承办乙", Role.UnitHandler | Role.UnitLeader, UnitB),
        Clerk, Of(14, "经办二", Role.OfficeClerk, Office), Of(15, "核查一", Role.Checker, Office), OfficeLeader,
        Of(17, "身兼数职", Role.OfficeClerk | Role.Checker | Role.OfficeLeader, Office),
        Of(18, "借调人员", Role.UnitHandler | Role.OfficeClerk | Role.Checker | Role.OfficeLeader, UnitA),
        Of(19, "副主任", Role.OfficeLeader | Role.Checker, Office),
        Of(20, "分管领导", Role.Official, Office),
    ];

    /// <summary>The same units and people as rows of a real database.</summary>
    public static IEnumerable<Core.Ledger.Subject> Subjects(Stamp stamp) =>
    [
        Unit.Add(Office, NameOf(Office), UnitLevel.City, UnitKind.CampaignOffice, null, stamp),
        Unit.Add(UnitA, NameOf(UnitA), UnitLevel.City, UnitKind.Department, null, stamp),
        Unit.Add(UnitB, NameOf(UnitB), UnitLevel.City, UnitKind.Department, null, stamp),
        .. All.Select(actor => Person.Add(actor.PersonId, actor.Name, "", actor.UnitId, actor.Roles, stamp)),
    ];

    private static Actor Of(int number, string name, Role roles, Guid unit) => new(Id(number), name, roles, unit, NameOf(unit));

    private static string NameOf(Guid unit) => unit == Office ? "专项整治行动办公室" : unit == UnitA ? "市某某局" : "市另一局";

    private static Guid Id(int number) => new(number, 0, 7, 8, 0, 0, 0, 0, 0, 0, 1);
}
