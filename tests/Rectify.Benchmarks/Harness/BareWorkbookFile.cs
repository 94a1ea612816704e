using System.IO.Compression;
using System.Xml;

namespace Rectify.Benchmarks.Harness;

/// <summary>The least that can be called a workbook: sheets of text and numbers, written straight into the archive.</summary>
internal static class BareWorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(Stream file, params IReadOnlyList<object[]>[] sheets)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        for (var number = 1; number <= sheets.Length; number++)
        {
            using var part = archive.CreateEntry($"xl/worksheets/sheet{number}.xml").Open();
            using var xml = XmlWriter.Create(part);
            xml.WriteStartElement("worksheet", Main);
            xml.WriteStartElement("sheetData", Main);
            foreach (var row in sheets[number - 1])
            {
                Row(xml, row);
            }

            xml.WriteEndDocument();
        }
    }

    private static void Row(XmlWriter xml, object[] row)
    {
        xml.WriteStartElement("row", Main);
        foreach (var value in row)
        {
            xml.WriteStartElement("c", Main);
            if (value is string text)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteElementString("t", Main, text);
                xml.WriteEndElement();
            }
            else if (value is not DBNull)
            {
                xml.WriteElementString("v", Main, XmlConvert.ToString(Convert.ToDouble(value, null)));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
