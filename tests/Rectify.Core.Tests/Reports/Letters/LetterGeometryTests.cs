using Rectify.Core.Reports.Letters;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Letters;

/// <summary>What GB/T 9704-2012 measures, measured on the printed page, within a millimetre. A sign's ink is about a third of a millimetre smaller than its square.</summary>
public sealed class LetterGeometryTests
{
    /// <summary>版心: 28 to 184 mm across, 37 to 262 mm down.</summary>
    private const double Left = 28, Right = 184, Top = 37, Bottom = 262;

    /// <summary>三号, 16 pt.</summary>
    private const double Third = 16 * 25.4 / 72;

    private static readonly string Long = new string('国', 28 * 60) + "\n特此通知。";

    /// <summary>One printing for all who only look.</summary>
    private static readonly Lazy<Task<Pdf>> Printed = new(() => LibreOffice.PrintAsync(Letters.Checked(Letters.Sample(Long)), "docx"));

    [Fact]
    public async Task A_full_page_holds_22_lines_of_28_signs_within_the_type_area()
    {
        var pdf = await Printed.Value;

        var lines = pdf.Pages[1].Lines.Where(line => line.Text.Contains('国')).ToList();
        lines.Count.ShouldBe(22);
        lines.ShouldAllBe(line => line.Text.Length == 28);
        var bands = (await PrintedInk.ReadAsync(pdf))[1].Bands(to: Bottom);
        bands.Count.ShouldBe(22);
        bands.ShouldAllBe(line => Near(line.Left, Left) && Near(line.Right, Right));
        bands.Zip(bands.Skip(1)).ShouldAllBe(pair => Near(pair.Second.Top - pair.First.Top, 225.0 / 22, 0.2));
        var line = 225.0 / 22;
        Near(RowTop(bands[0], Third, line), Top).ShouldBeTrue("the first row begins at the type area's upper edge");
        Near(RowTop(bands[^1], Third, line) + line, Bottom).ShouldBeTrue("the last ends at its lower one");
        (pdf.Pages[0].Width, pdf.Pages[0].Height).ShouldSatisfyAllConditions(size => size.Width.ShouldBe(210, 0.5), size => size.Height.ShouldBe(297, 0.5));
    }

    [Fact]
    public async Task A_page_number_stands_right_on_odd_and_left_on_even_pages_its_dash_7_mm_below_the_type_area()
    {
        var pages = await PrintedInk.ReadAsync(await Printed.Value);

        var (odd, even) = (pages[0].Ink(from: Bottom), pages[1].Ink(from: Bottom));
        Near(odd.Right, Right - 4.94).ShouldBeTrue("one sign of 四号 in from the right");
        Near(even.Left, Left + 4.94).ShouldBeTrue("one in from the left");
        new[] { odd, even }.ShouldAllBe(number => Near(number.Top + number.Height / 2, Bottom + 7));
    }

    [Fact]
    public async Task A_red_head_stands_35_mm_below_the_upper_edge_and_its_line_4_mm_below_the_number()
    {
        var page = (await PrintedInk.ReadAsync(await Printed.Value))[0];

        var (mark, number, line) = (page.Bands(red: true)[0], page.Bands()[1], page.Bands(red: true)[1]);
        Near(mark.Top, Top + 35).ShouldBeTrue();
        Near((mark.Left + mark.Right) / 2, (Left + Right) / 2).ShouldBeTrue();
        Near(line.Top - number.Bottom, 4, 0.5).ShouldBeTrue();
        (Near(line.Left, Left, 0.3), Near(line.Right, Right, 0.3)).ShouldBe((true, true));
        page.Bands()[4].Left.ShouldBe(Left, 1, "the addressees stand flush left");
        page.Bands()[5].Left.ShouldBe(Left + 2 * 156.0 / 28, 1, "the text begins two signs in");
    }

    [Fact]
    public async Task No_sign_at_a_lines_end_hangs_over_the_margin_or_is_lost()
    {
        var text = string.Join('\n', Enumerable.Range(0, 28).Select(shift => new string('国', shift) + string.Concat(Enumerable.Repeat("国国国国国国、2026年，", 8)) + "国。"));

        var pdf = await LibreOffice.PrintAsync(Letters.Checked(Letters.Sample(text)), "docx");

        pdf.Text.Count(sign => sign == '、').ShouldBe(28 * 8 + 1, "the addressees have one too");
        foreach (var page in await PrintedInk.ReadAsync(pdf))
        {
            page.Ink(from: Top, to: Bottom).Right.ShouldBeLessThan(Right + 0.5);
        }
    }

    [Fact]
    public async Task Two_blank_lines_stand_between_a_red_head_and_the_number()
    {
        var pdf = await LibreOffice.PrintAsync(Letters.Checked(Letters.Sample(Long) with { Mark = new string('国', 9), Number = new string('国', 6) }), "docx");
        var bands = (await PrintedInk.ReadAsync(pdf))[0].Bands();

        var size = bands[0].Width / 9; // signs and their spacing fill the line
        var markRow = 1.1 * size;
        Near(Square(bands[0], size).Top, Top + 35).ShouldBeTrue("the signs' squares begin 35 mm below the type area's edge");
        Near(RowTop(bands[1], Third, 225.0 / 22) - (RowTop(bands[0], size, markRow) + markRow), 2 * 225.0 / 22).ShouldBeTrue();
    }

