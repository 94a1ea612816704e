using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>What a date cell says.</summary>
/// <param name="Kind">The kind of rectification the words give away; null when they say a date.</param>
/// <param name="Remark">How it was understood, or the question it leaves open.</param>
/// <param name="IsUnderstood">Whether the remark is a meaning rather than a question.</param>
internal sealed record DateReading(DateOnly? Date, ProblemKind? Kind, FieldError? Remark, bool IsUnderstood = true);

/// <summary>Reads dates as officials write them, short of guessing: what can mean two days is asked back.</summary>
/// <param name="today">The day the reading is made.</param>
/// <param name="written">The day the table was filled in, where it says so: a date without a year lies near it.</param>
/// <param name="immediateDays">Working days for what is corrected at once.</param>
internal sealed partial class DateReader(DateOnly today, DateOnly? written, WorkingCalendar calendar, int immediateDays, bool starts1904)
{
    private const int HalfYear = 183;

    private readonly DateOnly _near = written ?? today;

    /// <summary>The day a problem was found.</summary>
    public DateReading Found(SheetCell cell)
    {
        var text = Plain(cell.Text);
        if (Exact(cell, text) is { } exact)
        {
            return exact;
        }

        var (bare, isThatWeekday) = Bare(HalfWidth(cell.Text));
        if (bare != text && Exact(cell with { Kind = SheetCellKind.Text, Text = bare }, bare) is { Date: { } on } day)
        {
            return isThatWeekday(on) ? day : Asked(cell, "FoundDateVague");
        }

        // Nobody finds a problem in the future, so a December in a January list is last year's.
        if (MonthAndDay().Match(bare) is { Success: true } match && Day(_near.Year, match) is { } near)
        {
            var date = near <= _near ? near : Day(_near.Year - 1, match) ?? near;
            return isThatWeekday(date) ? Assumed(cell, date) : Asked(cell, "FoundDateVague");
        }

        return Open(cell, text) is { Remark: { Code: not "DateOrderUnclear" and not "DayFarOff" } remark } open ? open with { Remark = remark with { Code = $"Found{remark.Code}" } } : Open(cell, text);
    }

    /// <summary>The day a problem is to be corrected by.</summary>
    public DateReading Due(SheetCell cell)
    {
        var text = Plain(cell.Text);
        if (AtOnce().IsMatch(text))
        {
            return Immediate(cell.Text);
        }

        if (ForEver().IsMatch(text))
        {
            return new DateReading(null, ProblemKind.LongTerm, Said(cell, "ReadAsLongTerm"));
        }

        if (Exact(cell, text) is { } exact)
        {
            return exact;
        }

        // Blanks still tell the day from the hour here: 2018-06-1 18:00.
        var (bare, isThatWeekday) = Bare(By().Replace(Unbracketed(HalfWidth(cell.Text)), ""));
        if (bare != text && Exact(cell with { Kind = SheetCellKind.Text, Text = bare }, bare) is { Date: { } on } by)
        {
            return isThatWeekday(on) ? by : Asked(cell, "DateVague");
        }

        if (MonthAndDay().Match(bare) is { Success: true } day && Day(_near.Year, day) is { } near)
        {
            var date = near.DayNumber < _near.DayNumber - HalfYear ? Day(_near.Year + 1, day) ?? near : near;
            return isThatWeekday(date) ? Assumed(cell, date) : Asked(cell, "DateVague");
        }

        if (EndOfMonth().Match(text) is { Success: true } month && LastDay(month) is { } end)
        {
            return new DateReading(end, null, Said(cell, "ReadAsEndOfMonth", end));
        }

        return Open(cell, text);
    }

    /// <summary>Corrected at once: so many working days from today.</summary>
    public DateReading Immediate(string said)
    {
        var date = calendar.AddWorkingDays(today, immediateDays).Date;
        return new DateReading(date, ProblemKind.Immediate, new FieldError("", "ReadAsImmediate", Short(said), immediateDays, date));
    }

    private DateReading? Exact(SheetCell cell, string text)
    {
        if ((CellValues.Date(cell, starts1904) ?? (cell.Kind == SheetCellKind.Text ? CellValues.Date(cell with { Text = text }, starts1904) : null)) is not { } date)
        {
            return null;
        }

        var isShown = cell.Kind == SheetCellKind.Date || text.Length == 8 || text.AsSpan().IndexOfAny("-/.年") >= 0;
        return new DateReading(date, null, isShown ? null : Said(cell, "ReadAsDate", date));
    }

    private static DateReading Assumed(SheetCell cell, DateOnly date) => new(date, null, Said(cell, "ReadAsThisYear", date));

    private DateOnly? LastDay(Match match)
    {
        var month = match.Groups["m"].Success ? Number(match, "m") : _near.Month;
        if (month is < 1 or > 12)
        {
            return null;
        }

        var year = match.Groups["y"].Success ? Number(match, "y") : _near.Year;
        var end = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return match.Groups["y"].Success || end.DayNumber >= _near.DayNumber - HalfYear ? end : end.AddYears(1);
    }

    private DateReading Open(SheetCell cell, string text) => Asked(
        cell,
        CellValues.IsFarOff(cell, starts1904) || CellValues.IsFarOff(cell with { Text = text }, starts1904) ? "DayFarOff"
        : NumbersOnly().IsMatch(text) ? "DateOrderUnclear"
        : Vague().IsMatch(text) || Midnight().IsMatch(Unbracketed(HalfWidth(cell.Text))) ? "DateVague"
        : "DateNotUnderstood");

