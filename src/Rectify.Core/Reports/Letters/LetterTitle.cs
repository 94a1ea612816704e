using System.Text.RegularExpressions;

namespace Rectify.Core.Reports.Letters;

/// <summary>Breaks a title into lines of whole words, each shorter than the one above, each longer, or together a rhombus (GB/T 9704: words whole, ranged symmetrically, a trapezoid or a rhombus).</summary>
internal static partial class LetterTitle
{
    /// <summary>Signs of 二号 on a line.</summary>
    public const int Most = 20;

    /// <summary>What a cut costs beside the room the lines leave: the end of a phrase is free, and no room left outweighs a word cut in two.</summary>
    private const double AtWord = 80, AtNoWord = 160, InWord = 10_000, Never = 1_000_000;

    /// <summary>What a shape costs that is neither trapezoid nor rhombus.</summary>
    private const double SameWidth = 40, Waisted = 300;

    private static readonly string[] EndsPhrase = ["的", "、", "，", "：", "问题", "行动", "情况", "办公室", "》"];
    private static readonly string[] BeginsPhrase = ["《", "进展情况", "问责通知书", "问题整改", "有关材料"];
    private const string NotFirst = "，。、；：？！）》〉”’」』】〕…—的";
    private const string NotLast = "（《〈“‘「『【〔";

    /// <summary>Words of the field. Where two overlap in a title, all they cover stays on one line.</summary>
    private static readonly string[] Words =
    [
        "专项整治", "整治提升", "提升行动", "整治行动", "专项行动", "集中整治", "综合整治", "作风建设", "政务服务", "服务环境", "营商环境", "服务窗口", "窗口单位", "便民服务", "公共服务", "办事大厅",
        "突出问题", "存在问题", "问题整改", "整改落实", "整改情况", "整改工作", "整改事项", "整改通知书", "问责通知书", "整改销号", "销号审批表", "进展情况", "推进情况", "落实情况", "完成情况", "回头看", "自查自纠",
        "协调小组", "领导小组", "办公室", "人民政府", "管理局", "建设局", "住房和城乡建设", "自然资源", "公共资源交易", "交易中心", "服务中心", "自助终端", "自助设备", "委员会", "监督管理", "监督检查", "行政审批", "有关材料",
        "有关问题", "限期整改", "整改责任", "责任未落实", "督促落实", "工作纪律", "工作方案", "失职失责", "行动中", "进一步", "下一步", "关于", "催办", "督办", "督查", "移送", "开展", "通知", "通报", "报告", "工作", "问题", "行动", "情况", "材料", "整改", "整治", "单位", "提升", "环境", "服务",
    ];

    public static IReadOnlyList<string> Lines(string title)
    {
        if (LetterWords.Width(title) <= Most - 1)
        {
            return [title];
        }

        var cuts = Cuts(title);
        var best = new Dictionary<(int Above, int From, Shape Shape), (double Cost, int To, Shape Shape)>();
        var lines = new List<string>();
        for (var (above, from, shape) = (0, 0, Shape.Free); from < title.Length;)
        {
            var (_, to, next) = Best(above, from, shape);
            lines.Add(title[from..to].Trim());
            (above, from, shape) = (from, to, next);
        }

        return lines;

        // The cheapest way to set what begins at a place below the line that ends there.
        (double Cost, int To, Shape Shape) Best(int above, int from, Shape shape)
        {
            if (best.TryGetValue((above, from, shape), out var known))
            {
                return known;
            }

            var cheapest = (Cost: double.MaxValue, To: from + 1, Shape: shape);
            for (var to = from + 1; to <= title.Length && LetterWords.Width(title[from..to]) <= Most; to++)
            {
                var width = LetterWords.Width(title[from..to]);
                var (next, shaped) = from == 0 ? (Shape.Free, 0) : Under(shape, LetterWords.Width(title[above..from]), width);
                var room = Most - 1 - Math.Min(width, Most - 1);
                var cost = (room * room) + shaped + (to < title.Length ? cuts[to] + Best(from, to, next).Cost : 0);
                if (cost < cheapest.Cost)
                {
                    cheapest = (cost, to, next);
                }
            }

            return best[(above, from, shape)] = cheapest;
        }
    }

    /// <summary>What the lines so far make, with a line of this width under one of that.</summary>
    private static (Shape Shape, double Cost) Under(Shape shape, double above, double width) => (width - above) switch
    {
        > -0.6 and < 0.6 => (shape, SameWidth),
        < 0 => (Shape.Narrowing, 0),
        _ => (Shape.Widening, shape == Shape.Narrowing ? Waisted : 0),
    };

    /// <summary>What a cut costs at each place of a title.</summary>
    private static double[] Cuts(string title)
    {
        var (inside, edge) = (new bool[title.Length + 1], new bool[title.Length + 1]);
        foreach (var word in Words)
        {
            for (var at = title.IndexOf(word, StringComparison.Ordinal); at >= 0; at = title.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                Whole(at, word.Length);
            }
        }

        foreach (Match match in Units().Matches(title))
        {
            Whole(match.Index, match.Length);
        }

        return [.. Enumerable.Range(0, title.Length + 1).Select(Cost)];

        void Whole(int at, int length)
        {
            inside.AsSpan(at + 1, length - 1).Fill(true);
            edge[at] = edge[at + length] = true;
        }

        double Cost(int place) => place switch
        {
            0 => 0,
            _ when place == title.Length => 0,
            _ when !MayBreak(title, place) => Never,
            _ when inside[place] => InWord,
            _ when EndsPhrase.Any(word => title.AsSpan(0, place).EndsWith(word)) || BeginsPhrase.Any(word => title.AsSpan(place).StartsWith(word)) => 0,
            _ => edge[place] ? AtWord : AtNoWord,
        };
    }

    private static bool MayBreak(string text, int place) =>
        !NotFirst.Contains(text[place]) && !NotLast.Contains(text[place - 1]) && !char.IsLowSurrogate(text[place]) && !(char.IsAsciiLetterOrDigit(text[place]) && char.IsAsciiLetterOrDigit(text[place - 1]));

    /// <summary>What is read in one breath: 第1至3、5号, 2026年3月2日, 某府办字〔2026〕8号, a short title or remark in its brackets.</summary>
    [GeneratedRegex("第[0-9至、]+[号期次]|[0-9]{4}年([0-9]{1,2}月([0-9]{1,2}日)?)?|[^关于的、，《（]{0,6}〔[0-9]{4}〕[0-9]+号|《[^《》]{1,15}》|（[^（）]{1,12}）")]
    private static partial Regex Units();

    private enum Shape
    {
        Free,
        Widening,
        Narrowing,
    }
}
