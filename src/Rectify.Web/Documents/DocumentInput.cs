using Rectify.Core.Documents;

namespace Rectify.Web.Documents;

/// <summary>What the drafting form posts.</summary>
public sealed class DocumentInput
{
    /// <summary>Made when the form was first shown; recognises a repeated post.</summary>
    public Guid DocumentId { get; set; }

    public int Version { get; set; }

    /// <summary>The problems it is about, their ids between commas.</summary>
    public string? Problems { get; set; }

    /// <summary>The form's own fields, named as in the command, so that errors find them.</summary>
    public Fields Form { get; set; } = new();

    public DocumentForm ToForm() => new(Form.Title ?? "", Form.Text ?? "", Form.AddresseeIds, Form.Attachments ?? "", Form.CopiesTo ?? "");

    /// <summary>Reads ids between commas; what is none is left out.</summary>
    public static IReadOnlyList<Guid> Ids(string? text) => [.. (text ?? "").Split(',').Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public static string Join(IEnumerable<Guid> ids) => string.Join(',', ids);

    public sealed class Fields
    {
        public string? Title { get; set; }

        public string? Text { get; set; }

        public List<Guid> AddresseeIds { get; set => field = value ?? []; } = [];

        public string? Attachments { get; set; }

        public string? CopiesTo { get; set; }
    }
}
