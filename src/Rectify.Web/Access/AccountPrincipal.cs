using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;

namespace Rectify.Web.Access;

/// <summary>What the cookie says about a person: who, and whether a new password is due. Roles are asked of the database at every request.</summary>
internal sealed class AccountPrincipal(UserManager<Account> users, IOptions<IdentityOptions> options, PasswordPolicy policy, Clock clock)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>The claim of someone who has to choose a new password before anything else.</summary>
    public const string PasswordDue = "password-due";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MustChangePassword || policy.IsTooOld(user.PasswordSetAt, clock.Now))
        {
            identity.AddClaim(new Claim(PasswordDue, "1"));
        }

        return identity;
    }
}
