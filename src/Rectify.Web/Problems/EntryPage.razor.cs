using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>One entry of the unit's open list: every save is a draft, and what was typed outlives every error.</summary>
public sealed partial class EntryPage
{
    private Result<UnitListView>? _list;
    private Problem? _problem;
    private Failure? _failure;
    private IReadOnlyList<NearDuplicate> _duplicates = [];
    private IReadOnlyList<Choice> _units = [];

    [Inject] private IStringLocalizer<ProblemListsText> Text { get; set; } = null!;

    [Inject] private IMediator Mediator { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public Guid CampaignId { get; set; }

    [Parameter] public Guid? ProblemId { get; set; }

    [SupplyParameterFromForm] private EntryForm Entry { get; set; } = null!;

    private string Back => $"/campaigns/{CampaignId}/list";

    private string Title => _problem is null ? Text["AddEntry"] : _problem.Number is { } number ? Text["EditNumber", number] : Text["EditDraft"];

    private string AssistingTitle => Entry.AssistingUnits.Count > 0 ? Text["AssistingCount", Entry.AssistingUnits.Count] : Text["AssistingNone"];

    protected override async Task OnInitializedAsync()
    {
        var list = await Mediator.Send(new GetUnitList(CampaignId, null, null, 1));
        var found = ProblemId is not { } id || await FindAsync(id);
        if (Entry is null && ProblemId is null && list is { Succeeded: true, Value: { CanEnter: false, CanSupplement: false } })
        {
            Navigation.NavigateTo(Back);
        }

        Entry ??= _problem is null ? new EntryForm { ProblemId = Ids.New(), Finding = { FoundOn = list.Value?.Today, Source = ProblemSource.SelfInspection } } : EntryForm.Of(_problem);
        if (list is { Succeeded: true, Value: var view })
        {
            var units = await Mediator.Send(new ListUnitChoices());
            _units = [.. (units.Value ?? []).Where(unit => unit.Id != view.UnitId && view.Campaign.TakesPart(unit.Id)).Select(unit => Choice.Of(unit.Id, unit.Name))];
        }

        // Last, for the page is drawn as soon as there is a list.
        _list = found ? list : new NotFound();
    }

    /// <summary>Loads the entry; one that can no longer be changed is shown on its own page, unless a form for it is just coming in.</summary>
    private async Task<bool> FindAsync(Guid id)
    {
        var view = await Mediator.Send(new GetProblem(id));
        if (!view.Succeeded || view.Value.Problem.CampaignId != CampaignId)
        {
            return false;
        }

        if (Entry is null && !view.Value.Actions.Contains(ProblemAction.Revise))
        {
            Navigation.NavigateTo($"/problems/{id}");
        }

        _problem = view.Value.Problem;
        return true;
    }

    private async Task SaveAsync()
    {
        var finding = Entry.Finding.ToFinding();
        var near = await Mediator.Send(new FindNearDuplicates(CampaignId, _list!.Value!.UnitId, finding.Description, Entry.ProblemId));
        if (finding.Description.Length > 0 && near.Succeeded && Entry.MustWarnOf(near.Value))
        {
            _duplicates = near.Value;
            Entry.Seen = string.Join(' ', near.Value.Select(duplicate => duplicate.ProblemId));
            return;
        }

        var result = await Mediator.Send(new SaveProblemEntry(CampaignId, Entry.ProblemId, Entry.Version, finding, Entry.Plan.ToPlan(), Entry.AssistingUnits));
        _failure = EntryForm.AtField(result.Failure);
        if (result.Succeeded)
        {
            var clue = Entry.Finding.MayBeClue(_list.Value.Campaign);
            Confirmation.Show(clue ? Text["SavedClue"] : Text["Saved"]);
            Navigation.NavigateTo(Entry.Next == "another" ? $"{Back}/entries" : Back);
        }
    }
}