    [Fact]
    public async Task The_foot_ends_on_the_type_areas_lower_edge_of_the_last_page()
    {
        var page = (await PrintedInk.ReadAsync(await Printed.Value))[^1];

        var rules = page.Bands(to: Bottom + 1).Where(band => band.Width > 150 && band.Height < 1).ToList();
        rules.Count.ShouldBe(3);
        rules.ShouldAllBe(rule => Near(rule.Left, Left, 0.3) && Near(rule.Right, Right, 0.3));
        Near(rules[^1].Bottom, Bottom, 0.5).ShouldBeTrue();
    }

    [Fact]
    public async Task The_signature_stands_four_signs_in_and_on_a_page_with_text()
    {
        var texts = Enumerable.Range(18, 8).Select(lines => Letters.Checked(Letters.Sample(new string('国', 28 * lines) + "\n特此通知。"))).ToList();

        foreach (var file in await LibreOffice.ConvertAsync(texts, "docx", "pdf"))
        {
            var pdf = await Pdf.ReadAsync(file);
            var page = pdf.Pages.Single(page => page.Lines.Any(line => line.Text == "2026 年 3 月 12 日" || line.Text == "2026年3月12日"));
            page.Lines.ShouldContain(line => line.Text == "特此通知。");
            Near(page.Lines.Single(line => line.Text.Replace(" ", "") == "2026年3月12日").Right, Right - 4 * 156.0 / 28).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(nameof(LetterFormat.RedHead))]
    [InlineData(nameof(LetterFormat.Letterhead))]
    public async Task No_page_holds_the_signature_alone_however_long_the_last_paragraph(string format)
    {
        string[] attachments = ["问责通知及送达证明", "书面答复情况", "核查记录", "佐证材料清单", "台账摘录"];
        var letters = Enumerable.Range(3, 20).Select(lines => Letters.Checked(Letters.Sample("开头。\n" + new string('国', 28 * lines), Enum.Parse<LetterFormat>(format)) with { Attachments = attachments })).ToList();

        foreach (var file in await LibreOffice.ConvertAsync(letters, "docx", "pdf"))
        {
            var pdf = await Pdf.ReadAsync(file);
            var signed = pdf.Pages.Select(page => page.Lines.Select(line => line.Text.Replace(" ", "")).ToList()).Single(lines => lines.Contains("2026年3月12日"));
            signed.ShouldContain(line => line.Contains('国') || line.StartsWith("附件", StringComparison.Ordinal));
            pdf.Pages.Count.ShouldBeLessThan(4);
        }
    }

    [Fact]
    public async Task A_letterheads_number_stands_seven_eighths_of_a_character_below_the_lines()
    {
        var pdf = await LibreOffice.PrintAsync(Letters.Checked(Letters.Sample("正文。", LetterFormat.Letterhead) with { Number = new string('国', 6) }), "docx");
        var bands = (await PrintedInk.ReadAsync(pdf))[0].Bands();

        Near(Square(bands[3], Third).Top - bands[2].Bottom, 7.0 / 8 * Third, 0.6).ShouldBeTrue();
    }

    [Fact]
    public async Task A_letterhead_has_its_name_30_mm_from_the_edge_double_lines_of_170_mm_and_no_number_on_its_first_page()
    {
        var pdf = await LibreOffice.PrintAsync(Letters.Checked(Letters.Sample(Long, LetterFormat.Letterhead)), "docx");

        var pages = await PrintedInk.ReadAsync(pdf);
        var red = pages[0].Bands(red: true);
        red.Count.ShouldBe(5, "the name and two double lines");
        Near(red[0].Top, 30).ShouldBeTrue();
        Near(red[1].Top - red[0].Bottom, 4, 0.6).ShouldBeTrue();
        Near(red[^1].Bottom, 297 - 20, 0.6).ShouldBeTrue();
        red.Skip(1).ShouldAllBe(line => Near(line.Width, 170) && Near(line.Left, 20));
        (red[1].Height > red[2].Height, red[3].Height < red[4].Height).ShouldBe((true, true), "the outer lines are the thick ones");
        pdf.Pages[0].Lines.ShouldNotContain(line => line.Text.Contains('—'));
        pdf.Pages[1].Lines.ShouldContain(line => line.Text.Contains('—'));
    }

    /// <summary>
    /// The square of a sign such as 国, whose ink stands in its middle. Ink tells less: fonts leave more or less of the square blank, and the machine that prints has its own.
    /// </summary>
    private static (double Top, double Bottom) Square(Box ink, double size) => (ink.Top + ink.Height / 2 - size / 2, ink.Top + ink.Height / 2 + size / 2);

    /// <summary>
    /// Where a line's row begins. Word and LibreOffice set signs low in a row of exact height: the base line, 0.12 of a sign above the square's foot, lies at four fifths
    /// of it. So ink lies about a millimetre below the middle of the row, while the rows, which are what the standard counts, fill the type area.
    /// </summary>
    private static double RowTop(Box ink, double size, double row) => Square(ink, size).Bottom - 0.12 * size - 0.8 * row;

    private static bool Near(double length, double wanted, double within = 1) => Math.Abs(length - wanted) <= within;
}
