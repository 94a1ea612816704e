namespace Rectify.Core.Shared;

/// <summary>What a command or query asks for. Each states exactly one; a request without one fails the build.</summary>
public enum Permission
{
    /// <summary>Anyone signed in, on their own account and desk.</summary>
    OwnAccount,
    ViewCampaign,
    ManageCampaign,
    DecideCampaign,
    ViewProblems,
    EnterProblems,
    SubmitProblemList,
    ReviewProblemList,
    RegisterProblem,
    AssignProblem,
    PrepareRectification,
    HandleEvidence,
    SignForUnit,
    FirstReview,
    Recheck,
    ReturnCloseOut,
    CloseProblem,
    DecideForOffice,
    LookBack,
    ViewNotices,
    DraftNotice,
    SignNotice,
    CheckNotice,
    ReplyToNotice,
    ViewCandidates,
    ViewReferrals,
    DraftReferral,
    ApproveReferral,
    HandleReferral,
    ViewDocuments,
    DraftDocument,
    IssueDocument,
    ViewReports,
    ArrangeTables,
    ReportMonthly,
    ReviewMonthlyReports,
    DraftBulletin,
    IssueBulletin,
    Administer,
}

/// <summary>Which roles carry which permission: the whole policy in one table. What is not listed is denied.</summary>
public static class Permissions
{
    private const Role Unit = Role.UnitHandler | Role.UnitLeader;
    private const Role Office = Role.OfficeClerk | Role.Checker | Role.OfficeLeader;
    private const Role Anyone = Unit | Office | Role.DisciplineOfficer | Role.Official | Role.Administrator;

    private static readonly Dictionary<Permission, Role> Table = new()
    {
        [Permission.OwnAccount] = Anyone,
        [Permission.ViewCampaign] = Unit | Office | Role.Official | Role.Administrator,
        [Permission.ManageCampaign] = Role.OfficeClerk | Role.OfficeLeader,
        [Permission.DecideCampaign] = Role.OfficeLeader,
        [Permission.ViewProblems] = Unit | Office | Role.Official,
        [Permission.EnterProblems] = Unit,
        [Permission.SubmitProblemList] = Role.UnitLeader,
        [Permission.ReviewProblemList] = Role.OfficeClerk | Role.OfficeLeader,
        [Permission.RegisterProblem] = Role.OfficeClerk | Role.Checker,
        [Permission.AssignProblem] = Role.OfficeClerk,
        [Permission.PrepareRectification] = Unit,
        [Permission.HandleEvidence] = Unit | Role.OfficeClerk | Role.Checker,
        [Permission.SignForUnit] = Role.UnitLeader,
        [Permission.FirstReview] = Role.OfficeClerk,
        [Permission.Recheck] = Role.Checker | Role.OfficeClerk,
        [Permission.ReturnCloseOut] = Office,
        [Permission.CloseProblem] = Role.OfficeLeader,
        [Permission.DecideForOffice] = Role.OfficeLeader,
        [Permission.LookBack] = Role.Checker,
        [Permission.ViewNotices] = Unit | Office | Role.Official,
        [Permission.DraftNotice] = Role.OfficeClerk,
        [Permission.SignNotice] = Role.OfficeLeader,
        [Permission.CheckNotice] = Role.Checker,
        [Permission.ReplyToNotice] = Unit,
        [Permission.ViewCandidates] = Role.OfficeClerk | Role.OfficeLeader,
        [Permission.ViewReferrals] = Role.OfficeClerk | Role.OfficeLeader | Role.DisciplineOfficer,
        [Permission.DraftReferral] = Role.OfficeClerk,
        [Permission.ApproveReferral] = Role.OfficeLeader,
        [Permission.HandleReferral] = Role.DisciplineOfficer,
        [Permission.ViewDocuments] = Unit | Office | Role.Official,
        [Permission.DraftDocument] = Role.OfficeClerk,
        [Permission.IssueDocument] = Role.OfficeLeader,
        [Permission.ViewReports] = Office | Role.Official,
        [Permission.ReportMonthly] = Unit,
        [Permission.ReviewMonthlyReports] = Role.OfficeClerk | Role.OfficeLeader,
        [Permission.DraftBulletin] = Role.OfficeClerk | Role.OfficeLeader,
        [Permission.IssueBulletin] = Role.OfficeLeader,
        [Permission.ArrangeTables] = Unit | Office,
        [Permission.Administer] = Role.Administrator,
    };

    public static bool Allows(Permission permission, Role roles) => Table.TryGetValue(permission, out var needed) && (needed & roles) != 0;
}

/// <summary>States the permission a request needs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>
/// Marks the rare request that runs while nobody can be signed in yet, such as setting up the first administrator.
/// Its handler guards itself; every other request without <see cref="RequiresAttribute"/> is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSignInAttribute : Attribute;
