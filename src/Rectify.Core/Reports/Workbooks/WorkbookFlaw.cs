namespace Rectify.Core.Reports.Workbooks;

/// <summary>Why an uploaded workbook is not read at all.</summary>
internal enum WorkbookFlaw
{
    /// <summary>More than <see cref="WorkbookScan.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>Neither an .xlsx, nor an .xls, nor a .csv.</summary>
    NotAWorkbook,

    /// <summary>Under a password.</summary>
    Encrypted,

    /// <summary>Cut off, changed, or made to trip its reader.</summary>
    Damaged,

    /// <summary>Unpacks to far more than its size lets expect.</summary>
    InflatesTooFar,

    /// <summary>Holds macros.</summary>
    HasMacros,

    /// <summary>Refers to other files or holds files of other programs.</summary>
    HasForeignParts,

    /// <summary>Declares a document type, which can make its reader fetch other files or fill memory.</summary>
    HasDocumentType,

    TooManyRows,

    TooManyColumns,
}

/// <summary>Thrown while a workbook is read that must not be read further.</summary>
internal sealed class WorkbookRefused(WorkbookFlaw flaw) : Exception($"{flaw}")
{
    public WorkbookFlaw Flaw { get; } = flaw;

    /// <summary>What a hostile or broken file throws out of the zip and XML readers.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or System.Xml.XmlException or IOException or ArgumentException or OverflowException or NotSupportedException or FormatException or IndexOutOfRangeException;
}
