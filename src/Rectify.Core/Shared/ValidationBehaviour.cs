using FluentValidation;
using MediatR;

namespace Rectify.Core.Shared;

/// <summary>Checks a request's shape before its handler runs.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = Shape.Errors(request).Concat(validators.SelectMany(validator => Shape.Errors(validator, request))).ToList();
        return errors.Count == 0 ? await next() : TResponse.Fail(new Invalid(errors));
    }
}
