using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

/// <summary>A problem applied for with pictures, and how its sheets have to print them.</summary>
internal static class PictureTests
{
    /// <summary>One picture before, one after, the rules made and the call-back told.</summary>
    public static async Task<Guid> PicturedAsync(this RunningCampaign campaign)
    {
        var id = await campaign.RectifyingAsync();
        var before = await campaign.AddPictureAsync(id, EvidencePictures.Png(EvidencePurpose.Before), "整改前.png", EvidencePurpose.Before);
        await campaign.AddPictureAsync(id, EvidencePictures.Jpeg, "整改后.jpg", EvidencePurpose.After, before);
        await campaign.TickAllAsync(id);
        await campaign.Move(campaign.Handler, id, version => new PrepareCloseOut(id, version, "终端已修复并恢复使用", "《自助终端巡检制度》", "电话回访办事人两名，均表示满意"));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        return id;
    }

    /// <summary>Both pictures are on one A4 page, side by side, each right above its name, none over the page's edge.</summary>
    public static async Task ShouldStandOnPageAsync(Pdf printed, string before, string after)
    {
        printed.Pages.ShouldAllBe(page => Math.Abs(page.Width - 210) < 0.5 && Math.Abs(page.Height - 297) < 0.5);
        var page = printed.Pages.ToList().FindIndex(page => page.Lines.Any(line => line.Text.Contains("整改前.png")));
        var lines = printed.Pages[page].Lines;
        var (name, other) = (lines.First(line => line.Text.Contains(before)), lines.First(line => line.Text.Contains(after)));
        var pictures = await PrintedPictures.ReadAsync(printed, page + 1);

        pictures.Count.ShouldBe(2);
        var (left, right) = (pictures.MinBy(picture => picture.Left)!, pictures.MaxBy(picture => picture.Left)!);
        left.ShouldSatisfyAllConditions(
            picture => picture.Left.ShouldBeGreaterThan(20), picture => picture.Right.ShouldBeLessThan(right.Left), picture => picture.Bottom.ShouldBeLessThan(name.Bottom), picture => picture.Bottom.ShouldBeGreaterThan(name.Top - 25),
            picture => ((picture.Right - picture.Left) / (picture.Bottom - picture.Top)).ShouldBe(1.6, 0.05));
        right.ShouldSatisfyAllConditions(
            picture => picture.Right.ShouldBeLessThan(190), picture => picture.Bottom.ShouldBeLessThan(other.Bottom), picture => ((picture.Right - picture.Left) / (picture.Bottom - picture.Top)).ShouldBe(0.6, 0.05));
    }
}
