using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("修复终端", "修复终端")]
    [InlineData("修复终端\n张贴指引", "修复终端|张贴指引")]
    [InlineData("修复终端；\r\n\r\n 张贴指引；", "修复终端|张贴指引")]
    [InlineData("1.修复终端 2.张贴指引", "修复终端|张贴指引")]
    [InlineData("1.修复终端2.张贴指引", "修复终端|张贴指引")]
    [InlineData("1、修复终端；2、张贴指引；3、每日检查", "修复终端|张贴指引|每日检查")]
    [InlineData("①修复终端②张贴指引", "修复终端|张贴指引")]
    [InlineData("（1）修复终端（2）张贴指引", "修复终端|张贴指引")]
    [InlineData("一、修复终端；二、张贴指引", "修复终端|张贴指引")]
    [InlineData("１．修复终端\n２．张贴指引", "修复终端|张贴指引")]
    [InlineData("1.修复终端，\n  两台都要\n2.张贴指引", "修复终端，   两台都要|张贴指引")]
    [InlineData("缩短到1.5小时，2.5小时办结", "缩短到1.5小时，2.5小时办结")]
    [InlineData("①修复终端", "修复终端")]
    [InlineData("统一、规范窗口标识", "统一、规范窗口标识")]
    [InlineData("-5分钟预警", "-5分钟预警")]
    [InlineData("", "")]
    public void Measures_in_one_cell_are_split_by_their_numbers_or_lines(string cell, string measures) =>
        string.Join('|', CellValues.Measures(cell)).ShouldBe(measures);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("Z", 26)]
    [InlineData("AA", 27)]
    [InlineData("XFD1048576", 16384)]
    public void A_reference_names_its_column(string reference, int column) =>
        (WorkbookXml.Column(reference) ?? 1).ShouldBe(column);

    [Fact]
    public void Letters_and_columns_are_one_to_one() =>
        Enumerable.Range(1, 2000).ShouldAllBe(column => WorkbookXml.Column(WorkbookXml.Letters(column)) == column);

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("m\"月\"d\"日\"", true)]
    [InlineData("0.00", false)]
    [InlineData("#,##0\"day\"", false)]
    [InlineData("[Red]0", false)]
    [InlineData("h:mm", false)]
    public void A_format_shows_a_date_by_its_letters(string format, bool date) => NumberFormat.ShowsDate(format).ShouldBe(date);
}
