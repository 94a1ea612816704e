using Rectify.Core.Calendar;
using Rectify.Core.Organisations;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Notices;
using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Imports;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Templates;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Organisations;

/// <summary>Who may send what: every role sends every request through the real pipeline. A request without a row fails.</summary>
public sealed class PermissionMatrixTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private const Role UnitLeader = Role.UnitLeader;
    private const Role Units = Role.UnitHandler | Role.UnitLeader;
    private const Role Clerk = Role.OfficeClerk;
    private const Role Checker = Role.Checker;
    private const Role Leader = Role.OfficeLeader;
    private const Role Office = Clerk | Checker | Leader;
    private const Role Discipline = Role.DisciplineOfficer;
    private const Role Official = Role.Official;
    private const Role Administrator = Role.Administrator;
    private const Role Anyone = Units | Office | Discipline | Official | Administrator;

    private static readonly Dictionary<Type, Role> Matrix = new()
    {
        // Calendar
        [typeof(CountDeadline)] = Units | Office | Official | Administrator,
        [typeof(ImportHolidayYear)] = Administrator,
        [typeof(ListHolidayYears)] = Administrator,

        // Organisations
        [typeof(AddPerson)] = Administrator,
        [typeof(AddUnit)] = Administrator,
        [typeof(ChangeOwnPassword)] = Anyone,
        [typeof(ChangePerson)] = Administrator,
        [typeof(ChangeUnit)] = Administrator,
        [typeof(GetCurrentPerson)] = Anyone,
        [typeof(GetPerson)] = Administrator,
        [typeof(GetUnit)] = Administrator,
        [typeof(ListPeople)] = Administrator,
        [typeof(ListUnitChoices)] = Anyone,
        [typeof(ListUnits)] = Administrator,
        [typeof(ReinstatePerson)] = Administrator,
        [typeof(ResetPassword)] = Administrator,
        [typeof(RetirePerson)] = Administrator,

        // Campaigns
        [typeof(CreateCampaign)] = Clerk | Leader,
        [typeof(EnrolUnit)] = Clerk | Leader,
        [typeof(ListCampaigns)] = Units | Office | Official | Administrator,
        [typeof(OpenCampaign)] = Leader,
        [typeof(PlanPhases)] = Clerk | Leader,
        [typeof(ReviseCampaign)] = Clerk | Leader,
        [typeof(SetPolicy)] = Leader,

        // Problems
        [typeof(AddEvidence)] = Units | Clerk | Checker,
        [typeof(ApprovePlan)] = Clerk,
        [typeof(AskExtension)] = Units,
        [typeof(AskLongTerm)] = Units,
        [typeof(AssignProblem)] = Clerk,
        [typeof(CarryProblemOver)] = Leader,
        [typeof(CloseProblem)] = Leader,
        [typeof(CountStates)] = Units | Office | Official,
        [typeof(CountWarnings)] = Units | Office | Official,
        [typeof(DecideAssignmentObjection)] = Leader,
        [typeof(DecideExtension)] = Leader,
        [typeof(DecideLongTerm)] = Leader,
        [typeof(DeclineToSign)] = UnitLeader,
        [typeof(EndPhase)] = Leader,
        [typeof(FindNearDuplicates)] = Units | Office | Official,
        [typeof(GetCampaign)] = Units | Office | Official | Administrator,
        [typeof(GetEvidence)] = Units | Office | Official,
        [typeof(GetLedgerChoices)] = Units | Office | Official,
        [typeof(GetProblem)] = Units | Office | Official,
        [typeof(GetUnitList)] = Units | Office | Official,
        [typeof(ListLedger)] = Units | Office | Official,
        [typeof(ListQueue)] = Units,
        [typeof(ListReturns)] = Office | Official,
        [typeof(ListUnmet)] = Units | Office | Official | Administrator,
        [typeof(MergeProblem)] = Leader,
        [typeof(ObjectToAssignment)] = Units,
        [typeof(PassFirstReview)] = Clerk,
        [typeof(PassRecheck)] = Clerk | Checker,
        [typeof(PrepareCloseOut)] = Units,
        [typeof(PreparePlan)] = Units,
        [typeof(ReceivePublicObjection)] = Clerk,
        [typeof(RecordLookBack)] = Checker,
        [typeof(RegisterProblem)] = Clerk | Checker,
        [typeof(RemoveEvidence)] = Units | Clerk | Checker,
        [typeof(ReopenProblem)] = Leader,
        [typeof(ResumeRectification)] = Leader,
        [typeof(ReturnCloseOut)] = Office,
        [typeof(ReturnPlan)] = Clerk,
        [typeof(ReviewLongTerm)] = Clerk | Checker,
        [typeof(ReviewProblemList)] = Clerk | Leader,
        [typeof(SaveProblemEntry)] = Units,
        [typeof(SetCategories)] = Clerk | Leader,
        [typeof(SettlePublicObjection)] = Clerk,
        [typeof(SignForUnit)] = UnitLeader,
        [typeof(StartPublicNotice)] = Leader,
        [typeof(StartWithoutPlan)] = Units,
        [typeof(SubmitProblemList)] = UnitLeader,
        [typeof(TickMeasure)] = Units,
        [typeof(VoidProblem)] = Leader,
        [typeof(WithdrawProblemEntry)] = Units,
        [typeof(WithdrawUnit)] = Clerk | Leader,

        // Notices
        [typeof(AcceptNoticeReply)] = Clerk,
        [typeof(CheckNotice)] = Checker,
        [typeof(DecideNoticeObjection)] = Leader,
        [typeof(DiscardNotice)] = Clerk,
        [typeof(DraftNotice)] = Clerk,
        [typeof(FileNotice)] = Clerk,
        [typeof(GetNotice)] = Units | Office | Official,
        [typeof(GetNoticeLetter)] = Units | Office | Official,
        [typeof(GetNoticeFigures)] = Units | Office | Official,
        [typeof(GetNoticePreparation)] = Clerk,
        [typeof(IssueNotice)] = Leader,
        [typeof(ListNotices)] = Units | Office | Official,
        [typeof(ObjectToNotice)] = Units,
        [typeof(PrepareNoticeReply)] = Units,
        [typeof(ReceiveNotice)] = Units,
        [typeof(ResumeNotice)] = Leader,
        [typeof(ReturnNoticeReply)] = Clerk,
        [typeof(ReviseNotice)] = Clerk,
        [typeof(RevokeNotice)] = Leader,
        [typeof(SignNotice)] = Leader,
        [typeof(SignNoticeReply)] = UnitLeader,
        [typeof(SuspendNotice)] = Leader,

        // Templates
        [typeof(ListDocumentTemplates)] = Clerk,
        [typeof(ResetDocumentTemplate)] = Clerk,
        [typeof(SaveDocumentTemplate)] = Clerk,

        // Escalations
        [typeof(AcknowledgeReferral)] = Discipline,
        [typeof(ApproveReferral)] = Leader,
        [typeof(ArchiveReferral)] = Clerk,
        [typeof(DismissCandidate)] = Leader,
        [typeof(DismissReferral)] = Leader,
        [typeof(DraftReferral)] = Clerk,
        [typeof(GetCandidate)] = Clerk | Leader,
        [typeof(GetReferral)] = Clerk | Leader | Discipline,
        [typeof(ListCandidates)] = Clerk | Leader,
        [typeof(ListReferrals)] = Clerk | Leader | Discipline,
        [typeof(AddStampedScan)] = Clerk,
        [typeof(DiscardDocument)] = Clerk,
        [typeof(DraftDocument)] = Clerk,
        [typeof(GetDocument)] = Units | Office | Official,
        [typeof(GetDocumentLetter)] = Units | Office | Official,
        [typeof(GetCloseOutApproval)] = Units | Office | Official,
        [typeof(GetDocumentProposal)] = Clerk,
        [typeof(GetDossier)] = Clerk | Leader | Discipline,
        [typeof(GetReferralLetter)] = Clerk | Leader | Discipline,
        [typeof(IssueDocument)] = Leader,
        [typeof(ListLetterProblems)] = Clerk,
        [typeof(ListDocuments)] = Units | Office | Official,
        [typeof(ReviseDocument)] = Clerk,
        [typeof(VoidDocument)] = Leader,
        [typeof(RecordReferralOutcome)] = Discipline,
        [typeof(RedraftReferral)] = Clerk,
        [typeof(ReturnReferral)] = Discipline,
        [typeof(TransferReferral)] = Leader,

        // Reports
        [typeof(GetBulletinProposal)] = Clerk | Leader,
        [typeof(GetBurnDown)] = Office | Official,
        [typeof(GetDesk)] = Anyone,
        [typeof(DiscardBulletin)] = Clerk | Leader,
        [typeof(DraftBulletin)] = Clerk | Leader,
        [typeof(FindSnapshot)] = Units | Office | Official,
        [typeof(FreezeMonth)] = Leader,
        [typeof(GetBulletin)] = Units | Office | Official,
        [typeof(GetBulletinLetter)] = Units | Office | Official,
        [typeof(GetLeaderSheet)] = Office | Official,
        [typeof(GetMonthlyReport)] = Units | Office | Official,
        [typeof(GetProgress)] = Office | Official,
        [typeof(GetSnapshot)] = Units | Office | Official,
        [typeof(IssueBulletin)] = Leader,
        [typeof(ListBulletins)] = Units | Office | Official,
        [typeof(ListMonthlyReports)] = Office | Official,
        [typeof(ReviewMonthlyReport)] = Clerk | Leader,
        [typeof(ReviseBulletin)] = Clerk | Leader,
        [typeof(SignMonthlyReport)] = UnitLeader,
        [typeof(VoidBulletin)] = Leader,
        [typeof(WriteMonthlyReport)] = Units,
        [typeof(GetProblemTemplate)] = Units,
        [typeof(GetCloseOutForm)] = Units | Office | Official,
        [typeof(GetTable)] = Units | Office | Official,
        [typeof(GetTableLayout)] = Units | Office | Official,
        [typeof(ResetTableLayout)] = Units | Office,
        [typeof(SetTableLayout)] = Units | Office,
        [typeof(ListWorstOverdue)] = Office | Official,

        // Imports
        [typeof(ConfirmImport)] = Units,
        [typeof(DropImport)] = Units,
        [typeof(ForgetMapping)] = Units,
        [typeof(GetImport)] = Units,
        [typeof(GetImportFile)] = Units,
        [typeof(ListImports)] = Units,
        [typeof(MapImport)] = Units,
        [typeof(ReadImport)] = Units,
        [typeof(StartImport)] = Units,
        [typeof(UndoImport)] = Units,
        [typeof(GetWorkingLedger)] = Units,
        [typeof(GetWorkingLedgerChanges)] = Units,
        [typeof(ReceiveWorkingLedger)] = Units,
        [typeof(TakeWorkingLedger)] = Units,
    };

    [Fact]
    public void Every_request_has_its_row() => Matrix.Keys.ShouldBe(Samples.Requests, ignoreOrder: true);

    [Fact]
    public async Task Each_role_is_let_in_where_its_row_says_so_and_nowhere_else()
    {
        var campaign = shared.Campaign;
        List<string> wrong = [];
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None))
        {
            var sender = campaign.As(await campaign.Rectify.AddPersonAsync($"只有{role}", role, campaign.Unit));
            // Whoever has no account, like these people, has no password to change.
            foreach (var (request, roles) in Matrix.Where(row => row.Key != typeof(ChangeOwnPassword)))
            {
                var letIn = await sender.FailureOf(Samples.Of(request, ("CampaignId", campaign.Id))) is not NotAllowed;
                if (letIn != ((roles & role) != 0))
                {
                    wrong.Add($"{role} is {(letIn ? "let into" : "kept out of")} {request.Name}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_let_in_without_signing_in()
    {
        var sender = shared.Campaign.Rectify.AsNobody();
        foreach (var request in Samples.Requests)
        {
            (await sender.FailureOf(Samples.Of(request))).ShouldBeOfType<NotAllowed>(request.Name);
        }
    }
}
