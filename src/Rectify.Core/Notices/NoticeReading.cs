using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>Finds what belongs to the same problem over merges.</summary>
internal static class NoticeReading
{
    /// <summary>The notices on the problem and on every problem merged into it, asked about the unit the problem is with; read only.</summary>
    public static async Task<NoticeLadder> LadderAsync(this RectifyDb db, Guid problemId)
    {
        var same = await db.SameProblemAsync(problemId);
        var unit = await db.Set<Problem>().Where(problem => problem.Id == problemId).Select(problem => problem.UnitId).FirstAsync();
        return new NoticeLadder(unit, await db.Set<Notice>().AsNoTracking().Where(notice => same.Contains(notice.ProblemId)).OrderBy(notice => notice.Id).ToListAsync());
    }

    /// <summary>The problem and every problem merged into it, directly or through others.</summary>
    public static async Task<IReadOnlyList<Guid>> SameProblemAsync(this RectifyDb db, Guid problemId)
    {
        var same = new List<Guid> { problemId };
        for (IReadOnlyList<Guid?> last = [problemId]; last.Count > 0;)
        {
            var found = await db.Set<Problem>().Where(problem => last.Contains(problem.MergedIntoId)).Select(problem => problem.Id).ToListAsync();
            last = [.. found.Except(same).Cast<Guid?>()];
            same.AddRange(found.Except(same));
        }

        return same;
    }

    /// <summary>The problem that answers for each of these now: itself, or what it was merged into, step by step.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> AnsweringProblemsAsync(this RectifyDb db, IReadOnlyCollection<Guid> problemIds)
    {
        var answering = problemIds.ToDictionary(id => id);
        for (var moved = true; moved;)
        {
            var ends = answering.Values.Distinct().ToList();
            var merged = await db.Set<Problem>().Where(problem => ends.Contains(problem.Id) && problem.MergedIntoId != null).ToDictionaryAsync(problem => problem.Id, problem => problem.MergedIntoId!.Value);
            moved = merged.Count > 0;
            foreach (var (id, end) in answering.Where(pair => merged.ContainsKey(pair.Value)).ToList())
            {
                answering[id] = merged[end];
            }
        }

        return answering;
    }

    /// <summary>The next free number of the year, over all campaigns. Numbers of revoked notices stay used.</summary>
    public static async Task<int> NextSerialAsync(this RectifyDb db, int year) =>
        (await db.Set<Notice>().Where(notice => notice.Year == year).MaxAsync(notice => notice.Serial) ?? 0) + 1;
}
