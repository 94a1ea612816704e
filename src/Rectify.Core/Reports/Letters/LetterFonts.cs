using DocumentFormat.OpenXml.Wordprocessing;

namespace Rectify.Core.Reports.Letters;

/// <summary>The typefaces the standard names. A machine that lacks one takes the substitute the file names beside it.</summary>
internal static class LetterFonts
{
    public const string Title = "方正小标宋简体";
    public const string Body = "仿宋_GB2312";
    public const string Heading = "黑体";
    public const string SubHeading = "楷体_GB2312";
    public const string PageNumber = "宋体";

    /// <summary>The same face for Chinese signs, letters and digits.</summary>
    public static RunFonts Of(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name, Hint = FontTypeHintValues.EastAsia };

    public static Fonts Table() => new(
        Font(Title, "宋体", FontFamilyValues.Roman), Font(Body, "仿宋", FontFamilyValues.Modern), Font(Heading, "SimHei", FontFamilyValues.Modern),
        Font(SubHeading, "楷体", FontFamilyValues.Modern), Font(PageNumber, "SimSun", FontFamilyValues.Auto));

    private static Font Font(string name, string substitute, FontFamilyValues family) =>
        new(new AltName { Val = substitute }, new FontCharSet { Val = "86" }, new FontFamily { Val = family }) { Name = name };
}
