using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Problems;
using Rectify.Core.Seeding;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

/// <summary>Pictures that programs can open, and the way they become evidence.</summary>
internal static class EvidencePictures
{
    /// <summary>24 dots wide, 40 high.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAoABgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAIE/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AgCWMAAAAAAAAAB//2Q==");

    /// <summary>320 dots wide, 200 high.</summary>
    public static byte[] Png(EvidencePurpose shows, int number = 1) => SamplePicture.Draw(new Drawing(shows, number));

    public static async Task<Guid> AddPictureAsync(this RunningCampaign campaign, Guid problem, byte[] content, string name, EvidencePurpose purpose, Guid? pairOf = null)
    {
        var (file, _) = await campaign.Rectify.Services.GetRequiredService<EvidenceStore>().ReceiveAsync(new MemoryStream(content), name);
        var id = Ids.New();
        await campaign.As(campaign.Handler).Do(new AddEvidence(problem, await campaign.VersionAsync(problem), id, file!, purpose, "", pairOf));
        return id;
    }
}
