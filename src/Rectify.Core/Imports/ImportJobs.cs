using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>What an import is busy with.</summary>
public enum ImportStage
{
    Reading = 1,
    Comparing = 2,
    Writing = 3,
}

/// <summary>How far the work of this scope has come.</summary>
public sealed class ImportProgress
{
    /// <summary>Where each stage begins and ends, in percent of the whole.</summary>
    private static readonly Dictionary<ImportStage, (int From, int To)> Shares = new()
    {
        [ImportStage.Reading] = (0, 30),
        [ImportStage.Comparing] = (30, 40),
        [ImportStage.Writing] = (40, 100),
    };

    private volatile int _percent;

    public ImportStage Stage { get; private set; } = ImportStage.Reading;

    /// <summary>0 to 100 over all stages.</summary>
    public int Percent => _percent;

    internal void Report(ImportStage stage, int done, int all)
    {
        var (from, to) = Shares[stage];
        (Stage, _percent) = (stage, from + ((to - from) * done / Math.Max(1, all)));
    }
}

/// <summary>A request under way.</summary>
/// <param name="Work">Ends with the request's failure, or null.</param>
public sealed record ImportJob(ImportProgress Progress, Task<Failure?> Work);

/// <summary>Runs long requests of an import beside the page that asked for them, one at a time for each batch; the page asks how far they are.</summary>
public sealed class ImportJobs(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, ImportJob> _jobs = new();

    /// <summary>Starts the request, unless one for the same batch runs already.</summary>
    /// <param name="personId">Who asks; the request is checked as theirs.</param>
    public ImportJob Run<T>(Guid batchId, Guid? personId, IRequest<Result<T>> request)
    {
        lock (_jobs)
        {
            return _jobs.TryGetValue(batchId, out var running) && !running.Work.IsCompleted ? running : _jobs[batchId] = Start(personId, request);
        }
    }

    /// <summary>The job of a batch; null when there is none.</summary>
    public ImportJob? Of(Guid batchId) => _jobs.GetValueOrDefault(batchId);

    /// <summary>Forgets a job that is done, once its outcome has been told.</summary>
    public void Clear(Guid batchId)
    {
        if (_jobs.TryGetValue(batchId, out var job) && job.Work.IsCompleted)
        {
            _jobs.TryRemove(batchId, out _);
        }
    }

    private ImportJob Start<T>(Guid? personId, IRequest<Result<T>> request)
    {
        var scope = scopes.CreateAsyncScope();
        var progress = scope.ServiceProvider.GetRequiredService<ImportProgress>();
        return new ImportJob(progress, Task.Run(async () =>
        {
            await using (scope)
            {
                scope.ServiceProvider.GetRequiredService<Session>().PersonId = personId;
                return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request)).Failure;
            }
        }));
    }
}
