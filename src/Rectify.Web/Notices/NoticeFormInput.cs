using Rectify.Core.Notices;

namespace Rectify.Web.Notices;

/// <summary>What the drafting form posts.</summary>
public sealed class NoticeFormInput
{
    /// <summary>Made when the form was first shown; recognises a repeated post.</summary>
    public Guid NoticeId { get; set; }

    public int Version { get; set; }

    /// <summary>The form's own fields, named as in the command, so that errors find them.</summary>
    public Fields Form { get; set; } = new();

    public NoticeForm ToForm() => new(Form.InspectedPartyName ?? "", Form.ProblemsFound ?? "", Form.Basis ?? "", Form.CorrectionDate);

    public sealed class Fields
    {
        public string? InspectedPartyName { get; set; }

        public string? ProblemsFound { get; set; }

        public string? Basis { get; set; }

        public DateOnly? CorrectionDate { get; set; }
    }
}
