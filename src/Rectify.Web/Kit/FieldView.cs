using Microsoft.AspNetCore.Components.Forms;

namespace Rectify.Web.Kit;

/// <summary>How one field looks now: its ids, its errors, what describes it.</summary>
internal sealed class FieldView
{
    private readonly bool _hasHint;

    public FieldView(EditContext context, FieldIdentifier field, string name, string label, string? hint, PostForm? form)
    {
        Id = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        Errors = [.. context.GetValidationMessages(field)];
        _hasHint = !string.IsNullOrEmpty(hint);
        form?.Register(field, new FieldPlace(label, Id));
    }

    public string Id { get; }

    public IReadOnlyList<string> Errors { get; }

    public bool Wrong => Errors.Count > 0;

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    /// <summary>The ids for <c>aria-describedby</c>, or null when nothing describes the field.</summary>
    public string? DescribedBy => (_hasHint, Wrong) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public string? AriaInvalid => Wrong ? "true" : null;

    public string Css(string kind) => Wrong ? kind + " is-invalid" : kind;
}
