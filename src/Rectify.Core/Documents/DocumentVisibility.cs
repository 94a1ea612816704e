using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>Who sees which document: the office all, officials what was issued, units what was issued to them.</summary>
public static class DocumentVisibility
{
    public static IQueryable<OfficialDocument> VisibleTo(this IQueryable<OfficialDocument> documents, Actor actor)
    {
        var unit = actor.UnitId;
        return IsOffice(actor) ? documents
            : actor.SeesAllUnits ? documents.Where(document => document.IssuedOn != null)
            : documents.Where(document => document.IssuedOn != null && document.Addressees.Any(addressee => addressee.UnitId == unit));
    }

    /// <summary>The same rule for a document already loaded.</summary>
    public static bool IsVisibleTo(this OfficialDocument document, Actor actor) =>
        IsOffice(actor) || (document.IssuedOn is not null && (actor.SeesAllUnits || document.Addressees.Any(addressee => addressee.UnitId == actor.UnitId)));

    /// <summary>Drafts are the office's alone.</summary>
    internal static bool IsOffice(Actor actor) => actor.Has(Role.OfficeClerk | Role.Checker | Role.OfficeLeader);
}
