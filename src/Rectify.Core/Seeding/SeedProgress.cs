namespace Rectify.Core.Seeding;

/// <summary>What the first start is busy with.</summary>
public enum SeedStage
{
    Organisations = 1,
    FinishedCampaign = 2,
    LiveCampaign = 3,
    MovingIn = 4,
}

/// <summary>How far the first start has come.</summary>
/// <param name="Percent">0 to 100 over all stages.</param>
/// <param name="Day">The day the story has reached.</param>
public sealed record SeedProgress(SeedStage Stage, int Percent, DateOnly Day);
