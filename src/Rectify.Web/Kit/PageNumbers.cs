namespace Rectify.Web.Kit;

/// <summary>Which page numbers a pagination shows.</summary>
internal static class PageNumbers
{
    /// <summary>The first, the last and those around the active one; null stands for a gap.</summary>
    public static IEnumerable<int?> Around(int active, int total)
    {
        var previous = 0;
        foreach (var page in Enumerable.Range(1, total).Where(page => page == 1 || page == total || Math.Abs(page - active) <= 2))
        {
            if (page > previous + 1)
            {
                yield return page == previous + 2 ? page - 1 : null;
            }

            yield return previous = page;
        }
    }
}
