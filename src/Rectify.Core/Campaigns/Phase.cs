namespace Rectify.Core.Campaigns;

/// <summary>The four phases every campaign goes through in this order (source 0, part four).</summary>
public enum PhaseKind
{
    /// <summary>动员部署</summary>
    Mobilisation = 1,

    /// <summary>自查自纠</summary>
    SelfInspection = 2,

    /// <summary>集中整改</summary>
    Concentrated = 3,

    /// <summary>建章立制</summary>
    InstitutionBuilding = 4,
}

/// <summary>One phase with its planned dates. Neighbouring phases may share their boundary day, as in the 2018 plan.</summary>
/// <param name="From">First day, in the campaign's time zone.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Goals">What the phase is for, in the office's words.</param>
public sealed record CampaignPhase(PhaseKind Kind, DateOnly From, DateOnly To, string Goals);

/// <summary>Why a phase may not end yet, with what is missing.</summary>
/// <param name="Condition">Which exit condition does not hold.</param>
/// <param name="UnitId">The unit that owes something, when it is a unit.</param>
/// <param name="Count">How many problems are still open, when it is about problems; otherwise 1.</param>
public sealed record UnmetCondition(ExitCondition Condition, Guid? UnitId, int Count);

public enum ExitCondition
{
    /// <summary>The unit has submitted neither a problem list nor a signed nil return.</summary>
    ListMissing = 1,

    /// <summary>The unit's list was sent back and has not come again. One that waits for acceptance holds nothing up: submitting ends the unit's part.</summary>
    ListNotAccepted = 2,

    /// <summary>The unit has problems that are neither closed nor long-term nor carried over.</summary>
    ProblemOpen = 3,

    /// <summary>No unit takes part.</summary>
    NoUnits = 4,
}
