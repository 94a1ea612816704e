using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>Turns each stage's share into percent of the whole, and tells every percent once.</summary>
internal sealed class ProgressSteps(IProgress<SeedProgress> progress, Clock clock)
{
    private int _told = -1;

    /// <param name="from">The percent the stage begins with.</param>
    /// <param name="to">The percent it ends with.</param>
    public Action<double, DateTimeOffset> At(SeedStage stage, int from, int to) => (share, at) =>
    {
        var percent = from + (int)(share * (to - from));
        if (percent > _told)
        {
            _told = percent;
            progress.Report(new SeedProgress(stage, percent, clock.DateOf(at)));
        }
    };
}
