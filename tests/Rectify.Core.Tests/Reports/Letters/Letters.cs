using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Rectify.Core.Reports.Letters;

namespace Rectify.Core.Tests.Reports.Letters;

/// <summary>Letters for tests, and what the format's own rules say of their files.</summary>
internal static class Letters
{
    public static Letter Sample(string text, LetterFormat format = LetterFormat.RedHead) => new(
        format, "协调小组办公室文件", "协调小组办公室", "某府办督字〔2026〕5号", "关于办理窗口整改事项的通知", ["市某某局", "市另一局"],
        LetterWords.Paragraphs(text), ["问题清单", "整改要求"], new DateOnly(2026, 3, 12), ["市政府办公室", "市政务服务中心"]);

    public static byte[] Checked(Letter letter) => Checked(LetterFile.Write(letter));

    /// <summary>The words of the body as the file holds them, whatever the lines.</summary>
    public static string TextOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    public static byte[] Checked(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        return file;
    }
}
