using System.Reflection;

namespace Rectify.Core.Shared;

/// <summary>What every request's parameters must be, whatever they mean: texts as their attribute says, ids and dates never empty.</summary>
internal static class Shape
{
    public static IEnumerable<FieldError> Errors(object request) =>
        request.GetType().GetConstructors()[0].GetParameters().Select(parameter => Error(request, parameter)).OfType<FieldError>();

    private static FieldError? Error(object request, ParameterInfo parameter)
    {
        var value = request.GetType().GetProperty(parameter.Name!)?.GetValue(request);
        return (value, parameter.GetCustomAttribute<TextAttribute>()) switch
        {
            (DateOnly date, _) when date == default => new FieldError(parameter.Name!, "Required"),
            (Guid id, _) when id == default => new FieldError(parameter.Name!, "Required"),
            (var text, { Required: true }) when string.IsNullOrWhiteSpace(text as string) => new FieldError(parameter.Name!, "Required"),
            (string text, { } shape) when text.Length > shape.MaxLength => new FieldError(parameter.Name!, "TooLong", shape.MaxLength),
            _ => null,
        };
    }
}
