namespace Rectify.Core.Seeding;

/// <summary>
/// What many people do side by side, in the order of time. The scripts write their steps down first, each for itself; only then
/// is anything done, so that the ledger tells the whole campaign in order.
/// </summary>
internal sealed class Timetable
{
    private readonly List<(DateTimeOffset At, Func<SeedWorld, Task> Step)> _steps = [];

    public int Steps => _steps.Count;

    /// <summary>The moment of the last step.</summary>
    public DateTimeOffset End => _steps.Max(step => step.At);

    public void Add(DateTimeOffset at, Func<SeedWorld, Task> step) => _steps.Add((at, step));

    /// <param name="progress">Told after every step: the share done, and the moment.</param>
    public async Task RunAsync(SeedWorld world, Action<double, DateTimeOffset> progress, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var (at, step) in _steps.OrderBy(step => step.At))
        {
            cancellation.ThrowIfCancellationRequested();
            world.Clock.MoveTo(at);
            await step(world);
            progress((double)++done / _steps.Count, at);
        }
    }
}
