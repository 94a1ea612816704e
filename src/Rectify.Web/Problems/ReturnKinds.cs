using Rectify.Core.Problems;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>How the office sorts what the units have sent in.</summary>
public static class ReturnKinds
{
    public const string Waiting = "waiting";
    public const string Accepted = "accepted";
    public const string Returned = "returned";
    public const string Missing = "missing";
    public const string Late = "late";

    public static readonly IReadOnlyList<string> All = [Waiting, Accepted, Returned, Missing, Late];

    public static bool Is(UnitReturn row, string kind) => kind switch
    {
        Waiting => row.State == ProblemListState.Submitted,
        Accepted => row.State == ProblemListState.Accepted,
        Returned => row.State == ProblemListState.Returned,
        Missing => row.State is null,
        Late => row.IsLate,
        _ => false,
    };

    /// <summary>Nothing to see to is grey.</summary>
    public static Tone ToneOf(string kind, IEnumerable<UnitReturn> rows) => !rows.Any(row => Is(row, kind)) ? Tone.Neutral : kind switch
    {
        Waiting => Tone.Info,
        Accepted => Tone.Success,
        Returned => Tone.Warning,
        _ => Tone.Danger,
    };
}
