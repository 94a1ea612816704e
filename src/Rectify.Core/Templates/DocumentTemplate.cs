using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Templates;

/// <summary>The office's own text for a kind of draft in a campaign. Drafts written before keep their words.</summary>
public sealed class DocumentTemplate : Subject
{
    public const int TitleLength = 200;
    public const int TextLength = 8000;

    private DocumentTemplate()
    {
    }

    public Guid CampaignId { get; private set; }

    public TemplateKind Kind { get; private set; }

    /// <summary>Empty for a kind without a title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Empty once the office went back to the standard text.</summary>
    public string Text { get; private set; } = "";

    public bool IsStandard => Text.Length == 0;

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => null;

    public override string StateName => "";

    public static DocumentTemplate Set(Guid id, Guid campaignId, TemplateKind kind, string title, string text, Stamp stamp)
    {
        var template = new DocumentTemplate();
        template.Record(new DocumentTemplateSet(id, campaignId, kind, title.Trim(), text.Trim().ReplaceLineEndings("\n")), stamp);
        return template;
    }

    public void Change(string title, string text, Stamp stamp) => Record(new DocumentTemplateSet(Id, CampaignId, Kind, title.Trim(), text.Trim().ReplaceLineEndings("\n")), stamp);

    /// <summary>Goes back to the standard text.</summary>
    public void Reset(Stamp stamp) => Record(new DocumentTemplateReset(), stamp);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case DocumentTemplateSet f:
                (Id, CampaignId, Kind, Title, Text) = (f.TemplateId, f.CampaignId, f.Kind, f.Title, f.Text);
                break;
            case DocumentTemplateReset:
                (Title, Text) = ("", "");
                break;
        }
    }
}

/// <summary>The office's own text for a kind of draft.</summary>
public sealed record DocumentTemplateSet(Guid TemplateId, Guid CampaignId, TemplateKind Kind, string Title, string Text) : Fact;

/// <summary>The standard text holds again.</summary>
public sealed record DocumentTemplateReset : Fact;
