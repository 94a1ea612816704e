using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>The office hands many registered problems to their units at once; each has its own outcome.</summary>
public sealed partial class AssignManyPage
{
    private readonly List<(Status Status, string Text)> _outcomes = [];
    private Result<QueuePage>? _queue;
    private Failure? _failure;
    private Deadline? _counted;
    private IReadOnlyList<Choice> _units = [];

    [Inject] private IStringLocalizer<ProblemListsText> Text { get; set; } = null!;

    [Inject] private IStringLocalizer<ProblemsText> ProblemsTexts { get; set; } = null!;

    [Inject] private IMediator Mediator { get; set; } = null!;

    [Parameter] public Guid CampaignId { get; set; }

    [SupplyParameterFromQuery] private string? Page { get; set; }

    [SupplyParameterFromForm] private Form Assignment { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Assignment ??= new Form();
        var units = (await Mediator.Send(new ListUnitChoices())).Value ?? [];
        await LoadAsync();
        _units = [.. units.Where(unit => _queue?.Value?.Campaign.TakesPart(unit.Id) == true).Select(unit => Choice.Of(unit.Id, unit.Name))];
    }

    private async Task LoadAsync() => _queue = await Mediator.Send(new ListQueue(CampaignId, ProblemQueue.ToAssign, Address.Number(Page, 1)));

    private async Task SendAsync()
    {
        _failure = await CheckAsync();
        if (Assignment.Count || _failure is not null)
        {
            return;
        }

        foreach (var row in _queue!.Value!.Rows)
        {
            if (SeenVersion(row) is { } version)
            {
                _outcomes.Add(await AssignAsync(row, version));
            }
        }

        Assignment = new Form { By = Assignment.By, WorkingDays = Assignment.WorkingDays, DueDate = Assignment.DueDate };
        await LoadAsync();
    }

    /// <summary>What is wrong with the form as a whole; counts the working days on the way.</summary>
    private async Task<Failure?> CheckAsync()
    {
        if (Assignment is { By: DueBy.WorkingDays, WorkingDays: { } days })
        {
            var counted = await Mediator.Send(new CountDeadline(days));
            _counted = counted.Value;
            if (!counted.Succeeded)
            {
                return counted.Failure;
            }
        }

        return Assignment switch
        {
            { By: DueBy.WorkingDays, WorkingDays: null } => Wrong(nameof(Form.WorkingDays), "Required"),
            { By: DueBy.Date, DueDate: null } => Wrong(nameof(Form.DueDate), "Required"),
            { Count: false, Items.Count: 0 } => Wrong(nameof(Form.Items), "NothingTicked"),
            _ => null,
        };
    }

    private static Invalid Wrong(string field, string code) => new([new FieldError(field, code)]);

    private async Task<(Status, string)> AssignAsync(QueueRow row, int version)
    {
        var (kind, proposed) = (Assignment.Kind ?? row.Kind, Assignment.By == DueBy.Proposed);
        var date = proposed ? row.ProposedDueDate : Assignment.By == DueBy.Date ? Assignment.DueDate : null;
        if (proposed && date is null && kind != ProblemKind.Immediate)
        {
            return Refused(row, Text["NoProposedDate"]);
        }

        var days = Assignment.By == DueBy.WorkingDays ? Assignment.WorkingDays : null;
        var result = await Mediator.Send(new AssignProblem(row.Id, version, Assignment.UnitId ?? row.UnitId, kind, date, days, null, Assignment.Instruction ?? ""));
        return result.Succeeded ? await DoneAsync(row) : Refused(row, Reason(result.Failure));
    }

    private async Task<(Status, string)> DoneAsync(QueueRow row)
    {
        var view = (await Mediator.Send(new GetProblem(row.Id))).Value;
        return (new Status(Tone.Success, "check-circle-fill", Text["Assigned"]), Text["AssignedTo", row.Number ?? 0, view?.UnitName ?? "", view?.Problem.DueDate is { } due ? Words.Of(due) : "—"]);
    }

    private (Status, string) Refused(QueueRow row, string reason) =>
        (new Status(Tone.Danger, "x-octagon-fill", Text["NotAssigned"]), Text["NotAssignedBecause", row.Number ?? 0, reason]);

    private string Reason(Failure failure) => failure switch
    {
        Refused refused => Words.Of(refused.Rule, refused.Values),
        Invalid invalid => string.Join(' ', invalid.Errors.Select(Words.Of)),
        Stale stale => Text["ChangedMeanwhile", stale.ChangedBy],
        _ => Text["NoLongerThere"],
    };

    private IReadOnlyList<Choice> DueChoices(CampaignPolicy policy) =>
    [
        new(nameof(DueBy.Proposed), Text["DueBy.Proposed", policy.ImmediateWorkingDays]),
        new(nameof(DueBy.WorkingDays), Text["DueBy.WorkingDays"]),
        new(nameof(DueBy.Date), Text["DueBy.Date"]),
    ];

    /// <summary>The version the page showed of a ticked row; null when it is not ticked.</summary>
    private int? SeenVersion(QueueRow row) => Assignment.Items
        .Select(item => item.Split(':') is [var id, var version] && id == $"{row.Id}" && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (int?)null)
        .FirstOrDefault(seen => seen is not null);

    private static string Key(QueueRow row) => $"{row.Id}:{row.Version}";

    private enum DueBy
    {
        Proposed,
        WorkingDays,
        Date,
    }

    private sealed class Form
    {
        public List<string> Items { get; set => field = value ?? []; } = [];

        public DueBy By { get; set; }

        public int? WorkingDays { get; set; }

        public DateOnly? DueDate { get; set; }

        public Guid? UnitId { get; set; }

        public ProblemKind? Kind { get; set; }

        public string? Instruction { get; set; }

        /// <summary>Only tell what the working days come to.</summary>
        public bool Count { get; set; }
    }
}
