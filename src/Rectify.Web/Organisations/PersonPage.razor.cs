using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Organisations;

/// <summary>One person: details, sign-in, leaving; each a form of its own.</summary>
public sealed partial class PersonPage
{
    private Result<PersonDetails>? _person;
    private Failure? _failure;
    private Failure? _accessFailure;
    private Failure? _leavingFailure;
    private IReadOnlyList<Choice> _units = [];

    [Inject] private IStringLocalizer<OrganisationsText> Text { get; set; } = null!;

    [Inject] private IMediator Mediator { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "person")] private DetailsForm Input { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "password")] private AccessForm Access { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "leaving")] private LeavingForm Leaving { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _units = UnitChoices.Of((await Mediator.Send(new ListUnitChoices())).Value);
        _person = await Mediator.Send(new GetPerson(Id));
        Access ??= new AccessForm();
        if (_person.Value is { } found)
        {
            Input ??= new DetailsForm { Version = found.Version, Name = found.Name, Post = found.Post, UnitId = found.UnitId, Roles = RoleChoices.Of(found.Roles) };
            Leaving ??= new LeavingForm { Version = found.Version };
        }
    }

    private async Task SaveAsync() => _failure = After(
        await Mediator.Send(new ChangePerson(Id, Input.Version, Input.Name ?? "", Input.Post ?? "", Input.UnitId ?? Guid.Empty, RoleChoices.Together(Input.Roles))), "PersonSaved");

    private async Task ResetAsync() => _accessFailure = After(await Mediator.Send(new ResetPassword(Id, Access.UserName, Access.Password ?? "")), "PasswordReset");

    private async Task LeaveOrReturnAsync() => _leavingFailure = _person!.Value!.IsActive
        ? After(await Mediator.Send(new RetirePerson(Id, Leaving.Version)), "PersonHasLeft")
        : After(await Mediator.Send(new ReinstatePerson(Id, Leaving.Version)), "PersonIsBack");

    private Failure? After(Result<Done> result, string confirmation)
    {
        if (result.Succeeded)
        {
            Confirmation.Show(Text[confirmation, _person!.Value!.Name]);
            Navigation.NavigateTo($"/admin/people/{Id}");
        }

        return result.Failure;
    }

    private sealed class DetailsForm
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public string? Post { get; set; }

        public Guid? UnitId { get; set; }

        public List<Role> Roles { get; set => field = value ?? []; } = [];
    }

    private sealed class AccessForm
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }
    }

    private sealed class LeavingForm
    {
        public int Version { get; set; }
    }
}
