using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Templates;

namespace Rectify.Core.Reports;

/// <summary>Fields in a bulletin's prose, such as <c>{问题总数}</c>: they stay in the draft and are filled from the figures that are frozen with it, so that words and tables cannot differ.</summary>
internal static class BulletinWords
{
    /// <exception cref="InvalidInput">A field that nothing fills, a brace that stands alone, or a cut-off that has not come: nothing can be counted that has not happened.</exception>
    public static void MustBeWritable(this BulletinText text, DateOnly today)
    {
        var fields = TemplateText.FieldsOf(TemplateKind.Bulletin);
        List<FieldError> errors =
        [
            .. TemplateText.Unknown(fields, "Text.Title", text.Title), .. TemplateText.Unknown(fields, "Text.Situation", text.Situation),
            .. TemplateText.Unknown(fields, "Text.Requirements", text.Requirements),
        ];
        if (text.CutOff > today)
        {
            errors.Add(new FieldError("Text.CutOff", "CutOffInTheFuture", text.CutOff));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInput([.. errors]);
        }
    }

    /// <summary>An issued bulletin's words as they were issued; a draft's as they would be now.</summary>
    public static BulletinText Words(this Bulletin bulletin, Campaign campaign, Progress progress, DateOnly today) =>
        bulletin.SnapshotId is null ? bulletin.Text.Filled(campaign, progress, today) : bulletin.Text;

    /// <param name="today">For the field of that name; the figures have a day of their own.</param>
    public static BulletinText Filled(this BulletinText text, Campaign campaign, Progress progress, DateOnly today)
    {
        var total = progress.Total.Figures;
        var values = TemplateValues.Of(campaign, today);
        values["统计日期"] = TemplateValues.Day(progress.CutOff);
        values["问题总数"] = Plain(total.Total);
        values["已销号数"] = Plain(total.Closed);
        values["销号率"] = total.ClosedRate.Text(progress.RateDecimals);
        values["逾期数"] = Plain(total.Overdue);
        return text with { Title = TemplateText.Fill(text.Title, values), Situation = TemplateText.Fill(text.Situation, values), Requirements = TemplateText.Fill(text.Requirements, values) };
    }

    private static string Plain(int count) => count.ToString(CultureInfo.InvariantCulture);
}
