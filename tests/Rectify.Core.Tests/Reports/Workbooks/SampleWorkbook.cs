using ClosedXML.Excel;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>A list as a unit would fill it in, with headings in row 3; tests change single cells.</summary>
internal sealed class SampleWorkbook : IDisposable
{
    private readonly XLWorkbook _book = new();

    public SampleWorkbook(params string[] headings)
    {
        Sheet = _book.AddWorksheet("问题清单");
        Sheet.Cell("A1").SetValue("政务服务环境专项整治行动问题清单");
        Sheet.Cell("A2").SetValue("填报单位：市某某局");
        foreach (var (index, heading) in (headings.Length > 0 ? headings : [.. SampleWords.Chinese.Headings.Values]).Index())
        {
            Sheet.Cell(3, index + 1).SetValue(heading);
        }
    }

    public IXLWorksheet Sheet { get; }

    public IXLCell Cell(int row, ProblemColumn column) => Sheet.Cell(row, (int)column + 1);

    /// <summary>Writes a good row.</summary>
    public SampleWorkbook Row(int row, string description, params (ProblemColumn Column, object Value)[] others)
    {
        var values = new Dictionary<ProblemColumn, object>
        {
            [ProblemColumn.Ordinal] = 1,
            [ProblemColumn.FoundOn] = "2026-03-01",
            [ProblemColumn.Source] = "自查自纠",
            [ProblemColumn.Unit] = "市某某局",
            [ProblemColumn.Category] = "服务优化不到位",
            [ProblemColumn.Symptom] = "自助设备难用",
            [ProblemColumn.Description] = description,
            [ProblemColumn.Severity] = "一般",
            [ProblemColumn.Kind] = "限期整改",
            [ProblemColumn.DueDate] = "2026-04-30",
        };
        foreach (var (column, value) in others)
        {
            values[column] = value;
        }

        foreach (var (column, value) in values)
        {
            Put(Cell(row, column), value);
        }

        return this;
    }

    public MemoryStream File()
    {
        var file = new MemoryStream();
        _book.SaveAs(file);
        file.Position = 0;
        return file;
    }

    public void Dispose() => _book.Dispose();

    private static void Put(IXLCell cell, object value)
    {
        switch (value)
        {
            case int number:
                cell.SetValue(number);
                break;
            case DateTime date:
                cell.SetValue(date);
                cell.Style.NumberFormat.SetFormat("yyyy\"年\"m\"月\"d\"日\"");
                break;
            default:
                cell.SetValue((string)value);
                break;
        }
    }
}
