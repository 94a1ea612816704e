using System.Collections;
using System.Reflection;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Harness;

/// <summary>Makes any request with plausible values, so that a test can go through all of them, also through those of tomorrow.</summary>
public static class Samples
{
    /// <summary>Every command and query that needs a signed-in person.</summary>
    public static IReadOnlyList<Type> Requests { get; } =
        [.. typeof(CoreModule).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RequiresAttribute))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The requests that have a parameter of this name.</summary>
    public static IEnumerable<Type> With(string parameter) => Requests.Where(type => Parameters(type).Any(p => p.Name == parameter));

    /// <param name="values">Values for parameters of these names; the others are made up.</param>
    public static object Of(Type request, params (string Name, object Value)[] values) => request.GetConstructors()[0].Invoke(
        [.. Parameters(request).Select(parameter => Array.Find(values, value => value.Name == parameter.Name) is { Value: { } given } ? given : Value(parameter.ParameterType))]);

    /// <summary>Sends a request of a type that only the run knows; gives its failure, or null when it succeeded.</summary>
    public static async Task<Failure?> FailureOf(this Sender sender, object request) => (await OutcomeOf(sender, request)).Failure;

    /// <summary>Whether the request tells or does anything at all: a refused one does not, nor does a list without a line.</summary>
    public static async Task<string?> RevealedBy(this Sender sender, object request)
    {
        var (failure, value) = await OutcomeOf(sender, request);
        var isBlank = failure is NotFound or NotAllowed || (failure is null && value switch
        {
            IEnumerable items => !items.Cast<object>().Any(),
            not null when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Page<>) => (int)type.GetProperty("Total")!.GetValue(value)! == 0,
            _ => false,
        });
        return isBlank ? null : $"{request.GetType().Name} comes to {failure?.ToString() ?? "success"}";
    }

    private static async Task<(Failure? Failure, object? Value)> OutcomeOf(Sender sender, object request)
    {
        var send = typeof(Sender).GetMethod(nameof(Sender.Send))!;
        var value = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(MediatR.IRequest<>)).GetGenericArguments()[0].GetGenericArguments()[0];
        var task = (Task)send.MakeGenericMethod(value).Invoke(sender, [request])!;
        await task;
        var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return ((Failure?)result.GetType().GetProperty("Failure")!.GetValue(result), result.GetType().GetProperty("Value")!.GetValue(result));
    }

    private static ParameterInfo[] Parameters(Type type) => type.GetConstructors()[0].GetParameters();

    private static object? Value(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        return type switch
        {
            _ when type == typeof(string) => "说明",
            _ when type == typeof(Guid) => Ids.New(),
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 20),
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().First(value => Convert.ToInt64(value, null) != 0),
            _ when type == typeof(Stream) => Stream.Null,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => EveryKey(type),
            { IsGenericType: true } when typeof(IEnumerable).IsAssignableFrom(type) => OneOf(type.GetGenericArguments()[0]),
            _ => Array.Find(type.GetConstructors(), constructor => constructor.GetParameters().All(p => p.ParameterType != type))!
                .Invoke([.. type.GetConstructors()[0].GetParameters().Select(parameter => Value(parameter.ParameterType))]),
        };
    }

    /// <summary>One item of what has parts; no id, for a made-up one would name something that is not there.</summary>
    private static Array OneOf(Type item)
    {
        var one = Array.CreateInstance(item, item == typeof(Guid) ? 0 : 1);
        if (one.Length == 1)
        {
            one.SetValue(Value(item), 0);
        }

        return one;
    }

    private static IDictionary EveryKey(Type type)
    {
        var (key, value) = (type.GetGenericArguments()[0], type.GetGenericArguments()[1]);
        var all = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        foreach (var one in key.IsEnum ? Enum.GetValues(key) : Array.CreateInstance(key, 0))
        {
            all[one] = Value(value);
        }

        return all;
    }
}
