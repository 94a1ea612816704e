using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Checks that several commands of the slice share.</summary>
internal static class OrganisationRules
{
    private const Role EveryRole = Role.UnitHandler | Role.UnitLeader | Role.OfficeClerk | Role.Checker | Role.OfficeLeader | Role.DisciplineOfficer | Role.Official | Role.Administrator;

    public static IRuleBuilderOptions<T, string> MustBeUserName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(Account.UserNameLength).Matches(@"^\s*[\p{L}\p{Nd}._-]*\s*$").WithErrorCode("UserNameLetters");

    public static IRuleBuilderOptions<T, Role> MustBeRoles<T>(this IRuleBuilder<T, Role> rule) =>
        rule.Must(roles => roles != Role.None).WithErrorCode("Required").Must(roles => (roles & ~EveryRole) == 0).WithErrorCode("UnknownChoice");

    public static async Task RequireFreeUnitNameAsync(this RectifyDb db, Guid id, string name, CancellationToken cancellation)
    {
        var trimmed = name.Trim();
        if (await db.Set<Unit>().AnyAsync(unit => unit.Name == trimmed && unit.Id != id, cancellation))
        {
            throw new InvalidInput(new FieldError(nameof(AddUnit.Name), "NameTaken", trimmed));
        }
    }

    public static async Task RequireFreeUserNameAsync(this RectifyDb db, string userName, CancellationToken cancellation)
    {
        var normalized = Account.Normalize(userName);
        if (await db.Set<Account>().AnyAsync(account => account.NormalizedUserName == normalized, cancellation))
        {
            throw new InvalidInput(new FieldError(nameof(AddPerson.UserName), "NameTaken", userName.Trim()));
        }
    }

    /// <summary>A unit stands under a unit that exists and is not itself under it.</summary>
    public static async Task RequireParentAsync(this RectifyDb db, Guid id, Guid? parentId, CancellationToken cancellation)
    {
        for (var above = parentId; above is { } next;)
        {
            Rules.Require(next != id, Rule.UnitInsideItself);
            var parent = await db.Set<Unit>().Where(unit => unit.Id == next).Select(unit => new { unit.ParentId }).FirstOrDefaultAsync(cancellation)
                ?? throw new InvalidInput(new FieldError(nameof(AddUnit.ParentId), "UnknownChoice"));
            above = parent.ParentId;
        }
    }

    public static async Task RequireUnitAsync(this RectifyDb db, Guid unitId, CancellationToken cancellation)
    {
        if (!await db.Set<Unit>().AnyAsync(unit => unit.Id == unitId, cancellation))
        {
            throw new InvalidInput(new FieldError(nameof(AddPerson.UnitId), "UnknownChoice"));
        }
    }
}
