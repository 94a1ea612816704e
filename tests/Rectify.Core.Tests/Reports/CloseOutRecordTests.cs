using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

public sealed class CloseOutRecordTests
{
    [Fact]
    public void A_picture_tells_its_size_in_its_first_bytes()
    {
        PictureSize.Of(EvidencePictures.Png(EvidencePurpose.Before)).ShouldBe((320, 200));
        PictureSize.Of(EvidencePictures.Jpeg).ShouldBe((24, 40));
    }

    [Fact]
    public void What_is_no_picture_is_cut_off_or_claims_too_much_has_no_size()
    {
        var huge = EvidencePictures.Png(EvidencePurpose.Before);
        BinaryPrimitives.WriteInt32BigEndian(huge.AsSpan(16), 16_385);
        var endless = EvidencePictures.Jpeg.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(endless.AsSpan(4), 0xFFFF);

        foreach (var file in (byte[][])[[], [0xFF, 0xD8, 0xFF], "%PDF-1.7"u8.ToArray(), huge, endless, EvidencePictures.Jpeg[..30], EvidencePictures.Png(EvidencePurpose.After)[..20]])
        {
            PictureSize.Of(file).ShouldBeNull();
        }
    }

    [Fact]
    public async Task An_after_picture_stands_beside_the_one_it_answers_and_the_rest_is_listed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RectifyingAsync();
        var before = new List<Guid>();
        for (var number = 1; number <= 4; number++)
        {
            before.Add(await campaign.AddPictureAsync(id, EvidencePictures.Png(EvidencePurpose.Before, number), $"前{number}.png", EvidencePurpose.Before));
        }

        await campaign.AddPictureAsync(id, EvidencePictures.Jpeg, "答二.jpg", EvidencePurpose.After, before[1]);
        await campaign.AddPictureAsync(id, EvidencePictures.Png(EvidencePurpose.After), "另.png", EvidencePurpose.After);
        await campaign.AddPictureAsync(id, [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "坏.jpg", EvidencePurpose.After);

        var form = await campaign.As(campaign.Handler).Do(new GetCloseOutForm(id));

        form.Record.Pictures.Select(pair => (pair.Before?.Evidence.FileName, pair.After?.Evidence.FileName)).ShouldBe([("前1.png", "另.png"), ("前2.png", "答二.jpg"), ("前3.png", null)]);
        form.Record.Unprinted(form.Problem, EvidencePurpose.Before).Select(file => file.FileName).ShouldBe(["前4.png"]);
        form.Record.Unprinted(form.Problem, EvidencePurpose.After).Select(file => file.FileName).ShouldBe(["坏.jpg"]);
    }

    [Fact]
    public async Task A_picture_too_large_to_hold_or_changed_on_the_disk_is_only_listed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RectifyingAsync();
        var large = new byte[CloseOutReading.LargestPicture + 1];
        EvidencePictures.Png(EvidencePurpose.Before).CopyTo(large, 0);
        var larger = new byte[CloseOutReading.LargestPicture];
        EvidencePictures.Png(EvidencePurpose.Before, 2).CopyTo(larger, 0);
        await campaign.AddPictureAsync(id, large, "过大.png", EvidencePurpose.Before);
        foreach (var number in Enumerable.Range(1, 3))
        {
            larger[^1] = (byte)number;
            await campaign.AddPictureAsync(id, larger, $"大{number}.png", EvidencePurpose.After);
        }

        var form = await campaign.As(campaign.Handler).Do(new GetCloseOutForm(id));
        form.Record.Pictures.Select(pair => (pair.Before?.Evidence.FileName, pair.After?.Evidence.FileName)).ShouldBe([(null, "大1.png"), (null, "大2.png")]);
        form.Record.Unprinted(form.Problem, EvidencePurpose.After).Select(file => file.FileName).ShouldBe(["大3.png"]);

        var first = form.Record.Pictures[0].After!.Evidence.Sha256;
        var place = campaign.Rectify.Services.GetRequiredService<DataPlace>();
        await File.WriteAllBytesAsync(Path.Combine(place.EvidenceDirectory, first[..2], first), EvidencePictures.Png(EvidencePurpose.After));
        (await campaign.As(campaign.Handler).Do(new GetCloseOutForm(id))).Record.Pictures[0].After!.Evidence.FileName.ShouldBe("大2.png");
    }

    [Fact]
    public async Task Rules_come_from_the_signed_monthly_reports_since_the_assignment()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.AssignedAsync();
        var month = ReportMonths.FirstDay(campaign.Today);
        await campaign.WrittenAsync(month);
        (await campaign.As(campaign.Handler).Do(new GetCloseOutForm(id))).Record.RulesReported.ShouldBeEmpty();

        await campaign.SignedMonthAsync(month);
        await campaign.SignedMonthAsync(month.AddMonths(-1));

        (await campaign.As(campaign.Handler).Do(new GetCloseOutForm(id))).Record.RulesReported.ShouldBe([new RulesReported(month, "《窗口值守制度》")]);
    }

    [Theory]
    [InlineData("整改前：排队等候情况", "整改前：排队等候情况.png", "整改前：排队等候情况")]
    [InlineData("整改后：排队等候情况", "排队等候情况.jpg", "整改后：排队等候情况")]
    [InlineData("排队等候 情况", "整改前-排队等候情况.PNG", "排队等候 情况")]
    [InlineData("大厅入口", "整改后.jpg", "大厅入口")]
    [InlineData("Before: queue", "before_queue.png", "Before: queue")]
    [InlineData("整改前：排队等候情况", "IMG_0012.png", "整改前：排队等候情况+IMG_0012.png")]
    [InlineData("大厅", "大厅东门.png", "大厅+大厅东门.png")]
    [InlineData("大厅", "前台.png", "大厅+前台.png")]
    [InlineData("", "整改前.png", "整改前.png")]
    public void A_pictures_file_is_named_beside_its_caption_only_where_it_says_something_else(string caption, string file, string told) =>
        CloseOutRecord.Name(new Evidence(Guid.Empty, "", file, "image/png", 1, EvidencePurpose.Before, caption, null, "", Guid.Empty, default), (words, name) => $"{words}+{name}").ShouldBe(told);
}
