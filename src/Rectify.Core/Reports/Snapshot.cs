using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports;

/// <summary>What was frozen. The numbers are stored and never change.</summary>
public enum SnapshotKind
{
    /// <summary>月报: one unit's monthly report.</summary>
    MonthlyReport = 1,

    /// <summary>通报: the figures of a bulletin.</summary>
    Bulletin = 2,

    /// <summary>The campaign's figures at a month's end, frozen by the office without a bulletin.</summary>
    CampaignMonth = 3,
}

/// <summary>
/// The figures of an issued report, frozen: written once with all that was printed, and never changed by what happens later.
/// There is one fact and no other; triggers keep the row, the hash tells whether it is still what was issued.
/// </summary>
public sealed class Snapshot : Subject
{
    private Snapshot()
    {
    }

    public Guid CampaignId { get; private set; }

    /// <summary>The unit whose report it is; null for figures of the whole campaign.</summary>
    public Guid? UnitId { get; private set; }

    public SnapshotKind Kind { get; private set; }

    /// <summary>The id that is printed: kind, month and a serial within both, e.g. <c>M-202611-0007</c>. Never used again.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The first day of the month reported on.</summary>
    public DateOnly Month { get; private set; }

    public int Serial { get; private set; }

    /// <summary>The last day counted.</summary>
    public DateOnly CutOff { get; private set; }

    /// <summary>The figures as JSON; its UTF-8 bytes are what was frozen.</summary>
    public string Figures { get; private set; } = "";

    /// <summary>The hash of those bytes, taken when they were frozen.</summary>
    public string Sha256 { get; private set; } = "";

    public string FrozenBy { get; private set; } = "";

    public DateTimeOffset FrozenAt { get; private set; }

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => "Frozen";

    /// <summary>Whether the bytes are those whose hash was taken.</summary>
    public bool IsIntact => Sha256 == HashOf(Figures);

    /// <param name="serial">The next free serial of this kind and month.</param>
    public static Snapshot Freeze(Guid id, Guid campaignId, Guid? unitId, SnapshotKind kind, DateOnly month, int serial, DateOnly cutOff, string figures, Stamp stamp)
    {
        var snapshot = new Snapshot();
        snapshot.Record(new SnapshotFrozen(id, campaignId, unitId, kind, month, serial, cutOff, figures, HashOf(figures)), stamp);
        return snapshot;
    }

    public static string CodeOf(SnapshotKind kind, DateOnly month, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind switch { SnapshotKind.MonthlyReport => 'M', SnapshotKind.Bulletin => 'B', _ => 'C' }}-{month:yyyyMM}-{serial:0000}");

    /// <summary>An id as somebody types it from paper: full-width signs, small letters, missing or other dashes and blanks all mean the same.</summary>
    public static string CodeFrom(string typed)
    {
        var signs = new string([.. typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return signs.Length > 7 ? $"{signs[0]}-{signs[1..7]}-{signs[7..]}" : signs;
    }

    private static string HashOf(string figures) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures)));

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        if (fact is SnapshotFrozen f)
        {
            (Id, CampaignId, UnitId, Kind, Month, Serial, CutOff) = (f.SnapshotId, f.CampaignId, f.UnitId, f.Kind, f.Month, f.Serial, f.CutOff);
            (Code, Figures, Sha256) = (CodeOf(f.Kind, f.Month, f.Serial), f.Figures, f.Sha256);
            (FrozenBy, FrozenAt) = (stamp.ByName, stamp.At);
        }
    }
}

public sealed record SnapshotFrozen(
    Guid SnapshotId, Guid CampaignId, Guid? UnitId, SnapshotKind Kind, DateOnly Month, int Serial, DateOnly CutOff, string Figures, string Sha256) : Fact;
