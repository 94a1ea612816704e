using System.IO.Compression;
using System.Xml;
using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using Microsoft.Data.Sqlite;
using Rectify.Benchmarks.Harness;
using Rectify.Core.Imports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Imports;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Benchmarks.Imports;

/// <summary>
/// The largest import: reading its 10,000 rows with scan, words, dates and rules, beside a bare reader of the same sheet;
/// and entering them with decision and ledger, beside bare inserts of the same rows under the same indexes and triggers. Both wait for the disk.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[WarmupCount(1), IterationCount(5), InvocationCount(1)] // A batch is read once and confirmed once.
public class ImportBenchmarks
{
    private static readonly string[] Headings = ["问题描述", "窗口/场所", "发现日期", "问题来源", "问题类别", "严重程度", "整改类型", "整改目标", "整改时限", "责任人"];

    private const int MostMegaBytes = 200;

    private RunningCampaign _campaign = null!;
    private PeakMemory _memory = null!;
    private MemoryStream _file = null!;
    private Guid _batch;

    [GlobalSetup]
    public async Task Prepare()
    {
        _campaign = await RunningCampaign.StartAsync();
        _file = File();
        StartAndRead();
        await Confirm();
        Undo();
        _memory = new PeakMemory();
    }

    [GlobalCleanup]
    public async Task Close()
    {
        await _campaign.DisposeAsync();
        _memory.MustStayBelow(MostMegaBytes);
    }

    [IterationSetup(Target = nameof(Read))]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    [IterationSetup(Target = nameof(Confirm))]
    public void StartAndRead()
    {
        Start();
        Read().GetAwaiter().GetResult();
    }

    [IterationCleanup(Target = nameof(Confirm))]
    public void Undo() => UndoAsync().GetAwaiter().GetResult();

    [Benchmark, BenchmarkCategory("read")]
    public Task Read() => _campaign.As(_campaign.Handler).Do(new ReadImport(_batch, SampleWords.Both));

    [Benchmark(Baseline = true), BenchmarkCategory("read")]
    public int BareRead()
    {
        _file.Position = 0;
        using var archive = new ZipArchive(_file, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var xml = XmlReader.Create(sheet);
        var cells = 0;
        while (xml.Read())
        {
            cells += xml.NodeType == XmlNodeType.Text ? 1 : 0;
        }

        return cells;
    }

    [Benchmark, BenchmarkCategory("enter")]
    public async Task Confirm() => await _campaign.As(_campaign.Handler).Do(new ConfirmImport(_batch, await _campaign.ImportVersionAsync(_batch), SampleWords.Both));

    /// <summary>A problem and its first entry, so many times over; a withdrawn one, so that no later import compares itself with it.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("enter")]
    public void BareInserts()
    {
        using var connection = BareSql.Open(_campaign.Rectify.Database.Place.DatabaseFile);
        using var transaction = connection.BeginTransaction();
        using var problem = Insert(connection, "SELECT * FROM Problem LIMIT 1");
        using var entry = Insert(connection, "SELECT * FROM LedgerEntry WHERE SubjectId = (SELECT Id FROM Problem LIMIT 1) AND Version = 1");
        var seq = connection.Column<long>("SELECT MAX(Seq) FROM LedgerEntry WHERE LogId = (SELECT Id FROM Campaign)").Single();
        for (var row = 1; row <= ImportedEntry.MostAtOnce; row++)
        {
            problem.Parameters["$Id"].Value = entry.Parameters["$SubjectId"].Value = Ids.New().ToString().ToUpperInvariant();
            problem.ExecuteNonQuery();
            entry.Parameters["$Seq"].Value = ++seq;
            entry.ExecuteNonQuery();
        }

        connection.Run("UPDATE LedgerHead SET Size = $seq WHERE LogId = (SELECT Id FROM Campaign)", ("$seq", seq));
        transaction.Commit();
    }

    /// <summary>An insert of a row like the table's last, prepared, with a value of its own for each column.</summary>
    private static SqliteCommand Insert(SqliteConnection connection, string select)
    {
        using var template = connection.Command(select);
        using var reader = template.ExecuteReader();
        reader.Read();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var table = select.Split(' ')[3];
        return connection.Command(
            $"INSERT INTO {table} ([{string.Join("], [", columns)}]) VALUES ({string.Join(", ", columns.Select(column => $"${column}"))})",
            [.. columns.Select((column, index) => ($"${column}", reader.GetValue(index)))]);
    }

    private static MemoryStream File()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("问题清单");
        for (var row = 0; row <= ImportedEntry.MostAtOnce; row++)
        {
            string[] cells = row == 0 ? Headings : [$"排队机第{row}次故障，三周无人修复，群众在大厅无序等候", "3号窗口", "2026-03-01", "自查自纠", "服务优化不到位", "一般", "限期整改", "恢复取号，专人维护", "2026年4月30日", "承办人"];
            for (var column = 0; column < cells.Length; column++)
            {
                sheet.Cell(row + 1, column + 1).SetValue(cells[column]);
            }
        }

        var file = new MemoryStream();
        book.SaveAs(file);
        return file;
    }

    private async Task StartAsync()
    {
        _file.Position = 0;
        _batch = await _campaign.StartImportAsync(_file);
    }

    private async Task UndoAsync() => (await _campaign.UndoAsync(_batch)).ShouldSucceed();
}
