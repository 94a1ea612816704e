using Microsoft.EntityFrameworkCore;
using Rectify.Core.Documents;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>
/// Tells the letters of the office: reminders, one of them sent to the wrong place and declared void, a rectification notice after a visit and a
/// supervision letter, each drafted from its template as the pages do it. What they are about is found when the day has come. Hours come from
/// a random source of its own, so that the rest of the story stays as it is.
/// </summary>
internal sealed class LettersTale(SeedWorld world, Plot plot, Cast cast)
{
    private readonly OfficeHours _hours = new(world.Zone, new Random(20260318));

    /// <param name="last">The last day told.</param>
    /// <param name="isRunning">Leaves drafts behind, one of them thrown away.</param>
    public void Tell(DateOnly last, bool isRunning)
    {
        DateOnly Before(int workingDays) => world.Calendar.MinusWorkingDays(last, workingDays);
        Letter(DocumentKind.Reminder, Before(8), place: 0);
        Letter(DocumentKind.Reminder, Before(6), place: 1, wrong: "发文对象有误，重新核定责任单位后另行印发。");
        Letter(DocumentKind.Reminder, Before(5), place: 2);
        Letter(DocumentKind.RectificationNotice, Before(5), place: 0);
        Letter(DocumentKind.SupervisionLetter, Before(4), place: 0);
        Letter(DocumentKind.SupervisionLetter, Before(3), place: 1);
        if (isRunning)
        {
            Letter(DocumentKind.Reminder, Before(2), place: 3, isDraft: true, discarded: "该问题已于当日申请销号，不再发文。");
            Letter(DocumentKind.Reminder, Before(1), place: 4, isDraft: true);
            Letter(DocumentKind.RectificationNotice, Before(1), place: 1, isDraft: true);
            Letter(DocumentKind.SupervisionLetter, Before(1), place: 2, isDraft: true);
        }
    }

    /// <param name="place">Which of the problems, or of the units, that call for such a letter on the day.</param>
    private void Letter(DocumentKind kind, DateOnly day, int place, bool isDraft = false, string wrong = "", string discarded = "")
    {
        var (clerk, leader) = (cast.Clerk(place), cast.OfficeLeader);
        var written = _hours.On(day, default);
        var id = plot.Ids.New(written);
        var isWritten = false;
        plot.Timetable.Add(written, async running =>
        {
            if (await AboutAsync(running, kind, place) is not { } about)
            {
                return;
            }

            var start = await running.DoAsync(clerk, about);
            var form = new DocumentForm(start.Title, start.Text, start.AddresseeIds, kind == DocumentKind.RectificationNotice ? "问题清单\n整改情况反馈表" : "", kind == DocumentKind.SupervisionLetter ? "协调小组成员单位" : "");
            await running.DoAsync(clerk, new DraftDocument(id, plot.CampaignId, kind, start.ProblemIds, form));
            isWritten = true;
        });
        Then(20, isDraft ? null : running => running.DoAsync(leader, new IssueDocument(id, 1)));
        Then(60, wrong.Length == 0 ? null : running => running.DoAsync(leader, new VoidDocument(id, 2, wrong)));
        Then(40, discarded.Length == 0 ? null : running => running.DoAsync(clerk, new DiscardDocument(id, 1, discarded)));

        void Then(int minutes, Func<SeedWorld, Task>? step)
        {
            if (step is not null)
            {
                plot.Timetable.Add(written.AddMinutes(minutes), running => isWritten ? step(running) : Task.CompletedTask);
            }
        }
    }

    /// <summary>What such a letter would be about today; null when nothing calls for it.</summary>
    private async Task<GetDocumentProposal?> AboutAsync(SeedWorld running, DocumentKind kind, int place)
    {
        await using var db = running.Open();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(running.Clock.GetUtcNow(), running.Zone).DateTime);
        var open = db.Set<Problem>().Where(problem => problem.CampaignId == plot.CampaignId && problem.Number != null && problem.DueDate != null && problem.State < ProblemState.CloseOutApplied);
        if (kind == DocumentKind.RectificationNotice)
        {
            var visited = open.Where(problem => problem.Source == ProblemSource.Inspection || problem.Source == ProblemSource.UnannouncedVisit);
            var units = await visited.GroupBy(problem => problem.UnitId).Select(found => new { Unit = found.Key, First = found.Min(problem => problem.Number) }).OrderBy(found => found.First).Skip(place).Take(1).ToListAsync();
            return units.Count == 0 ? null
                : new GetDocumentProposal(plot.CampaignId, kind, await visited.Where(problem => problem.UnitId == units[0].Unit).OrderBy(problem => problem.Number).Select(problem => problem.Id).ToListAsync());
        }

        var needed = kind == DocumentKind.SupervisionLetter ? 1 : 0;
        var late = await open.Where(problem => problem.DueDate < today && problem.NoticeCount >= needed).OrderBy(problem => problem.Number).Select(problem => problem.Id).Skip(place).Take(1).ToListAsync();
        return late.Count == 0 ? null : new GetDocumentProposal(plot.CampaignId, kind, late);
    }
}
