namespace Rectify.Core.Shared;

/// <summary>Thrown by a domain method when a rule of the procedure refuses a move; one behaviour turns it into <see cref="Refused"/>.</summary>
public sealed class RuleBroken(Rule rule, params object[] values) : Exception($"{rule} ({string.Join(", ", values)})")
{
    public Rule Rule { get; } = rule;

    public IReadOnlyList<object> Values { get; } = values;
}

/// <summary>Thrown when the item was changed after the user saw it.</summary>
public sealed class StaleVersion(Guid subject) : Exception($"{subject} was changed in the meantime")
{
    public Guid Subject { get; } = subject;
}

/// <summary>Thrown when the item is not there, or not for this person: both look the same from outside.</summary>
public sealed class SubjectNotFound(Guid subject) : Exception($"{subject} not found")
{
    public Guid Subject { get; } = subject;
}

/// <summary>Thrown when the person may see the item but not do this to it.</summary>
public sealed class NotPermitted() : Exception("Not permitted");

/// <summary>Thrown when a command's handler finds a wrong value that only the database could tell.</summary>
public sealed class InvalidInput(params FieldError[] errors) : Exception(string.Join("; ", errors.Select(e => $"{e.Field}: {e.Code}")))
{
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

/// <summary>Guards read as sentences: <c>Rules.Require(measures.Count > 0, Rule.PlanNeedsMeasure)</c>.</summary>
public static class Rules
{
    public static void Require(bool holds, Rule otherwise, params object[] values)
    {
        if (!holds)
        {
            throw new RuleBroken(otherwise, values);
        }
    }
}
