namespace Rectify.Core.Shared;

/// <summary>One page of a longer list.</summary>
/// <param name="Items">What stands on this page, in a fixed order tied on the id.</param>
/// <param name="Number">The page's number, from 1.</param>
/// <param name="Size">How many items a full page holds.</param>
/// <param name="Total">How many items there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    /// <summary>The usual number of rows on a page.</summary>
    public const int UsualSize = 50;

    public int Count => Math.Max(1, (Total + Size - 1) / Size);
}
