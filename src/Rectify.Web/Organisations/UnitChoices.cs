using Rectify.Core.Organisations;
using Rectify.Web.Kit;

namespace Rectify.Web.Organisations;

/// <summary>Units as choices of a field, grouped by kind.</summary>
public static class UnitChoices
{
    public static IReadOnlyList<Choice> Of(IReadOnlyList<UnitChoice>? units, Guid? except = null) =>
        [.. (units ?? []).Where(unit => unit.Id != except).OrderBy(unit => unit.Kind).Select(unit => Choice.Of(unit.Id, unit.Name, Words.Of(unit.Kind)))];
}
