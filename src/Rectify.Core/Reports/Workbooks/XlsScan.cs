using System.Buffers.Binary;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Looks through an uploaded .xls record by record ([MS-XLS]) before a library reads it.</summary>
internal static class XlsScan
{
    private const int BeginningOfPart = 0x809;
    private const int EndOfPart = 0x0A;
    private const int Error = 0x205;
    private const int Password = 0x2F;
    private const int SheetName = 0x85;
    private const int MacroSheet = 1;
    private const int MacroProject = 0xD3;
    private const int OtherWorkbook = 0x1AE;
    private const int ThisWorkbook = 0x0401;
    private const int AddIn = 0x3A01;
    private const int Dimensions = 0x200;
    private const int SharedTexts = 0xFC;
    private const int SeveralNumbers = 0xBD;

    /// <summary>Records of cells that hold something.</summary>
    private static readonly HashSet<int> Cells = [0x06, 0x206, 0x406, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0xD6, SeveralNumbers];

    /// <summary>Why the file must not be read; null when it may.</summary>
    /// <param name="file">Seekable; left at its beginning.</param>
    public static WorkbookFlaw? FlawOf(Stream file)
    {
        try
        {
            return file.Length > WorkbookScan.MostBytes ? WorkbookFlaw.TooLarge : Look(new CompoundFile(Bytes(file)));
        }
        catch (WorkbookRefused refused)
        {
            return refused.Flaw;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>The cells of each visible sheet that came to an error, rows and columns from 1: the library gives them as empty.</summary>
    public static IReadOnlyList<HashSet<(int Row, int Column)>> ErrorsOf(Stream file)
    {
        var container = new CompoundFile(Bytes(file));
        var records = container.Stream("Workbook") ?? container.Stream("Book") ?? [];
        return [.. VisibleSheets(records).Select(start => ErrorsOf(records, start))];
    }

    private static HashSet<(int Row, int Column)> ErrorsOf(byte[] records, int start)
    {
        var errors = new HashSet<(int, int)>();
        for (int at = start, depth = 0; at + 4 <= records.Length; at += 4 + Short(records.AsSpan(at + 2)))
        {
            var kind = Short(records.AsSpan(at));
            var body = records.AsSpan(at + 4, Math.Min(Short(records.AsSpan(at + 2)), records.Length - at - 4));
            depth += kind == BeginningOfPart ? 1 : kind == EndOfPart ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            var isError = (kind == Error && body.Length >= 8 && body[7] == 1) || (kind is 0x06 or 0x206 or 0x406 && body.Length >= 14 && body[6] == 2 && Short(body[12..]) == 0xFFFF);
            if (depth == 1 && isError)
            {
                errors.Add((Short(body) + 1, Short(body[2..]) + 1));
            }
        }

        return errors;
    }

    /// <summary>Where the visible tables begin; charts on sheets of their own are none.</summary>
    private static List<int> VisibleSheets(ReadOnlySpan<byte> records)
    {
        var starts = new List<int>();
        for (var at = 0; at + 4 <= records.Length; at += 4 + Short(records[(at + 2)..]))
        {
            if (Short(records[at..]) == SheetName && at + 10 <= records.Length && (records[at + 8] & 3) == 0 && records[at + 9] == 0)
            {
                starts.Add((int)Math.Min(Int(records[(at + 4)..]), (uint)records.Length));
            }
        }

        return starts;
    }

    private static byte[] Bytes(Stream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static WorkbookFlaw? Look(CompoundFile file)
    {
        if (file.Names.Any(name => name is "EncryptedPackage" or "EncryptionInfo"))
        {
            return WorkbookFlaw.Encrypted;
        }

        if (file.Names.Any(name => name is "_VBA_PROJECT_CUR" or "_VBA_PROJECT" or "VBA"))
        {
            return WorkbookFlaw.HasMacros;
        }

        if (file.Names.Any(name => name.StartsWith("MBD", StringComparison.Ordinal) || name is "\u0001Ole10Native"))
        {
            return WorkbookFlaw.HasForeignParts;
        }

        return (file.Stream("Workbook") ?? file.Stream("Book")) is { } records ? Look(records) : WorkbookFlaw.NotAWorkbook;
    }

    private static WorkbookFlaw? Look(ReadOnlySpan<byte> records)
    {
        var (rows, row) = (0, -1);
        for (var at = 0; at + 4 <= records.Length;)
        {
            var (kind, length) = (Short(records[at..]), Short(records[(at + 2)..]));
            if (at + 4 + length > records.Length)
            {
                return WorkbookFlaw.Damaged;
            }

            var body = records.Slice(at + 4, length);
            at += 4 + length;
            if (kind == BeginningOfPart)
            {
                (rows, row) = (0, -1);
            }

            if (FlawOf(kind, body, records.Length) is { } flaw)
            {
                return flaw;
            }

            if (Cells.Contains(kind) && length >= 4)
            {
                (rows, row) = (rows + (Short(body) == row ? 0 : 1), Short(body));
                if (rows > WorkbookScan.MostRows)
                {
                    return WorkbookFlaw.TooManyRows;
                }

                if (Math.Max(Short(body[2..]), kind == SeveralNumbers ? Short(body[^2..]) : 0) >= WorkbookScan.MostColumns)
                {
                    return WorkbookFlaw.TooManyColumns;
                }
            }
        }

        return null;
    }

    private static WorkbookFlaw? FlawOf(int kind, ReadOnlySpan<byte> body, int all) => kind switch
    {
        Password => WorkbookFlaw.Encrypted,
        MacroProject => WorkbookFlaw.HasMacros,
        SheetName when body.Length > 5 && body[5] == MacroSheet => WorkbookFlaw.HasMacros,
        OtherWorkbook when body.Length >= 4 && Short(body[2..]) is not (ThisWorkbook or AddIn) => WorkbookFlaw.HasForeignParts,
        Dimensions when body.Length >= 12 && (Int(body[4..]) > 65_536 || Short(body[10..]) > 256) => WorkbookFlaw.Damaged,
        SharedTexts when body.Length >= 8 && Int(body[4..]) > all / 3 => WorkbookFlaw.Damaged,
        _ => null,
    };

    private static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Int(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
