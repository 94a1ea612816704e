using System.Globalization;
using Microsoft.Extensions.Localization;
using Rectify.Core.Reports;
using Rectify.Web.Kit;

namespace Rectify.Web.Reports;

/// <summary>How reports and their figures look: tone, icon and word.</summary>
public static class FigureStatus
{
    public static Status Of(MonthlyStanding standing) => standing switch
    {
        MonthlyStanding.OnTime => new(Tone.Success, "check-circle", Words.Of(standing)),
        MonthlyStanding.Late => new(Tone.Warning, "clock-history", Words.Of(standing)),
        MonthlyStanding.Missing => new(Tone.Danger, "dash-circle", Words.Of(standing)),
        _ => new(Tone.Neutral, "hourglass", Words.Of(standing)),
    };

    public static Status Of(MonthlyReportState state) => state switch
    {
        MonthlyReportState.Submitted => new(Tone.Info, "send", Words.Of(state)),
        MonthlyReportState.Returned => new(Tone.Warning, "arrow-return-left", Words.Of(state)),
        MonthlyReportState.Accepted => new(Tone.Success, "check-circle-fill", Words.Of(state)),
        _ => new(Tone.Neutral, "pencil", Words.Of(state)),
    };

    public static Status Of(BulletinState state) => state switch
    {
        BulletinState.Issued => new(Tone.Success, "megaphone", Words.Of(state)),
        BulletinState.Draft => new(Tone.Neutral, "pencil", Words.Of(state)),
        _ => new(Tone.Neutral, "slash-circle", Words.Of(state)),
    };

    public static Status Of(SnapshotCheck check) => check == SnapshotCheck.Intact
        ? new(Tone.Success, "shield-check", Words.Of(check))
        : new(Tone.Danger, "shield-exclamation", Words.Of(check));

    /// <summary>A month as a report names it.</summary>
    public static string Month(IStringLocalizer<FiguresText> text, DateOnly month) => month.ToString(text["MonthFormat"], CultureInfo.CurrentCulture);

    /// <summary>A month as an address carries it.</summary>
    public static string Address(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The month an address names; null for none or nonsense.</summary>
    public static DateOnly? Asked(string? month) => DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
