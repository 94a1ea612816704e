using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>The text a kind of document starts from in a campaign, where the office has its own.</summary>
public sealed class DocumentTemplate : Subject
{
    private DocumentTemplate()
    {
    }

    public Guid CampaignId { get; private set; }

    public DocumentKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => null;

    public override string StateName => "";

    public static DocumentTemplate Set(Guid id, Guid campaignId, DocumentKind kind, string title, string text, Stamp stamp)
    {
        var template = new DocumentTemplate();
        template.Record(new DocumentTemplateSet(id, campaignId, kind, title.Trim(), text.Trim().ReplaceLineEndings("\n")), stamp);
        return template;
    }

    public void Change(string title, string text, Stamp stamp) => Record(new DocumentTemplateSet(Id, CampaignId, Kind, title.Trim(), text.Trim().ReplaceLineEndings("\n")), stamp);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        if (fact is DocumentTemplateSet f)
        {
            (Id, CampaignId, Kind, Title, Text) = (f.TemplateId, f.CampaignId, f.Kind, f.Title, f.Text);
        }
    }
}
