using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Rectify.Core.Imports;
using Rectify.Core.Organisations;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Web.Kit;

namespace Rectify.Web.Imports;

/// <summary>A unit says what the headings of its table mean, what holds for all rows, and what its own words stand for.</summary>
public sealed partial class ImportMappingPage
{
    /// <summary>More words than these are explained in a second round.</summary>
    private const int MostWords = 40;

    private ImportStanding? _standing;
    private IReadOnlyList<Choice> _units = [];
    private Failure? _failure;

    [Inject] private IStringLocalizer<ImportsText> Text { get; set; } = null!;

    [Inject] private IMediator Mediator { get; set; } = null!;

    [Inject] private ImportWork Work { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [Parameter] public Guid BatchId { get; set; }

    [SupplyParameterFromForm] private Form Mapping { get; set; } = null!;

    private static IReadOnlyList<Choice> Columns => Choice.Of<ProblemColumn>();

    protected override async Task OnInitializedAsync()
    {
        _standing = await Work.FindAsync(BatchId);
        if (_standing.Busy is not null)
        {
            Context.Response.Headers["Refresh"] = "1";
        }
        else if (_standing.View is { Value: { Batch.State: not ImportState.Read } })
        {
            Navigation.NavigateTo($"/imports/{BatchId}");
        }

        if (_standing.View is { Value: { Reading.UnknownWords: var words, Campaign: var campaign } } && words.Any(word => word.Column == ProblemColumn.Unit))
        {
            var units = await Mediator.Send(new ListUnitChoices());
            _units = [new Choice(WordMeaning.LeftOut, Text["LeaveNameOut"]), .. (units.Value ?? []).Where(unit => campaign.TakesPart(unit.Id)).Select(unit => Choice.Of(unit.Id, unit.Name))];
        }

        Mapping ??= _standing.View is { Value: { Reading: { } reading, Batch: var batch } } ? FormOf(batch, reading) : new Form();
    }

    private static Form FormOf(ImportBatch batch, ImportReading reading) => new()
    {
        Version = batch.Version,
        HeadingRow = batch.Mapping.HeadingRow,
        Headings = [.. reading.Headings.Select(heading => heading.Cell).DistinctBy(cell => cell.Text).Select(cell => new HeadingInput { Heading = cell.Text, Column = cell.Column })],
        ForAll = [.. reading.Missing.Concat(batch.Mapping.ForAll.Select(common => common.Column)).Where(column => column != ProblemColumn.Description).Distinct()
            .Select(column => new CommonInput { Column = column, Text = batch.Mapping.ForAll.FirstOrDefault(common => common.Column == column)?.Text })],
        Terms = [.. reading.UnknownWords.OrderBy(word => word.Column).ThenByDescending(word => word.Count).Take(MostWords).Select(word => new WordInput { Column = word.Column, Word = word.Word })],
    };

    private async Task SaveAsync()
    {
        var mapping = new ColumnMapping(
            Mapping.HeadingRow,
            [.. Mapping.Headings.Where(heading => !string.IsNullOrWhiteSpace(heading.Heading)).Select(heading => new HeadingMeaning(heading.Heading!, heading.Column))],
            [.. Mapping.ForAll.Where(common => !string.IsNullOrWhiteSpace(common.Text)).Select(common => new CommonValue(common.Column, common.Text!.Trim()))],
            [.. Mapping.Terms.Where(word => !string.IsNullOrEmpty(word.Means) && !string.IsNullOrEmpty(word.Word)).Select(word => new WordMeaning(word.Column, word.Word!, word.Means!))]);
        var result = await Mediator.Send(new MapImport(BatchId, Mapping.Version, mapping));
        _failure = result.Failure is Invalid invalid ? new Invalid([.. invalid.Errors.Select(error => error with { Field = InForm(error.Field) })]) : result.Failure;
        if (result.Succeeded)
        {
            Confirmation.Show(Text["Mapped"]);
            Navigation.NavigateTo($"/imports/{BatchId}");
        }
    }

    /// <summary>The form's field for a field of the command.</summary>
    private static string InForm(string field) =>
        field.Replace("Mapping.Words", nameof(Form.Terms), StringComparison.Ordinal).Replace("Mapping.", "", StringComparison.Ordinal) is var inner && inner.EndsWith(']') ? inner + ".Column" : inner;

    private sealed class Form
    {
        public int Version { get; set; }

        public int? HeadingRow { get; set; }

        public List<HeadingInput> Headings { get; set => field = value ?? []; } = [];

        public List<CommonInput> ForAll { get; set => field = value ?? []; } = [];

        public List<WordInput> Terms { get; set => field = value ?? []; } = [];
    }

    private sealed class HeadingInput
    {
        public string? Heading { get; set; }

        public ProblemColumn? Column { get; set; }
    }

    private sealed class CommonInput
    {
        public ProblemColumn Column { get; set; }

        public string? Text { get; set; }
    }

    private sealed class WordInput
    {
        public ProblemColumn Column { get; set; }

        public string? Word { get; set; }

        public string? Means { get; set; }
    }
}
