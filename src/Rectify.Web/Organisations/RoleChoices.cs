using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Organisations;

internal static class RoleChoices
{
    public static IReadOnlyList<Choice> All => Choice.Of(Enum.GetValues<Role>().Where(role => role != Role.None));

    /// <summary>The boxes that are ticked for these roles.</summary>
    public static List<Role> Of(Role roles) => [.. Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role))];

    public static Role Together(IEnumerable<Role>? ticked) => (ticked ?? []).Aggregate(Role.None, (roles, role) => roles | role);
}
