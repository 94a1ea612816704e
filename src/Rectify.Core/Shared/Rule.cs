namespace Rectify.Core.Shared;

/// <summary>The rules of the procedure that can refuse a move. Each has a sentence in both languages.</summary>
public enum Rule
{
    // Any move
    WrongState,
    ReasonRequired,
    CannotLockOutSelf,
    NotInThisPhase,
    CampaignNotOpen,
}
