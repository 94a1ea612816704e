using Rectify.Core.Shared;
using Shouldly;

namespace Rectify.Core.Tests.Harness;

/// <summary>What a test expects of a request, in one call each.</summary>
public static class Outcomes
{
    public static T ShouldSucceed<T>(this Result<T> result)
    {
        result.Failure.ShouldBeNull();
        return result.Value!;
    }

    public static void ShouldBeRefused<T>(this Result<T> result, Rule rule) =>
        result.Failure.ShouldBeOfType<Refused>().Rule.ShouldBe(rule);

    public static void ShouldBeNotAllowed<T>(this Result<T> result) => result.Failure.ShouldBeOfType<NotAllowed>();

    public static void ShouldBeNotFound<T>(this Result<T> result) => result.Failure.ShouldBeOfType<NotFound>();

    public static void ShouldBeStale<T>(this Result<T> result) => result.Failure.ShouldBeOfType<Stale>();

    /// <summary>The input was wrong at this field, for this reason.</summary>
    public static void ShouldBeInvalid<T>(this Result<T> result, string field, string code) =>
        result.Failure.ShouldBeOfType<Invalid>().Errors.Select(error => (error.Field, error.Code)).ShouldContain((field, code));

    /// <summary>The rule by which a domain method itself refuses a blank text, which no form lets through; with words in it nothing stands in the way.</summary>
    public static Rule RuleAgainstBlank(Action<string> move)
    {
        var refusal = Should.Throw<RuleBroken>(() => move(" "));
        Should.NotThrow(() => move("已恢复使用"));
        return refusal.Rule;
    }
}
