using MediatR;
using Microsoft.AspNetCore.Authorization;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;

namespace Rectify.Web.Access;

/// <summary>States the permission a page or endpoint needs: <c>@attribute [Needs(Permission.Administer)]</c>. Without it the address answers 403.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission { get; } = permission;
}

internal sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks the database, not the cookie, what the person may do now.</summary>
internal sealed class PermissionHandler(IMediator mediator) : AuthorizationHandler<PermissionNeeded>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
    {
        var person = await mediator.Send(new GetCurrentPerson());
        if (person.Succeeded && person.Value.May(requirement.Permission))
        {
            context.Succeed(requirement);
        }
    }
}
