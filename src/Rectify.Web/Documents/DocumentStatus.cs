using Rectify.Core.Documents;
using Rectify.Web.Kit;

namespace Rectify.Web.Documents;

/// <summary>How a document's state looks: tone, icon and word.</summary>
public static class DocumentStatus
{
    public static Status Of(DocumentState state) => state switch
    {
        DocumentState.Draft => new(Tone.Neutral, "pencil", Words.Of(state)),
        DocumentState.Issued => new(Tone.Success, "pen", Words.Of(state)),
        _ => new(Tone.Neutral, "slash-circle", Words.Of(state)),
    };
}
