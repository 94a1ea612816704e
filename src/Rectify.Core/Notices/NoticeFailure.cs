using System.Linq.Expressions;

namespace Rectify.Core.Notices;

/// <summary>
/// When a notice has failed (source 2: no written reply, or still not corrected). One expression serves the database and
/// the domain alike. It only reads the record and the day, so a restart or a missed job changes nothing.
/// </summary>
public static class NoticeFailure
{
    private static readonly Expression<Func<Notice, DateOnly, bool>> Rule = (notice, today) =>
        notice.IssuedOn != null
        && notice.State != NoticeState.Revoked
        && ((notice.SuspendedOn == null && notice.ReplyDue < today && (notice.FirstReplyOn == null || notice.ReplyDue < notice.FirstReplyOn))
            || (notice.UncorrectedOn <= today && !notice.OnlyUnansweredCounts));

    private static readonly Func<Notice, DateOnly, bool> Compiled = Rule.Compile();

    /// <summary>The rule as a condition the database can evaluate.</summary>
    public static Expression<Func<Notice, bool>> By(DateOnly today) =>
        Expression.Lambda<Func<Notice, bool>>(new Fix(Rule.Parameters[1], today).Visit(Rule.Body), Rule.Parameters[0]);

    internal static bool Holds(Notice notice, DateOnly today) => Compiled(notice, today);

    /// <summary>The first limb alone: no reply came in time.</summary>
    internal static bool ReplyIsLate(Notice notice, DateOnly today) =>
        notice.SuspendedOn is null && notice.ReplyDue < today && (notice.FirstReplyOn is null || notice.ReplyDue < notice.FirstReplyOn);

    private sealed class Fix(ParameterExpression parameter, DateOnly day) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? Expression.Constant(day) : node;
    }
}
