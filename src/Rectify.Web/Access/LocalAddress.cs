namespace Rectify.Web.Access;

/// <summary>Keeps redirects inside the site.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else the other one.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : otherwise;
}
