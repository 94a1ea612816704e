using System.Reflection;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Tests.Architecture;

/// <summary>Deny by default: every command and query states the permission it needs.</summary>
public sealed class RequestTests
{
    private static readonly Type[] CoreTypes = typeof(CoreModule).Assembly.GetTypes();

    [Fact]
    public void Every_request_states_the_permission_it_needs() => Breaches(CoreTypes).ShouldBeEmpty();

    [Fact]
    public void A_request_that_states_none_is_found() =>
        Breaches([typeof(SilentCommand), typeof(BareRequest), typeof(TwoFacedQuery)]).ShouldBe(
        [
            "SilentCommand states no permission",
            "BareRequest is neither a command nor a query",
            "TwoFacedQuery needs a permission and runs before sign-in",
        ]);

    [Fact]
    public void Only_setting_up_and_signing_in_run_before_sign_in() =>
        Requests(CoreTypes).Where(request => request.IsDefined(typeof(BeforeSignInAttribute))).Select(request => request.Name).Order()
            .ShouldBe(["CheckSignIn", "IsSetUp", "SetUpFirstAdministrator"]);

    [Fact]
    public void Every_request_has_one_handler()
    {
        var requests = Requests(CoreTypes).ToList();
        var handled = CoreTypes.SelectMany(type => type.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => i.GetGenericArguments()[0]).ToList();

        requests.ShouldNotBeEmpty();
        requests.Where(request => handled.Count(type => type == request) != 1).ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_belongs_to_some_role()
    {
        const Role all = (Role)int.MaxValue;
        var permissions = Enum.GetValues<Permission>();

        permissions.ShouldNotBeEmpty();
        permissions.Where(permission => !Permissions.Allows(permission, all)).ShouldBeEmpty();
        permissions.Where(permission => Permissions.Allows(permission, Role.None)).ShouldBeEmpty();
        Permissions.Allows((Permission)int.MaxValue, all).ShouldBeFalse();
    }

    private static IEnumerable<string> Breaches(IEnumerable<Type> types)
    {
        foreach (var request in Requests(types))
        {
            var beforeSignIn = request.IsDefined(typeof(BeforeSignInAttribute));
            var permission = request.GetCustomAttribute<RequiresAttribute>();
            if (!Implements(request, typeof(ICommand<>)) && !Implements(request, typeof(IQuery<>)))
            {
                yield return $"{request.Name} is neither a command nor a query";
            }
            else if (permission is null && !beforeSignIn)
            {
                yield return $"{request.Name} states no permission";
            }
            else if (permission is not null && beforeSignIn)
            {
                yield return $"{request.Name} needs a permission and runs before sign-in";
            }
        }
    }

    private static IEnumerable<Type> Requests(IEnumerable<Type> types) =>
        types.Where(type => type is { IsAbstract: false, IsInterface: false } && Implements(type, typeof(IRequest<>)));

    private static bool Implements(Type type, Type open) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);

    private sealed record SilentCommand : ICommand<Done>;

    [Requires(Permission.OwnAccount)]
    private sealed record BareRequest : IRequest<Result<Done>>;

    [BeforeSignIn]
    [Requires(Permission.OwnAccount)]
    private sealed record TwoFacedQuery : IQuery<Done>;
}
