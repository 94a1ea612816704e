using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>
/// All notices on the same problem: the same record with the ones merged into it, over reopenings too. Not: the same category.
/// Only those addressed to one unit count, so that nobody answers for the silence of a unit that had the problem before.
/// </summary>
/// <param name="UnitId">The unit that is asked about; usually the one the problem is with.</param>
/// <param name="Notices">Those of the problem and of every problem merged into it, directly or through others.</param>
public sealed record NoticeLadder(Guid UnitId, IReadOnlyList<Notice> Notices)
{
    /// <summary>The notices that were addressed to the unit.</summary>
    public IEnumerable<Notice> ToUnit => Notices.Where(notice => notice.UnitId == UnitId);

    /// <summary>The notices that count towards a referral.</summary>
    public IEnumerable<Notice> Failed(DateOnly today) => ToUnit.Where(notice => notice.IsFailed(today));

    /// <summary>The rung of the next notice.</summary>
    public int NextOrdinal(DateOnly today) => Failed(today).Count() + 1;

    /// <summary>The notice that bars a further one, or null.</summary>
    /// <param name="except">The notice that wants to go out itself.</param>
    public Notice? Unfinished(DateOnly today, Guid? except = null) =>
        ToUnit.FirstOrDefault(notice => notice.Id != except && !notice.MayBeFollowed(today));

    /// <summary>One unfinished notice per problem and unit at a time.</summary>
    internal void MustBeFree(DateOnly today, Guid? except = null)
    {
        var unfinished = Unfinished(today, except);
        Rules.Require(unfinished is null, Rule.NoticeUnfinished, unfinished?.Number?.Text ?? "");
    }
}
