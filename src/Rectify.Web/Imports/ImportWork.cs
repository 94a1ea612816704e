using MediatR;
using Rectify.Core.Imports;
using Rectify.Core.Shared;
using Rectify.Web.Problems;

namespace Rectify.Web.Imports;

/// <summary>An import as a page finds it: there to be shown, or still busy.</summary>
/// <param name="View">Null while it is busy.</param>
/// <param name="Busy">How far the work is; null when it is done.</param>
/// <param name="Failure">Why the work that has just ended came to nothing.</param>
public sealed record ImportStanding(Result<ImportView>? View, ImportProgress? Busy, Failure? Failure);

/// <summary>Runs an import's long work beside the page: a short file is ready at once, a long one is asked for again every second.</summary>
public sealed class ImportWork(IMediator mediator, ImportJobs jobs, Session session)
{
    /// <summary>How long a page waits before it shows how far the work is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task<ImportStanding> FindAsync(Guid batchId, ImportOutcome? outcome = null, int page = 1)
    {
        var (busy, failure) = await OutcomeAsync(batchId, jobs.Of(batchId));
        if (busy is not null)
        {
            return new ImportStanding(null, busy, null);
        }

        var view = await mediator.Send(new GetImport(batchId, outcome, page));
        if (failure is not null || view is not { Value: { Reading: null, Batch.State: ImportState.Read } })
        {
            return new ImportStanding(view, null, failure);
        }

        (busy, failure) = await OutcomeAsync(batchId, jobs.Run(batchId, session.PersonId, new ReadImport(batchId, ProblemListWords.All)));
        return busy is not null ? new ImportStanding(null, busy, null) : new ImportStanding(await mediator.Send(new GetImport(batchId, outcome, page)), null, failure);
    }

    /// <summary>Begins what may take a while; the import's page tells what it came to.</summary>
    public async Task StartAsync<T>(Guid batchId, IRequest<Result<T>> request) => await WaitAsync(jobs.Run(batchId, session.PersonId, request));

    private async Task<(ImportProgress? Busy, Failure? Failure)> OutcomeAsync(Guid batchId, ImportJob? job)
    {
        if (job is null)
        {
            return (null, null);
        }

        await WaitAsync(job);
        if (!job.Work.IsCompleted)
        {
            return (job.Progress, null);
        }

        jobs.Clear(batchId);
        return (null, await job.Work);
    }

    private static async Task WaitAsync(ImportJob job) => await Task.WhenAny(job.Work, Task.Delay(Patience));
}
