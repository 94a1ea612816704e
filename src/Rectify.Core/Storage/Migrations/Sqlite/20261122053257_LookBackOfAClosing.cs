using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rectify.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LookBackOfAClosing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Ordinal",
                table: "LookBack",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RecurrenceCount",
                table: "LookBack",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Ordinal",
                table: "LookBack");

            migrationBuilder.DropColumn(
                name: "RecurrenceCount",
                table: "LookBack");
        }
    }
}
