using FluentValidation;

namespace Rectify.Core.Campaigns;

internal sealed class DetailsShape : AbstractValidator<CampaignDetails>
{
    public DetailsShape()
    {
        RuleFor(details => details.Title).NotEmpty().MaximumLength(Campaign.TitleLength);
        RuleFor(details => details.DocumentNumber).MaximumLength(Campaign.TitleLength);
        RuleFor(details => details.Issuer).NotEmpty().MaximumLength(Campaign.TitleLength);
        RuleFor(details => details.LeadBody).NotEmpty().MaximumLength(Campaign.TitleLength);
        RuleFor(details => details.Office).NotEmpty().MaximumLength(Campaign.TitleLength);
        RuleFor(details => details.Scope).MaximumLength(Campaign.TextLength);
        RuleFor(details => details.Requirements).MaximumLength(Campaign.TextLength);
        RuleFor(details => details.IssuedOn).NotEmpty();
    }
}

internal sealed class PhaseShape : AbstractValidator<CampaignPhase>
{
    public PhaseShape()
    {
        RuleFor(phase => phase.From).NotEmpty();
        RuleFor(phase => phase.To).NotEmpty();
        RuleFor(phase => phase.Goals).MaximumLength(Campaign.TextLength);
    }
}

internal sealed class CategoryShape : AbstractValidator<ProblemCategory>
{
    public CategoryShape()
    {
        RuleFor(category => category.Name).NotEmpty().MaximumLength(100);
        RuleForEach(category => category.Symptoms).ChildRules(symptom => symptom.RuleFor(s => s.Name).NotEmpty().MaximumLength(100));
    }
}

internal sealed class PolicyShape : AbstractValidator<CampaignPolicy>
{
    public PolicyShape()
    {
        RuleFor(policy => policy.NoticeLimit).InclusiveBetween(1, 9);
        RuleFor(policy => policy.ReceiptWorkingDays).InclusiveBetween(1, 30);
        RuleFor(policy => policy.ReplyWorkingDays).InclusiveBetween(1, 60);
        RuleFor(policy => policy.CorrectionWorkingDays).InclusiveBetween(1, 120);
        RuleFor(policy => policy.ImmediateWorkingDays).InclusiveBetween(1, 60);
        RuleFor(policy => policy.ObjectionWorkingDays).InclusiveBetween(1, 60);
        RuleFor(policy => policy.ExtensionLimit).InclusiveBetween(0, 9);
        RuleFor(policy => policy.ReminderWorkingDays).InclusiveBetween(0, 60);
        RuleFor(policy => policy.BehindWorkingDays).InclusiveBetween(0, 60);
        RuleFor(policy => policy.PublicNoticeDays).InclusiveBetween(1, 90);
        RuleFor(policy => policy.LookBackDays).InclusiveBetween(0, 365);
        RuleFor(policy => policy.LookBackPercent).InclusiveBetween(0, 100);
        RuleFor(policy => policy.SiteCheckPercent).InclusiveBetween(0, 100);
        RuleFor(policy => policy.RateDecimals).InclusiveBetween(0, 2);
        RuleFor(policy => policy.MonthlyReportDay).InclusiveBetween(0, 28);
    }
}

internal sealed class ParticipantShape : AbstractValidator<Participant>
{
    public ParticipantShape()
    {
        RuleFor(unit => unit.UnitId).NotEmpty();
        RuleFor(unit => unit.PrincipalLeader).NotEmpty().MaximumLength(50);
        RuleFor(unit => unit.LeaderInCharge).NotEmpty().MaximumLength(50);
        RuleFor(unit => unit.Handler).NotEmpty().MaximumLength(50);
    }
}
