namespace Rectify.Web.Imports;

/// <summary>Texts of the working ledger, its pages and its workbook (<c>WorkingLedgerText.resx</c>).</summary>
public sealed class WorkingLedgerText;
