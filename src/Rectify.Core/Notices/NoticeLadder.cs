using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>All notices on the same problem: the same record with the ones merged into it, over reopenings too. Not: the same category.</summary>
/// <param name="Notices">Those of the problem and of every problem merged into it, directly or through others.</param>
public sealed record NoticeLadder(IReadOnlyList<Notice> Notices)
{
    /// <summary>The notices that count towards a referral.</summary>
    public IEnumerable<Notice> Failed(DateOnly today) => Notices.Where(notice => notice.IsFailed(today));

    /// <summary>The rung of the next notice.</summary>
    public int NextOrdinal(DateOnly today) => Failed(today).Count() + 1;

    /// <summary>The notice that bars a further one, or null.</summary>
    /// <param name="except">The notice that wants to go out itself.</param>
    public Notice? Unfinished(DateOnly today, Guid? except = null) =>
        Notices.FirstOrDefault(notice => notice.Id != except && !notice.MayBeFollowed(today));

    /// <summary>One unfinished notice per problem at a time.</summary>
    internal void MustBeFree(DateOnly today, Guid? except = null)
    {
        var unfinished = Unfinished(today, except);
        Rules.Require(unfinished is null, Rule.NoticeUnfinished, unfinished?.Number?.Text ?? "");
    }
}
