namespace Rectify.Benchmarks.Harness;

/// <summary>How far the process grows above where it stood, looked at fifty times a second.</summary>
internal sealed class PeakMemory
{
    private const int MegaByte = 1024 * 1024;

    private readonly long _idle;
    private long _peak;
    private bool _isOver;

    public PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _idle = Environment.WorkingSet;
        _ = Task.Run(WatchAsync);
    }

    /// <summary>Says the growth, and stops the run when it is above the bound.</summary>
    /// <param name="bound">In megabytes.</param>
    public void MustStayBelow(int bound)
    {
        _isOver = true;
        var growth = (_peak - _idle) / MegaByte;
        Console.WriteLine($"// Peak memory: {growth} MB above idle, bound {bound} MB");
        if (growth >= bound)
        {
            throw new InvalidOperationException($"The process grew by {growth} MB; at most {bound} MB are allowed");
        }
    }

    private async Task WatchAsync()
    {
        while (!_isOver)
        {
            _peak = Math.Max(_peak, Environment.WorkingSet);
            await Task.Delay(20);
        }
    }
}