    private static DateReading Asked(SheetCell cell, string code) => new(null, null, Said(cell, code), IsUnderstood: false);

    /// <summary>A day without the hour and the day of the week behind it, and whether a date is that day of the week.</summary>
    private static (string Text, Func<DateOnly, bool> IsThatWeekday) Bare(string text)
    {
        var day = AtTime().Replace(Unbracketed(text), "");
        var weekday = Weekday().Match(day);
        return weekday.Success
            ? (Plain(AtTime().Replace(day[..weekday.Index] + " " + day[(weekday.Index + weekday.Length)..], "")), date => (int)date.DayOfWeek == "日一二三四五六".IndexOf(weekday.Groups["w"].Value.Replace('天', '日'), StringComparison.Ordinal))
            : (Plain(day), _ => true);
    }

    /// <summary>What stands in brackets behind a day: 12月30日（18:00前）, 2026-12-31（星期四）.</summary>
    private static string Unbracketed(string text) => InBrackets().Replace(text, " $1");

    private static DateOnly? Day(int year, Match match)
    {
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Half width, without blanks, the numbers of years, months and days in figures.</summary>
    private static string Plain(string text) => text.Length > 60 ? "" : ChineseNumber().Replace(
        string.Concat(HalfWidth(text).Where(c => !char.IsWhiteSpace(c))),
        number => number.Groups["y"].Success ? string.Concat(number.Value.Select(Figure)) : Counted(number.Value));

    private static string HalfWidth(string text) => text.Length > 60 ? "" : text.Normalize(NormalizationForm.FormKC);

    /// <summary>十五 is 15: what stands before 十 counts tens.</summary>
    private static string Counted(string number)
    {
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? $"{Figure(number[0])}" : $"{(ten == 0 ? '1' : Figure(number[0]))}{(ten == number.Length - 1 ? '0' : Figure(number[^1]))}";
    }

    private static char Figure(char number) => (char)('0' + Math.Max(0, "〇一二三四五六七八九".IndexOf(number, StringComparison.Ordinal)));

    private static FieldError Said(SheetCell cell, string code, params object[] values) => new("", code, [Short(cell.Text), .. values]);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex("^(立即|立行立改|立即整改|立即改正|立改|马上|马上整改|即时|即时整改|即知即改|边查边改|immediately|atonce)[。.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex AtOnce();

    [GeneratedRegex("^(长期|长期坚持|长期整改|长期坚持整改|坚持|持续|持续整改|持续坚持|持续推进|持续改进|常态化|长期推进|long-?term|ongoing)[。.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex ForEver();

    [GeneratedRegex(@"\s*(之前|以前|前)?\s*(完成|整改到位|整改完毕|办结|完成整改)?\s*[。.]?\s*$")]
    private static partial Regex By();

    /// <summary>An hour of the day just named: 18点, 18:00, 下午6点半. By 0:00 of a day may mean the day before, so that is none.</summary>
    [GeneratedRegex(@"(?<=[日号\s])(?:早上|上午|中午|下午|傍晚|晚上|晚)?\s*(?:(?:0?[1-9]|1[0-9]|2[0-3])(?:[时点](?:整|半|[0-5]?[0-9]分?)?|:[0-5][0-9](?::[0-5][0-9])?)|24(?:[时点]整?|:00(?::00)?)|(?:二?十[一二三四]?|十[五六七八九]|[一二两三四五六七八九])[时点](?:整|半)?|下班)\s*$|(?<=[日号\s])(?:早上|上午|中午|下午|傍晚|晚上)\s*$")]
    private static partial Regex AtTime();

    [GeneratedRegex(@"(?<=[日号\s0-9])\s*(?:星期|周|礼拜)(?<w>[一二三四五六日天])(?=$|\s|[0-9上下早中晚傍])")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<=[日号0-9])\s*\(([^()]{1,20})\)")]
    private static partial Regex InBrackets();

    /// <summary>By 0:00 of a day: before it begins, or before it ends?</summary>
    [GeneratedRegex(@"[日号\s](?:凌晨)?\s*(?:0{1,2}(?:[时点]|:00)|零[时点])")]
    private static partial Regex Midnight();

    [GeneratedRegex("^(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})[日号]$")]
    private static partial Regex MonthAndDay();

    [GeneratedRegex("^(?:(?:(?<y>(?:19|20)[0-9]{2})年)?(?<m>[0-9]{1,2})月份?|本?月)(?:底|末)(之前|以前|前)?(完成|整改到位|整改完毕|办结|完成整改)?[。.]?$")]
    private static partial Regex EndOfMonth();

    [GeneratedRegex("(?<y>(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2})(?=年)|(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])")]
    private static partial Regex ChineseNumber();

    /// <summary>Which part is the year, the month, the day?</summary>
    [GeneratedRegex("^[0-9]{1,2}[-/.][0-9]{1,2}([-/.][0-9]{1,4})?$|^[0-9]{6}$")]
    private static partial Regex NumbersOnly();

    [GeneratedRegex("尽快|尽早|近期|近日|适时|择机|下周|本周|下星期|月初|月中|下月|下个月|本月$|年初|年中|年内|年底|年末|半年|季度|旬|节前|节后|工作日|[0-9]天|日内|天内|周内|个月|月前?$|soon|next|asap", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();
}
