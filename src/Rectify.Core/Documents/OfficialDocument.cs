using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>公文: a letter of the office, drafted from a template, signed by its leader, numbered in its series.</summary>
public sealed class OfficialDocument : Subject
{
    private readonly List<Addressee> _addressees = [];
    private readonly List<AboutProblem> _about = [];

    private OfficialDocument()
    {
    }

    public Guid CampaignId { get; private set; }

    public DocumentKind Kind { get; private set; }

    public DocumentState State { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>主送</summary>
    public IReadOnlyList<Addressee> Addressees => _addressees;

    public IReadOnlyList<AboutProblem> About => _about;

    public IReadOnlyList<string> Attachments { get; private set; } = [];

    /// <summary>抄送</summary>
    public IReadOnlyList<string> CopiesTo { get; private set; } = [];

    /// <summary>Who wrote the draft last; somebody else signs.</summary>
    public Guid DraftedBy { get; private set; }

    public string Prefix { get; private set; } = "";

    /// <summary>The year of the number; null until issued.</summary>
    public int? Year { get; private set; }

    public int? Serial { get; private set; }

    /// <summary>发文机关署名, as it was when issued.</summary>
    public string Issuer { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    public string IssuedBy { get; private set; } = "";

    public string VoidReasons { get; private set; } = "";

    /// <summary>Scans of the stamped paper, oldest first.</summary>
    public IReadOnlyList<StampedScan> Scans { get; private set; } = [];

    public override Guid LogId => CampaignId;

    /// <summary>The one unit it went to; entries of what goes to several are the office's.</summary>
    public override Guid? OwnerUnitId => IssuedOn is not null && _addressees.Count == 1 ? _addressees[0].UnitId : null;

    public override string StateName => State.ToString();

    /// <summary>Null until issued.</summary>
    public NoticeNumber? Number => Year is { } year ? new NoticeNumber(Prefix, year, Serial!.Value) : null;

    public static OfficialDocument Draft(Guid id, Campaign campaign, DocumentKind kind, DocumentContent content, IReadOnlyList<Guid> problems, Stamp stamp)
    {
        Rules.Require(campaign.State != CampaignState.Preparing, Rule.CampaignNotOpen);
        MustBeToOthers(content.Addressees, stamp);
        var document = new OfficialDocument();
        document.Record(new DocumentDrafted(id, campaign.Id, kind, content, [.. problems.Select((problem, index) => new AboutProblem(index + 1, problem))]), stamp);
        return document;
    }

    public void Revise(DocumentContent content, Stamp stamp)
    {
        MustBe(DocumentState.Draft);
        MustBeToOthers(content.Addressees, stamp);
        Record(new DocumentRevised(content), stamp);
    }

    /// <summary>Throws a draft away; it never had a number.</summary>
    public void Discard(string reasons, Stamp stamp)
    {
        MustBe(DocumentState.Draft);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new DocumentDiscarded(reasons.Trim()), stamp);
    }

    /// <summary>签发 by the office leader, who did not write it.</summary>
    /// <param name="serial">The series' next free number of the year.</param>
    public void Issue(Campaign campaign, int serial, Stamp stamp)
    {
        MustBe(DocumentState.Draft);
        MustBeToOthers(_addressees, stamp);
        Rules.Require(stamp.By.PersonId != DraftedBy, Rule.SamePerson, stamp.By.Name);
        Record(new DocumentIssued(DocumentSeries.PrefixOf(campaign, Kind), stamp.Today.Year, serial, campaign.Details.Office), stamp);
    }

    /// <summary>作废: the number stays used.</summary>
    public void Void(string reasons, Stamp stamp)
    {
        MustBe(DocumentState.Issued);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new DocumentVoided(reasons.Trim()), stamp);
    }

    /// <summary>Keeps a scan of the stamped paper; a void document's too.</summary>
    public void AddScan(StoredFile file, Stamp stamp)
    {
        MustBe(DocumentState.Issued, DocumentState.Voided);
        Record(new DocumentScanAdded(file), stamp);
    }

    private void MustBe(params ReadOnlySpan<DocumentState> states) => Rules.Require(states.Contains(State), Rule.WrongState, State);

    /// <summary>Nobody writes to the own unit on behalf of the office.</summary>
    private static void MustBeToOthers(IReadOnlyList<Addressee> addressees, Stamp stamp) =>
        Rules.Require(addressees.All(addressee => addressee.UnitId != stamp.By.UnitId), Rule.OfOwnUnit);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case DocumentDrafted f:
                (Id, CampaignId, Kind) = (f.DocumentId, f.CampaignId, f.Kind);
                _about.AddRange(f.About);
                Take(f.Content, stamp);
                break;
            case DocumentRevised f:
                Take(f.Content, stamp);
                break;
            case DocumentDiscarded:
                State = DocumentState.Discarded;
                break;
            case DocumentIssued f:
                (State, Prefix, Year, Serial, Issuer) = (DocumentState.Issued, f.Prefix, f.Year, f.Serial, f.Issuer);
                (IssuedOn, IssuedBy) = (stamp.On, stamp.ByName);
                break;
            case DocumentVoided f:
                (State, VoidReasons) = (DocumentState.Voided, f.Reasons);
                break;
            case DocumentScanAdded f:
                Scans = [.. Scans, new StampedScan(f.File, stamp.ByName, stamp.On)];
                break;
        }
    }

    private void Take(DocumentContent content, FactStamp stamp)
    {
        (Title, Text, Attachments, CopiesTo, DraftedBy) = (content.Title, content.Text, content.Attachments, content.CopiesTo, stamp.By);
        _addressees.RemoveAll(known => !content.Addressees.Contains(known));
        _addressees.AddRange(content.Addressees.Where(addressee => !_addressees.Contains(addressee)));
        _addressees.Sort((left, right) => left.Place.CompareTo(right.Place));
    }
}
