using System.Runtime.CompilerServices;
using Rectify.Core.Problems;
using Rectify.Core.Reports;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>Tables whose rows are made as they are asked for, for sizes no test wants to bring about by commands.</summary>
internal static class MadeTables
{
    public static Table Of(int rows, TableKind kind = TableKind.Ledger, Func<int, string>? description = null) =>
        new(kind, "政务服务环境专项整治行动", "市某某局", new DateOnly(2026, 3, 2), RowsAsync(rows, description ?? (number => $"第{number}号窗口排队机故障，群众反映多次仍未修复")));

    public static TableRow Row(int number, string description) => new(
        Guid.Empty, number, "市某某局", "服务优化不到位", ProblemSource.SelfInspection, new DateOnly(2026, 2, 3), "3号窗口", description, "不动产登记", Severity.Ordinary,
        ProblemKind.TimeLimited, "设备恢复使用，不再反弹", [new Measure("联系维保单位修复"), new Measure("每日开机检查并登记")], "副局长", "业务科科长", new DateOnly(2026, 3, 1),
        new DateOnly(2026, 3, 20), ProblemState.Closed, (WarningColour)(number % 4), null,
        new CloseOut("终端已修复并恢复使用", Hand("承办一"), Hand("局长一"), Hand("经办一"), Hand("核查一")), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2),
        2, 0, 0, null, null, "", ["市另一局"]);

    private static Opinion Hand(string name) => new(Guid.Empty, name, new DateOnly(2026, 3, 1), "");

    private static async IAsyncEnumerable<TableRow> RowsAsync(int rows, Func<int, string> description, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 1; number <= rows; number++)
        {
            if (number % 500 == 0)
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
            }

            yield return Row(number, description(number));
        }
    }
}
