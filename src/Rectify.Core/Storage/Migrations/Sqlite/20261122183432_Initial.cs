using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rectify.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: false),
                    FailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PasswordSetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FormerHashes = table.Column<string>(type: "TEXT", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Bulletin",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Issue = table.Column<int>(type: "INTEGER", nullable: true),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SnapshotCode = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Scans = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletin", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Campaign",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    CurrentPhase = table.Column<int>(type: "INTEGER", nullable: true),
                    Phases = table.Column<string>(type: "TEXT", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", nullable: false),
                    Participants = table.Column<string>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    PhaseEnds = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaign", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChosenLayout",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChosenLayout", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentTemplate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTemplate", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HolidayYear",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Papers = table.Column<string>(type: "TEXT", nullable: false),
                    Days = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HolidayYear", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<int>(type: "INTEGER", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", nullable: false),
                    Changed = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntry",
                columns: table => new
                {
                    LogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Event = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    ActorRoles = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntry", x => new { x.LogId, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    LogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.LogId);
                });

            migrationBuilder.CreateTable(
                name: "LookBack",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProblemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<string>(type: "TEXT", nullable: false),
                    RecurrenceCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Recurred = table.Column<bool>(type: "INTEGER", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBack", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MonthlyReport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SnapshotCode = table.Column<string>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNil = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstSubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthlyReport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProblemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    InspectedPartyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProblemsFound = table.Column<string>(type: "TEXT", nullable: false),
                    UnitCommitment = table.Column<string>(type: "TEXT", nullable: false),
                    Implementer = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    CorrectionDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Serial = table.Column<int>(type: "INTEGER", nullable: true),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Delivery = table.Column<string>(type: "TEXT", nullable: false),
                    ReceiptDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceivedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ReplyDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReplyBasis = table.Column<string>(type: "TEXT", nullable: true),
                    CorrectionDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CorrectionBasis = table.Column<string>(type: "TEXT", nullable: true),
                    OnlyUnansweredCounts = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClaimsCorrected = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstReplyOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Prepared = table.Column<string>(type: "TEXT", nullable: true),
                    Replies = table.Column<string>(type: "TEXT", nullable: false),
                    Checks = table.Column<string>(type: "TEXT", nullable: false),
                    UncorrectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Objection = table.Column<string>(type: "TEXT", nullable: true),
                    HasOpenObjection = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuspendedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Scans = table.Column<string>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficialDocument",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Attachments = table.Column<string>(type: "TEXT", nullable: false),
                    CopiesTo = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Serial = table.Column<int>(type: "INTEGER", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: false),
                    VoidReasons = table.Column<string>(type: "TEXT", nullable: false),
                    Scans = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficialDocument", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Problem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    ImportBatchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ImportRow = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Pending = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SymptomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Styles = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Goal = table.Column<string>(type: "TEXT", nullable: false),
                    Measures = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedDueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResponsibleLeader = table.Column<string>(type: "TEXT", nullable: false),
                    ResponsiblePerson = table.Column<string>(type: "TEXT", nullable: false),
                    RegisteredInPhase = table.Column<int>(type: "INTEGER", nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AssignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalDueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueBasis = table.Column<string>(type: "TEXT", nullable: true),
                    Objection = table.Column<string>(type: "TEXT", nullable: true),
                    Extension = table.Column<string>(type: "TEXT", nullable: true),
                    ExtensionCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LongTerm = table.Column<string>(type: "TEXT", nullable: true),
                    NextReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CloseOut = table.Column<string>(type: "TEXT", nullable: true),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublicNotice = table.Column<string>(type: "TEXT", nullable: true),
                    ReturnCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Returned = table.Column<string>(type: "TEXT", nullable: true),
                    RecurrenceCount = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeCount = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenNoticeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Draw = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCarriedOver = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Problem", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProblemList",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNil = table.Column<bool>(type: "INTEGER", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", nullable: false),
                    FirstSubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemList", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Referral",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProblemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Letter = table.Column<string>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Serial = table.Column<int>(type: "INTEGER", nullable: true),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PackageJson = table.Column<string>(type: "TEXT", nullable: false),
                    PackageSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Approval = table.Column<string>(type: "TEXT", nullable: true),
                    TransferredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcknowledgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceiptNumber = table.Column<string>(type: "TEXT", nullable: false),
                    ReturnReasons = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Dismissal = table.Column<string>(type: "TEXT", nullable: true),
                    Scans = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referral", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Snapshot",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    CutOff = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    FrozenBy = table.Column<string>(type: "TEXT", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshot", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Unit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Unit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitVocabulary",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitVocabulary", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AboutProblem",
                columns: table => new
                {
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProblemId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AboutProblem", x => new { x.DocumentId, x.Place });
                    table.ForeignKey(
                        name: "FK_AboutProblem_OfficialDocument_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "OfficialDocument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Addressee",
                columns: table => new
                {
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addressee", x => new { x.DocumentId, x.Place, x.UnitId, x.Name });
                    table.ForeignKey(
                        name: "FK_Addressee_OfficialDocument_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "OfficialDocument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AssistingUnit",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProblemId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssistingUnit", x => new { x.ProblemId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_AssistingUnit_Problem_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Caption = table.Column<string>(type: "TEXT", nullable: false),
                    PairOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AddedByUnit = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProblemId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Problem_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CoveredNotice",
                columns: table => new
                {
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoveredNotice", x => new { x.ReferralId, x.NoticeId });
                    table.ForeignKey(
                        name: "FK_CoveredNotice_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AboutProblem_ProblemId",
                table: "AboutProblem",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_Account_NormalizedUserName",
                table: "Account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Addressee_UnitId",
                table: "Addressee",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_AssistingUnit_UnitId",
                table: "AssistingUnit",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Bulletin_CampaignId_State",
                table: "Bulletin",
                columns: new[] { "CampaignId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Bulletin_SnapshotId",
                table: "Bulletin",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_Bulletin_Year_Issue",
                table: "Bulletin",
                columns: new[] { "Year", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Campaign_State",
                table: "Campaign",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ChosenLayout_UnitId_Kind",
                table: "ChosenLayout",
                columns: new[] { "UnitId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoveredNotice_NoticeId",
                table: "CoveredNotice",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplate_CampaignId_Kind",
                table: "DocumentTemplate",
                columns: new[] { "CampaignId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ProblemId",
                table: "Evidence",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Sha256",
                table: "Evidence",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_HolidayYear_Year",
                table: "HolidayYear",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatch_CampaignId_UnitId_Id",
                table: "ImportBatch",
                columns: new[] { "CampaignId", "UnitId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatch_CampaignId_UnitId_Sha256",
                table: "ImportBatch",
                columns: new[] { "CampaignId", "UnitId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntry_LogId_ActorName_SubjectId",
                table: "LedgerEntry",
                columns: new[] { "LogId", "ActorName", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntry_SubjectId_Version",
                table: "LedgerEntry",
                columns: new[] { "SubjectId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBack_CampaignId_Recurred",
                table: "LookBack",
                columns: new[] { "CampaignId", "Recurred" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBack_ProblemId",
                table: "LookBack",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyReport_CampaignId_Month_UnitId",
                table: "MonthlyReport",
                columns: new[] { "CampaignId", "Month", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyReport_CampaignId_State",
                table: "MonthlyReport",
                columns: new[] { "CampaignId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyReport_CampaignId_UnitId_Month",
                table: "MonthlyReport",
                columns: new[] { "CampaignId", "UnitId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_Notice_CampaignId_State_ReplyDue",
                table: "Notice",
                columns: new[] { "CampaignId", "State", "ReplyDue" });

            migrationBuilder.CreateIndex(
                name: "IX_Notice_CampaignId_UnitId_State",
                table: "Notice",
                columns: new[] { "CampaignId", "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Notice_ProblemId",
                table: "Notice",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_Notice_ReplyDue",
                table: "Notice",
                column: "ReplyDue");

            migrationBuilder.CreateIndex(
                name: "IX_Notice_Serial",
                table: "Notice",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_Notice_UncorrectedOn",
                table: "Notice",
                column: "UncorrectedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Notice_Year_Serial",
                table: "Notice",
                columns: new[] { "Year", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficialDocument_CampaignId_Kind_State",
                table: "OfficialDocument",
                columns: new[] { "CampaignId", "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OfficialDocument_Prefix_Year_Serial",
                table: "OfficialDocument",
                columns: new[] { "Prefix", "Year", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficialDocument_Serial",
                table: "OfficialDocument",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_Person_UnitId",
                table: "Person",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Problem_BurnDown",
                table: "Problem",
                columns: new[] { "CampaignId", "RegisteredOn", "ClosedOn", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Problem_CampaignId_CategoryId_State",
                table: "Problem",
                columns: new[] { "CampaignId", "CategoryId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Problem_CampaignId_Number",
                table: "Problem",
                columns: new[] { "CampaignId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Problem_CampaignId_Pending",
                table: "Problem",
                columns: new[] { "CampaignId", "Pending" });

            migrationBuilder.CreateIndex(
                name: "IX_Problem_Due",
                table: "Problem",
                columns: new[] { "CampaignId", "State", "DueDate", "Number", "UnitId", "Returned", "CompletedOn", "RegisteredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Problem_ImportBatchId",
                table: "Problem",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Problem_Ledger",
                table: "Problem",
                columns: new[] { "CampaignId", "Number", "Id", "State", "UnitId", "CategoryId", "Kind", "Severity", "Source", "RegisteredInPhase", "FoundOn", "DueDate", "ClosedOn", "RegisteredOn", "CompletedOn", "Returned", "ResponsibleLeader", "ResponsiblePerson", "Place", "Description" });

            migrationBuilder.CreateIndex(
                name: "IX_Problem_ListId",
                table: "Problem",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_Problem_MergedIntoId",
                table: "Problem",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Problem_Open",
                table: "Problem",
                columns: new[] { "CampaignId", "State", "ClosedOn", "UnitId", "IsCarriedOver" });

            migrationBuilder.CreateIndex(
                name: "IX_Problem_Progress",
                table: "Problem",
                columns: new[] { "CampaignId", "UnitId", "State", "CategoryId", "Kind", "RegisteredOn", "DueDate", "CompletedOn", "VerifiedOn", "ClosedOn", "ListId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemList_CampaignId_State",
                table: "ProblemList",
                columns: new[] { "CampaignId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemList_CampaignId_UnitId_Ordinal",
                table: "ProblemList",
                columns: new[] { "CampaignId", "UnitId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referral_CampaignId_State",
                table: "Referral",
                columns: new[] { "CampaignId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Referral_Prefix_Year_Serial",
                table: "Referral",
                columns: new[] { "Prefix", "Year", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referral_ProblemId",
                table: "Referral",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_Snapshot_CampaignId_Kind_CutOff",
                table: "Snapshot",
                columns: new[] { "CampaignId", "Kind", "CutOff" });

            migrationBuilder.CreateIndex(
                name: "IX_Snapshot_Code",
                table: "Snapshot",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Snapshot_Kind_Month_Serial",
                table: "Snapshot",
                columns: new[] { "Kind", "Month", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Unit_Name",
                table: "Unit",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitVocabulary_UnitId",
                table: "UnitVocabulary",
                column: "UnitId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AboutProblem");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "Addressee");

            migrationBuilder.DropTable(
                name: "AssistingUnit");

            migrationBuilder.DropTable(
                name: "Bulletin");

            migrationBuilder.DropTable(
                name: "Campaign");

            migrationBuilder.DropTable(
                name: "ChosenLayout");

            migrationBuilder.DropTable(
                name: "CoveredNotice");

            migrationBuilder.DropTable(
                name: "DocumentTemplate");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "HolidayYear");

            migrationBuilder.DropTable(
                name: "ImportBatch");

            migrationBuilder.DropTable(
                name: "LedgerEntry");

            migrationBuilder.DropTable(
                name: "LedgerHead");

            migrationBuilder.DropTable(
                name: "LookBack");

            migrationBuilder.DropTable(
                name: "MonthlyReport");

            migrationBuilder.DropTable(
                name: "Notice");

            migrationBuilder.DropTable(
                name: "Person");

            migrationBuilder.DropTable(
                name: "ProblemList");

            migrationBuilder.DropTable(
                name: "Snapshot");

            migrationBuilder.DropTable(
                name: "Unit");

            migrationBuilder.DropTable(
                name: "UnitVocabulary");

            migrationBuilder.DropTable(
                name: "OfficialDocument");

            migrationBuilder.DropTable(
                name: "Referral");

            migrationBuilder.DropTable(
                name: "Problem");
        }
    }
}
