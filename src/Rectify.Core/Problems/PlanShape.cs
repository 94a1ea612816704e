using FluentValidation;

namespace Rectify.Core.Problems;

internal sealed class PlanShape : AbstractValidator<RectificationPlan>
{
    public PlanShape()
    {
        RuleFor(plan => plan.Goal).MaximumLength(RectificationPlan.GoalLength);
        RuleFor(plan => plan.ResponsibleLeader).MaximumLength(RectificationPlan.PersonLength);
        RuleFor(plan => plan.ResponsiblePerson).MaximumLength(RectificationPlan.PersonLength);
        RuleFor(plan => plan.Measures).Must(measures => measures.Count <= RectificationPlan.MeasureCount).WithErrorCode("TooManyMeasures");
        RuleForEach(plan => plan.Measures).ChildRules(measure => measure.RuleFor(m => m.Text).NotEmpty().MaximumLength(RectificationPlan.MeasureLength));
    }
}

internal sealed class FindingShape : AbstractValidator<Finding>
{
    public FindingShape()
    {
        RuleFor(finding => finding.CategoryId).NotEmpty();
        RuleFor(finding => finding.Source).IsInEnum();
        RuleFor(finding => finding.Severity).IsInEnum();
        RuleFor(finding => finding.Kind).IsInEnum();
        RuleFor(finding => finding.Description).NotEmpty().MaximumLength(Finding.DescriptionLength);
        RuleFor(finding => finding.Place).MaximumLength(Finding.PlaceLength);
        RuleFor(finding => finding.Matter).MaximumLength(Finding.PlaceLength);
        RuleFor(finding => finding.Remark).MaximumLength(Finding.RemarkLength);
        RuleFor(finding => finding.FoundOn).NotEmpty();
    }
}
