using Rectify.Core.Problems;

namespace Rectify.Web.Problems;

/// <summary>What a move's form posts. The names are those of the commands, so that errors find their fields.</summary>
public sealed class MoveInput
{
    public ProblemAction Action { get; set; }

    public int Version { get; set; }

    /// <summary>Made when the form was first shown; recognises a repeated post.</summary>
    public Guid NewId { get; set; }

    public Guid ObjectionId { get; set; }

    /// <summary>Which button sent the form, where there are two: <c>yes</c> or <c>no</c>.</summary>
    public string? Decision { get; set; }

    public string? Opinion { get; set; }

    public string? Reason { get; set; }

    public string? Reasons { get; set; }

    public string? FurtherRequirement { get; set; }

    public string? Progress { get; set; }

    public string? Result { get; set; }

    public string? RulesMade { get; set; }

    public string? CallBack { get; set; }

    public string? Text { get; set; }

    public string? Settlement { get; set; }

    public string? Finding { get; set; }

    public string? Findings { get; set; }

    public string? StageGoal { get; set; }

    public DateOnly? NewDueDate { get; set; }

    public DateOnly? NextReview { get; set; }

    public DateOnly? DueDate { get; set; }

    public int? TargetNumber { get; set; }

    public bool HasSiteCheck { get; set; }

    public SiteCheckInput SiteCheck { get; set; } = new();

    public sealed class SiteCheckInput
    {
        public DateOnly? On { get; set; }

        public string? Place { get; set; }

        public string? Present { get; set; }

        public string? Findings { get; set; }
    }
}
