namespace Rectify.Web.Kit;

/// <summary>Where a field stands on the page.</summary>
internal sealed record FieldPlace(string Label, string Id);

/// <summary>Something wrong with a form: at a field, or with no field of its own.</summary>
internal sealed record FieldProblem(FieldPlace? Place, string Message);
