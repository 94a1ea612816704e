namespace Rectify.Core.Shared;

/// <summary>Makes ids: version-7 GUIDs, made when a form is first shown, so that a repeated post is recognised.</summary>
public static class Ids
{
    public static Guid New() => Guid.CreateVersion7();
}
