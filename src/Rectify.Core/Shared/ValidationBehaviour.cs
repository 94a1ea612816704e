using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Rectify.Core.Shared;

/// <summary>Checks a request's shape before its handler runs.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = Shape.Errors(request).Concat(validators.SelectMany(validator => validator.Validate(request).Errors).Select(Error)).ToList();
        return errors.Count == 0 ? await next() : TResponse.Fail(new Invalid(errors));
    }

    /// <summary>FluentValidation's own checks become the codes of our messages; a rule's own <c>WithErrorCode</c> stays.</summary>
    private static FieldError Error(ValidationFailure failure) => failure.ErrorCode switch
    {
        "NotEmptyValidator" or "NotNullValidator" => new FieldError(failure.PropertyName, "Required"),
        "MaximumLengthValidator" => new FieldError(failure.PropertyName, "TooLong", failure.FormattedMessagePlaceholderValues["MaxLength"]),
        "InclusiveBetweenValidator" => new FieldError(failure.PropertyName, "OutOfRange", failure.FormattedMessagePlaceholderValues["From"], failure.FormattedMessagePlaceholderValues["To"]),
        "EnumValidator" => new FieldError(failure.PropertyName, "UnknownChoice"),
        _ => new FieldError(failure.PropertyName, failure.ErrorCode),
    };
}
