using Rectify.Core.Problems;

namespace Rectify.Core.Tests.Imports.Corpus;

/// <summary>A shape of table that units send, with what is to be read from it.</summary>
/// <param name="Rows">What each row comes to: row, description, kind, due date.</param>
/// <param name="Broken">A cell, what is put into it, and the one error that it then gives.</param>
/// <param name="NeedsMerging">Whether the shape is lost without merged cells.</param>
internal sealed record Table(string Name, Grid Grid, IReadOnlyList<ExpectedRow> Rows, (string Cell, object Value, string Code) Broken, bool NeedsMerging = false);

internal sealed record ExpectedRow(int Row, string Description, ProblemKind Kind, DateOnly? Due, int Assisting = 0);

/// <summary>Every shape of table met in the field. Today is 2 March 2026; the unit is 市某某局.</summary>
internal static class Tables
{
    private const string Cat = "服务优化不到位";

    private static readonly object[] Heads = ["序号", "发现日期", "问题来源", "责任单位", "问题类别", "问题描述", "严重程度", "整改类型", "整改措施", "整改时限", "责任人", "备注"];

    private static readonly DateOnly April30 = new(2026, 4, 30);

    public static IReadOnlyList<Table> All { get; } =
    [
        new("plain headings in the first row", Grid.Of(Heads, Line(1, "排队机故障"), Line(2, "窗口空岗")), [Plain(2, "排队机故障"), Plain(3, "窗口空岗")], ("B2", "同上", "NothingAbove")),
        new(
            "title, unit and date above, signatures below",
            Grid.Of(["专项整治行动问题清单"], ["填报单位：市某某局", null, null, null, null, null, null, "填报日期：2026年3月1日"], Heads, Line(1, "排队机故障"), [], ["填表人：甲", null, null, "审核人：乙", null, null, "单位负责人（签字）："]).Merge("A1:L1"),
            [Plain(4, "排队机故障")], ("E4", "没有的类别", "NotAChoice")),
        new(
            "two rows of headings with groups",
            Grid.Of(
                ["序号", "发现日期", "问题情况", null, null, null, "责任单位", "整改情况", null, null, "责任人", "备注"],
                [null, null, "来源", "类别", "存在问题", "严重程度", null, "整改类型", "整改措施", "整改时限"],
                [1, "2026-03-01", "自查", Cat, "排队机故障", "一般", "市某某局", "限期", "修", "2026-04-30", "科长"]).Merge("A1:A2", "B1:B2", "C1:F1", "G1:G2", "H1:J1", "K1:K2", "L1:L2"),
            [Plain(3, "排队机故障")], ("J3", "2026-13-01", "DateNotUnderstood")),
        new(
            "sub-totals and totals",
            Grid.Of(Heads, Line(1, "排队机故障"), ["小计", null, null, null, null, 1], Line(2, "窗口空岗"), ["合计：2件"], ["总 计", null, null, null, null, "2 件"]),
            [Plain(2, "排队机故障"), Plain(4, "窗口空岗")], ("G4", "非常", "NotAChoice")),
        new(
            "headings repeated on each printed page, columns numbered",
            Grid.Of(Heads, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Line(1, "排队机故障"), Heads, Line(2, "窗口空岗")), [Plain(3, "排队机故障"), Plain(5, "窗口空岗")], ("C5", "道听途说", "NotAChoice")),
        new(
            "merged cells carry down",
            Grid.Of(Heads, Line(1, "排队机故障"), [2, null, null, null, null, "窗口空岗", "一般", "限期整改", null, "2026-04-30"], [3, null, null, null, null, "指南过时", "一般", "限期整改", null, "2026-04-30"]).Merge("B2:B4", "C2:C4", "D2:D4", "E2:E4"),
            [Plain(2, "排队机故障"), Plain(3, "窗口空岗"), Plain(4, "指南过时")], ("J3", "某天", "DateNotUnderstood"), NeedsMerging: true),
        new(
            "as above in words and signs",
            Grid.Of(Heads, Line(1, "排队机故障"), [2, "同上", "〃", "″", "\"", "窗口空岗", "同 上", "”", null, "同前"], [3, "〃", "〃", "〃", "〃", "指南过时", "〃", "〃", null, "〃"]),
            [Plain(2, "排队机故障"), Plain(3, "窗口空岗"), Plain(4, "指南过时")], ("J4", "某天", "DateNotUnderstood")),
        new(
            "several units in one cell",
            Grid.Of(Heads, Line(1, "排队机故障", unit: "市某某局、市另一局"), Line(2, "窗口空岗", unit: "牵头：市某某局；配合：市另一局"), Line(3, "指南过时", unit: "市另一局（配合）\n市某某局（牵头）"), Line(4, "标牌缺失", unit: "本局，市另一局")),
            [Plain(2, "排队机故障") with { Assisting = 1 }, Plain(3, "窗口空岗") with { Assisting = 1 }, Plain(4, "指南过时") with { Assisting = 1 }, Plain(5, "标牌缺失") with { Assisting = 1 }],
            ("D2", "市另一局、市某某局", "OwnUnitDoesNotLead")),
        new(
            "a unit by a name that nobody knows, beside the unit's own",
            Grid.Of(Heads, Line(1, "排队机故障", unit: "市某某局和市另一局"), Line(2, "窗口空岗", unit: "市某某局（牵头）、市另一局（配合）")), [Plain(2, "排队机故障") with { Assisting = 1 }, Plain(3, "窗口空岗") with { Assisting = 1 }],
            ("D3", "市某某局（牵头）、某某分局（配合）", "UnknownUnits")),
        new(
            "headings by other names, no columns for unit and kind",
            Grid.Of(["问题编号", "存在的问题", "检查时间", "来源", "问题分类", "程度", "完成时限（年月日）", "配合单位"], [1, "排队机故障", "2026/3/1", "督查", Cat, "较重", "2026年4月30日", "市另一局"]),
            [Plain(2, "排队机故障") with { Assisting = 1 }], ("G2", "下周", "DateVague")),
        new(
            "no column for the kind, and a due date left out",
            Grid.Of([.. Heads[..7], .. Heads[9..]], [1, "2026-03-01", "自查自纠", "市某某局", Cat, "排队机故障", "一般", "2026-04-30"], [2, "2026-03-01", "自查自纠", "市某某局", Cat, "窗口空岗", "一般", "2026-04-30"]),
            [Plain(2, "排队机故障"), Plain(3, "窗口空岗")], ("H3", "", "Required")),
        new(
            "dates as people write them",
            Grid.Of(
                Heads, Line(1, "问题一", found: "2026/3/1", due: "2026-4-30"), Line(2, "问题二", found: "2026.3.1", due: "2026年4月30日前"), Line(3, "问题三", found: "20260301", due: "20260430"),
                Line(4, "问题四", found: "３月１日", due: "4月30日"), Line(5, "问题五", found: new DateTime(2026, 3, 1), due: new DateTime(2026, 4, 30)), Line(6, "问题六", found: 46082, due: 46142)),
            [.. "一二三四五六".Select((n, index) => Plain(index + 2, $"问题{n}"))], ("J4", "6/15/26", "DateOrderUnclear")),
        new(
            "ends of months, at once and for ever",
            Grid.Of(
                Heads, Line(1, "问题一", due: "4月底前"), Line(2, "问题二", due: "2026年4月底前完成"), Line(3, "问题三", due: "月底前"), Line(4, "问题四", due: "立即", kind: null), Line(5, "问题五", due: "长期坚持", kind: null),
                Line(6, "问题六", due: "立行立改", kind: "立行立改"), Line(7, "问题七", due: null, kind: "长期整改"), Line(8, "问题八", found: "2026-01-10", due: "1月底前")),
            [
                Plain(2, "问题一"), Plain(3, "问题二"), Plain(4, "问题三") with { Due = new DateOnly(2026, 3, 31) }, new(5, "问题四", ProblemKind.Immediate, new DateOnly(2026, 3, 5)), new(6, "问题五", ProblemKind.LongTerm, null),
                new(7, "问题六", ProblemKind.Immediate, new DateOnly(2026, 3, 5)), new(8, "问题七", ProblemKind.LongTerm, null), Plain(9, "问题八") with { Due = new DateOnly(2026, 1, 31) },
            ],
            ("J2", "尽快", "DateVague")),
        new(
            "full-width digits, blanks and marks in headings",
            Grid.Of(["序 号", "发现日期＊", "问题来源*", "责任单位*", "问题类别（必填）", "问题\n描述*", "严重程度*", "整改类型*", "整改措施", "整改时限*"], ["１", "２０２６－０３－０１", "自查自纠", "市某某局", Cat, "排队机故障", "一 般", "限期整改", "１．修；２．查", "２０２６年４月３０日"]),
            [Plain(2, "排队机故障")], ("B2", "２０２６－０２－３０", "FoundDateNotUnderstood")),
        new(
            "lines over groups of rows",
            Grid.Of(Heads, ["一、服务方面"], Line(1, "排队机故障"), ["二、纪律方面"], Line(2, "窗口空岗")).Merge("A2:L2", "A4:L4"), [Plain(3, "排队机故障"), Plain(5, "窗口空岗")], ("F5", new string('长', Finding.DescriptionLength + 1), "TooLong")),
        new(
            "an example, blank rows and a remark at the foot",
            Grid.Of(Heads, ["示例", "2026-01-01", "自查", "某局", "某类", "这是示例", "一般", "限期", null, "2026-02-01"], [], Line(1, "排队机故障"), [2, null, null, "市某某局"], [], ["注：本表一式两份。"]), [Plain(4, "排队机故障")], ("H4", "改日再说", "NotAChoice")),
        new(
            "a problem with a row for each measure",
            Grid.Of(Heads, Line(1, "排队机故障"), [null, null, null, null, null, null, null, null, "每日检查"]).Merge("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3", "J2:J3", "K2:K3", "L2:L3"),
            [Plain(2, "排队机故障")], ("J2", "年底", "DateVague"), NeedsMerging: true),
        new(
            "texts that look like formulas",
            Grid.Of(Heads, Line(1, "+86 转人工"), Line(2, "-5分钟"), Line(3, "@全体人员")), [Plain(2, "+86 转人工"), Plain(3, "-5分钟"), Plain(4, "@全体人员")], ("F3", "+86 转人工", "SameAsRow")),
    ];

    private static ExpectedRow Plain(int row, string description) => new(row, description, ProblemKind.TimeLimited, April30);

    private static object?[] Line(int ordinal, string description, object? found = null, string unit = "市某某局", string? kind = "限期整改", object? due = null) =>
        [ordinal, found ?? "2026-03-01", "自查自纠", unit, Cat, description, "一般", kind, "联系维保", due ?? (kind == "长期整改" ? null : "2026-04-30"), "科长", "无"];
}
