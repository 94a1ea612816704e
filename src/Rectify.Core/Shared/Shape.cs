using System.Reflection;
using FluentValidation;
using FluentValidation.Results;

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

    /// <summary>The errors of a validator, in the codes of our messages.</summary>
    public static IEnumerable<FieldError> Errors<T>(IValidator<T> validator, T value) => validator.Validate(value).Errors.Select(Error);

    /// <summary>FluentValidation's own checks become our codes; a rule's own <c>WithErrorCode</c> stays.</summary>
    private static FieldError Error(ValidationFailure failure) => failure.ErrorCode switch
    {
        "NotEmptyValidator" or "NotNullValidator" => new FieldError(failure.PropertyName, "Required"),
        "MaximumLengthValidator" => new FieldError(failure.PropertyName, "TooLong", failure.FormattedMessagePlaceholderValues["MaxLength"]),
        "InclusiveBetweenValidator" => new FieldError(failure.PropertyName, "OutOfRange", failure.FormattedMessagePlaceholderValues["From"], failure.FormattedMessagePlaceholderValues["To"]),
        "EnumValidator" => new FieldError(failure.PropertyName, "UnknownChoice"),
        _ => new FieldError(failure.PropertyName, failure.ErrorCode),
    };
}
