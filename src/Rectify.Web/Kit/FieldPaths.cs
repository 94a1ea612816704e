using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;

namespace Rectify.Web.Kit;

/// <summary>Finds the field of a form that a command's error belongs to; both use the same property names.</summary>
internal static class FieldPaths
{
    /// <param name="model">The form's model.</param>
    /// <param name="path">A dotted path with an index inside lists: <c>Measures[1].Text</c>.</param>
    public static FieldIdentifier Find(object model, string path)
    {
        var parts = path.Split('.');
        var owner = model;
        foreach (var part in parts[..^1])
        {
            owner = Step(owner, part) ?? model;
        }

        return new FieldIdentifier(owner, parts[^1]);
    }

    private static object? Step(object owner, string part)
    {
        var (name, index) = part.Split('[', ']') is [var list, var number, ..] ? (list, int.Parse(number, CultureInfo.InvariantCulture)) : (part, -1);
        var value = owner.GetType().GetProperty(name)?.GetValue(owner);
        return index < 0 ? value : value is IList items && index < items.Count ? items[index] : null;
    }
}
