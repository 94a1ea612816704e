using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>What a close-out sheet prints besides the problem itself.</summary>
/// <param name="Pictures">Those printed, before and after side by side; the others are listed by name.</param>
/// <param name="RulesReported">What the unit's signed monthly reports named as 出台制度 while the problem was open, the oldest first.</param>
public sealed partial record CloseOutRecord(IReadOnlyList<PicturePair> Pictures, IReadOnlyList<RulesReported> RulesReported)
{
    /// <summary>群众回访 as the application tells it. Where somebody complained and it tells nothing, the box stays free for a pen.</summary>
    /// <param name="none">What a clerk writes where there was none.</param>
    public static string CallBack(Problem problem, string none) => problem.CloseOut switch
    {
        { CallBack.Length: > 0 } told => told.CallBack,
        null => "",
        _ => problem.Source is ProblemSource.Complaint or ProblemSource.Hotline ? "" : none,
    };

    /// <summary>建章立制: the rules the application names, and those of the unit's monthly reports, a line each.</summary>
    /// <param name="reported">How a monthly report's are told.</param>
    /// <param name="none">What a clerk writes where an application names none.</param>
    public string RulesMade(Problem problem, Func<RulesReported, string> reported, string none)
    {
        IEnumerable<string> made = [problem.CloseOut?.RulesMade ?? "", .. RulesReported.Select(reported)];
        return string.Join('\n', made.Where(line => line.Length > 0)) is { Length: > 0 } known ? known : problem.CloseOut is null ? "" : none;
    }

    /// <summary>What a file shows, in its own words; its name too where that says something else.</summary>
    /// <param name="both">How both are told.</param>
    public static string Name(Evidence evidence, Func<string, string, string> both)
    {
        var said = Gist(Path.GetFileNameWithoutExtension(evidence.FileName));
        return evidence.Caption.Length == 0 ? evidence.FileName : Gist(evidence.Caption).Contains(said, StringComparison.OrdinalIgnoreCase) ? evidence.Caption : both(evidence.Caption, evidence.FileName);
    }

    /// <summary>Without what only tells which side it shows, and without blanks and signs.</summary>
    private static string Gist(string text) => Signs().Replace(Side().Replace(text.Trim(), ""), "");

    [GeneratedRegex("^(整改)?(前|后|before|after)(照片|图片|photo|picture)?(?=$|[^\\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex Side();

    [GeneratedRegex(@"[\s\p{P}]+")]
    private static partial Regex Signs();

    /// <summary>The pictures of a purpose that are not printed.</summary>
    public IEnumerable<Evidence> Unprinted(Problem problem, EvidencePurpose purpose)
    {
        var printed = Pictures.SelectMany(pair => new[] { pair.Before, pair.After }).Select(picture => picture?.Evidence.Id).ToHashSet();
        return problem.Evidence.Where(evidence => evidence.Purpose == purpose && !printed.Contains(evidence.Id)).OrderBy(evidence => evidence.Id);
    }
}

public sealed record RulesReported(DateOnly Month, string Text);

public sealed record PicturePair(EvidencePicture? Before, EvidencePicture? After);

/// <summary>A picture as it is printed.</summary>
/// <param name="Width">In pixels.</param>
public sealed record EvidencePicture(Evidence Evidence, byte[] Content, int Width, int Height)
{
    /// <summary>As large as it can be within a box, in the box's unit.</summary>
    public (double Width, double Height) Within(double width, double height)
    {
        var scale = Math.Min(width / Width, height / Height);
        return (Width * scale, Height * scale);
    }
}

internal static class CloseOutReading
{
    /// <summary>Pictures before and after, side by side.</summary>
    public const int MostPairs = 3;

    /// <summary>In bytes, of one picture and of all: the sheet is made in memory.</summary>
    public const int LargestPicture = 5 * 1024 * 1024;
    public const int LargestTotal = 12 * 1024 * 1024;

    private const int MostMonths = 12;

    public static async Task<CloseOutRecord> CloseOutRecordAsync(this RectifyDb db, Problem problem, EvidenceStore store, CancellationToken cancellation) =>
        new(await PicturesAsync(problem, store, cancellation), await RulesReportedAsync(db, problem, cancellation));

    private static async Task<IReadOnlyList<RulesReported>> RulesReportedAsync(RectifyDb db, Problem problem, CancellationToken cancellation)
    {
        var from = ReportMonths.FirstDay(problem.AssignedOn ?? problem.FoundOn);
        var reports = await db.Set<MonthlyReport>()
            .Where(report => report.CampaignId == problem.CampaignId && report.UnitId == problem.UnitId && report.Month >= from && (report.State == MonthlyReportState.Submitted || report.State == MonthlyReportState.Accepted))
            .OrderBy(report => report.Month).Take(MostMonths).Select(report => new { report.Month, report.Text }).ToListAsync(cancellation);
        return [.. reports.Where(report => report.Text.Institutions.Length > 0 && !(report.Month > problem.ClosedOn)).Select(report => new RulesReported(report.Month, report.Text.Institutions))];
    }

    private static async Task<IReadOnlyList<PicturePair>> PicturesAsync(Problem problem, EvidenceStore store, CancellationToken cancellation)
    {
        List<PicturePair> pairs = [];
        var left = LargestTotal;
        foreach (var (before, after) in Sides(problem).Take(MostPairs))
        {
            pairs.Add(new PicturePair(await ReadAsync(before), await ReadAsync(after)));
        }

        return [.. pairs.Where(pair => pair is not { Before: null, After: null })];

        async Task<EvidencePicture?> ReadAsync(Evidence? evidence)
        {
            if (evidence is null || evidence.Size > Math.Min(LargestPicture, left) || await ContentAsync(store, evidence, cancellation) is not { } content || PictureSize.Of(content) is not { } size)
            {
                return null;
            }

            left -= content.Length;
            return new EvidencePicture(evidence, content, size.Width, size.Height);
        }
    }

    /// <summary>Each picture before with the one that answers it; those that answer none fill the free places.</summary>
    private static List<(Evidence? Before, Evidence? After)> Sides(Problem problem)
    {
        IEnumerable<Evidence> Of(EvidencePurpose purpose) => problem.Evidence
            .Where(evidence => evidence.Purpose == purpose && evidence.ContentType.StartsWith("image/", StringComparison.Ordinal)).OrderBy(evidence => evidence.Id);
        var afters = Of(EvidencePurpose.After).ToList();
        List<(Evidence? Before, Evidence? After)> sides = [];
        foreach (var before in Of(EvidencePurpose.Before))
        {
            var after = afters.Find(after => after.PairOf == before.Id);
            afters.Remove(after!);
            sides.Add((before, after));
        }

        foreach (var after in afters)
        {
            if (sides.FindIndex(side => side.After is null) is >= 0 and var free)
            {
                sides[free] = (sides[free].Before, after);
            }
            else
            {
                sides.Add((null, after));
            }
        }

        return sides;
    }

    /// <summary>The bytes the ledger knows, or null when they are gone or are others by now.</summary>
    private static async Task<byte[]?> ContentAsync(EvidenceStore store, Evidence evidence, CancellationToken cancellation)
    {
        await using var file = store.Open(evidence.Sha256);
        if (file is null || file.Length > LargestPicture)
        {
            return null;
        }

        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == evidence.Sha256 ? content : null;
    }
}
