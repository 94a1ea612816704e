using System.Globalization;
using Microsoft.Extensions.Localization;
using Rectify.Core.Campaigns;
using Rectify.Web.Kit;

namespace Rectify.Web.Campaigns;

/// <summary>Puts a campaign's settings into words.</summary>
public static class PolicyWords
{
    private static readonly CampaignPolicy Default = new();

    /// <summary>The settings of each section, by the names of <see cref="CampaignPolicy"/>.</summary>
    public static readonly IReadOnlyList<(string Section, IReadOnlyList<string> Settings)> Sections =
    [
        ("Notices", [nameof(CampaignPolicy.NoticeLimit), nameof(CampaignPolicy.ReceiptWorkingDays), nameof(CampaignPolicy.ReplyWorkingDays),
            nameof(CampaignPolicy.CorrectionWorkingDays), nameof(CampaignPolicy.OnlyUnansweredNoticesCount)]),
        ("Deadlines", [nameof(CampaignPolicy.ImmediateWorkingDays), nameof(CampaignPolicy.ObjectionWorkingDays), nameof(CampaignPolicy.ExtensionLimit),
            nameof(CampaignPolicy.ReminderWorkingDays), nameof(CampaignPolicy.BehindWorkingDays), nameof(CampaignPolicy.ImmediateSkipsPlan)]),
        ("CloseOut", [nameof(CampaignPolicy.SiteCheckPercent), nameof(CampaignPolicy.PublicNoticeDays), nameof(CampaignPolicy.LookBackDays),
            nameof(CampaignPolicy.LookBackPercent), nameof(CampaignPolicy.RateDecimals), nameof(CampaignPolicy.PublicNoticeRequired), nameof(CampaignPolicy.ShortChain)]),
        ("Reports", [nameof(CampaignPolicy.MonthlyReports), nameof(CampaignPolicy.MonthlyReportDay)]),
    ];

    /// <summary>What the setting means, where it comes from, and its default.</summary>
    public static string Hint(IStringLocalizer<CampaignsText> text, string setting) =>
        text["Policy.HintAndDefault", text[$"Policy.{setting}.Hint"].Value, Value(text, Default, setting)];

    /// <summary>The setting's value with its unit, or yes and no.</summary>
    public static string Value(IStringLocalizer<CampaignsText> text, CampaignPolicy policy, string setting) => typeof(CampaignPolicy).GetProperty(setting)!.GetValue(policy) switch
    {
        bool yes => text[yes ? "Yes" : "No"],
        int number => $"{number.ToString(CultureInfo.CurrentCulture)} {Unit(text, setting)}",
        var other => other?.ToString() ?? "",
    };

    private static string Unit(IStringLocalizer<CampaignsText> text, string setting) => setting switch
    {
        _ when setting.EndsWith("WorkingDays", StringComparison.Ordinal) => text["WorkingDays"],
        _ when setting.EndsWith("Percent", StringComparison.Ordinal) => "%",
        _ when setting.EndsWith("Limit", StringComparison.Ordinal) => text["Times"],
        nameof(CampaignPolicy.RateDecimals) => text["Digits"],
        nameof(CampaignPolicy.MonthlyReportDay) => text["DayOfMonth"],
        _ => text["CalendarDays"],
    };
}
