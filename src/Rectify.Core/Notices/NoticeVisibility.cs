using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>Who sees which notice: the office and officials all, units their own once delivered.</summary>
public static class NoticeVisibility
{
    public static IQueryable<Notice> VisibleTo(this IQueryable<Notice> notices, Actor actor)
    {
        var unit = actor.UnitId;
        return actor.SeesAllUnits ? notices : notices.Where(notice => notice.UnitId == unit && notice.IssuedOn != null);
    }

    /// <summary>The same rule for a notice already loaded.</summary>
    public static bool IsVisibleTo(this Notice notice, Actor actor) =>
        actor.SeesAllUnits || (notice.UnitId == actor.UnitId && notice.IssuedOn is not null);
}
