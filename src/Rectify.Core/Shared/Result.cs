using System.Diagnostics.CodeAnalysis;

namespace Rectify.Core.Shared;

/// <summary>Why a request came to nothing. The page puts it into the user's words.</summary>
public abstract record Failure;

/// <summary>The shape of the input is wrong; each error stands at its field.</summary>
public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Failure;

/// <param name="Field">The command's property the error belongs to; a dotted path with an index inside lists.</param>
/// <param name="Code">A key of the message resources.</param>
/// <param name="Values">What the message mentions, in order.</param>
public sealed record FieldError(string Field, string Code, params object[] Values);

/// <summary>A rule of the procedure refuses the move.</summary>
public sealed record Refused(Rule Rule, IReadOnlyList<object> Values) : Failure;

/// <summary>The person lacks the permission, or the item belongs to another unit.</summary>
public sealed record NotAllowed : Failure;

/// <summary>No such item, as far as this person may know.</summary>
public sealed record NotFound : Failure;

/// <summary>Somebody changed the item after the page was shown.</summary>
/// <param name="ChangedBy">Who made the latest change, and when.</param>
public sealed record Stale(string ChangedBy, DateTimeOffset ChangedAt) : Failure;

/// <summary>Lets the pipeline build a failed result without knowing the value's type.</summary>
public interface IResult<TSelf> where TSelf : IResult<TSelf>
{
    static abstract TSelf Fail(Failure failure);
}

/// <summary>What a request came to: a value, or the reason why there is none.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private Result(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public Failure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    public static Result<T> Ok(T value) => new(value, null);

    public static Result<T> Fail(Failure failure) => new(default, failure);

    public static implicit operator Result<T>(T value) => Ok(value);

    public static implicit operator Result<T>(Failure failure) => Fail(failure);
}

/// <summary>The value of a command that only has to succeed.</summary>
public readonly record struct Done;
