using System.Reflection;

namespace Rectify.Core.Shared;

/// <summary>The shape of a text in a request, stated at the parameter: longest length in characters, and whether it may be blank.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TextAttribute(int maxLength) : Attribute
{
    public int MaxLength { get; } = maxLength;

    public bool Required { get; init; }

    /// <summary>The errors of a request's texts, by the attributes on its constructor.</summary>
    public static IEnumerable<FieldError> Errors(object request)
    {
        foreach (var parameter in request.GetType().GetConstructors()[0].GetParameters())
        {
            if (parameter.GetCustomAttribute<TextAttribute>() is not { } shape)
            {
                continue;
            }

            var text = (string?)request.GetType().GetProperty(parameter.Name!)!.GetValue(request) ?? "";
            if (shape.Required && string.IsNullOrWhiteSpace(text))
            {
                yield return new FieldError(parameter.Name!, "Required");
            }
            else if (text.Length > shape.MaxLength)
            {
                yield return new FieldError(parameter.Name!, "TooLong", shape.MaxLength);
            }
        }
    }
}
