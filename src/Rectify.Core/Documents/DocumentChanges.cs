using Microsoft.EntityFrameworkCore;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;

namespace Rectify.Core.Documents;

/// <summary>What every move on a document has in common: who sees it, the version the user saw, one transaction.</summary>
internal sealed class DocumentChanges(Database database, Session session, Clock clock)
{
    public Task<Result<Done>> MakeAsync(Guid documentId, int version, Func<RectifyDb, OfficialDocument, Stamp, Task> move, CancellationToken cancellation) =>
        database.WriteAsync<Result<Done>>(async db =>
        {
            var document = await db.ForChangeAsync<OfficialDocument>(documentId);
            if (!document.IsVisibleTo(session.Actor))
            {
                throw new SubjectNotFound(documentId);
            }

            document.MustBeAt(version);
            await move(db, document, clock.Stamp(session.Actor));
            return new Done();
        }, cancellation);
}

internal static class DocumentReading
{
    /// <summary>The form with the units' names, in the order they were named.</summary>
    /// <exception cref="InvalidInput">A field is left in the text.</exception>
    /// <exception cref="RuleBroken">There is no such unit.</exception>
    public static async Task<DocumentContent> ContentAsync(this RectifyDb db, DocumentForm form)
    {
        TemplateText.MustBeFilled([TemplateText.Number, TemplateText.IssueDay], ("Form.Title", form.Title), ("Form.Text", form.Text));
        var ids = form.AddresseeIds.Distinct().ToList();
        var names = await db.Set<Unit>().AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name);
        Rules.Require(ids.TrueForAll(names.ContainsKey), Rule.UnknownUnit);
        return form.With(ids.Select(id => (id, names[id])));
    }

    /// <summary>The next free number of a series and year. Numbers of void documents stay used.</summary>
    public static async Task<int> NextSerialAsync(this RectifyDb db, string prefix, int year) =>
        (await db.Set<OfficialDocument>().Where(document => document.Prefix == prefix && document.Year == year).MaxAsync(document => document.Serial) ?? 0) + 1;
}
