using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Imports;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports;

/// <summary>Short ways through an import, as the unit's handler.</summary>
internal static class ImportSteps
{
    public static async Task<Guid> StartImportAsync(this RunningCampaign campaign, Stream file, string name = "清单.xlsx", Person? by = null)
    {
        var id = Ids.New();
        await campaign.As(by ?? campaign.Handler).Do(new StartImport(campaign.Id, id, name, file));
        return id;
    }

    /// <summary>Reads the import's file and gives what its page would show.</summary>
    public static async Task<ImportView> LookAsync(this RunningCampaign campaign, Guid batch, ImportOutcome? outcome = null, Person? by = null)
    {
        await campaign.As(by ?? campaign.Handler).Do(new ReadImport(batch, SampleWords.Both));
        return await campaign.As(by ?? campaign.Handler).Do(new GetImport(batch, outcome, 1));
    }

    public static async Task<ImportView> LookAsync(this RunningCampaign campaign, Stream file, string name = "清单.xlsx") => await campaign.LookAsync(await campaign.StartImportAsync(file, name));

    public static async Task<Result<ImportCounts>> ConfirmAsync(this RunningCampaign campaign, Guid batch) =>
        await campaign.As(campaign.Handler).Send(new ConfirmImport(batch, await campaign.ImportVersionAsync(batch), SampleWords.Both));

    public static async Task<Result<Done>> UndoAsync(this RunningCampaign campaign, Guid batch) =>
        await campaign.As(campaign.Handler).Send(new UndoImport(batch, await campaign.ImportVersionAsync(batch)));

    public static async Task<int> ImportVersionAsync(this RunningCampaign campaign, Guid batch) => (await campaign.Rectify.FindAsync<ImportBatch>(batch)).Version;

    public static IReadOnlyList<CellError> Errors(this ImportView view) => view.Decision?.Errors ?? view.Reading!.Errors;
}
