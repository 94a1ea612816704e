using Rectify.Core.Documents;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Documents;

/// <summary>Short ways to bring a letter to a state, every step by its real command.</summary>
internal static class DocumentSteps
{
    public static DocumentForm Form(this RunningCampaign campaign, string text = "请抓紧整改。\n特此通知。") => new("关于催办整改的通知", text, [campaign.Unit.Id], "", "");

    public static async Task<Guid> LetterAsync(this RunningCampaign campaign, DocumentKind kind = DocumentKind.Reminder, params Guid[] problems)
    {
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftDocument(id, campaign.Id, kind, problems, campaign.Form()));
        return id;
    }

    public static async Task<Guid> IssuedLetterAsync(this RunningCampaign campaign, DocumentKind kind = DocumentKind.Reminder, params Guid[] problems)
    {
        var id = await campaign.LetterAsync(kind, problems);
        await campaign.As(campaign.OfficeLeader).Do(new IssueDocument(id, 1));
        return id;
    }

    public static Task<OfficialDocument> DocumentAsync(this RunningCampaign campaign, Guid id) => campaign.Rectify.FindAsync<OfficialDocument>(id);

    public static StoredFile Scan(string name = "盖章件.pdf", string type = "application/pdf") => new(new string('a', 64), name, type, 1000);
}
