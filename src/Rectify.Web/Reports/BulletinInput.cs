using Rectify.Core.Reports;

namespace Rectify.Web.Reports;

/// <summary>What a bulletin's form posts; the names are those of the command.</summary>
public sealed class BulletinInput
{
    public Guid BulletinId { get; set; }

    public int Version { get; set; }

    public BulletinTextInput Text { get; set => field = value ?? new(); } = new();

    public BulletinText ToText() => new(
        Text.Title ?? "", Text.Addressees ?? "", Text.CutOff ?? default, Text.DaysAhead ?? 0, Text.Situation ?? "", Text.Requirements ?? "");
}

public sealed class BulletinTextInput
{
    public string? Title { get; set; }

    public string? Addressees { get; set; }

    public DateOnly? CutOff { get; set; }

    public int? DaysAhead { get; set; }

    public string? Situation { get; set; }

    public string? Requirements { get; set; }

    public static BulletinTextInput Of(BulletinText text) => new()
    {
        Title = text.Title, Addressees = text.Addressees, CutOff = text.CutOff, DaysAhead = text.DaysAhead, Situation = text.Situation, Requirements = text.Requirements,
    };
}
