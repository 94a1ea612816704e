using System.Buffers.Binary;
using System.Text;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// The streams in a file of the old Office format ([MS-CFB]), read with every chain of sectors held to the file's size:
/// libraries follow a chain that leads back into itself for ever.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int FirstDifatEntries = 109;

    private readonly byte[] _file;
    private readonly int _sectorSize;
    private readonly uint[] _next;
    private readonly Entry[] _entries;

    /// <exception cref="WorkbookRefused">The file is broken.</exception>
    public CompoundFile(byte[] file)
    {
        _file = file;
        var shift = Short(Header(0x1E, 2));
        if (file.Length < HeaderLength || shift is not (9 or 12))
        {
            throw Damaged();
        }

        _sectorSize = 1 << shift;
        _next = [.. FatSectors().SelectMany(sector => Numbers(Sector(sector)))];
        _entries = [.. Chain(Int(Header(0x30, 4)), _next).SelectMany(sector => Sector(sector).ToArray().Chunk(EntryLength)).Where(bytes => bytes.Length == EntryLength).Select(Entry.Of).Where(entry => entry.Kind != 0)];
    }

    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    /// <summary>A stream's bytes; null when there is none of this name.</summary>
    public byte[]? Stream(string name)
    {
        var entry = Array.Find(_entries, entry => entry.Kind == Entry.StreamKind && string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            return null;
        }

        if (entry.Size > _file.Length)
        {
            throw Damaged();
        }

        return entry.Size < Int(Header(0x38, 4)) ? Small(entry) : Whole(entry.Start, entry.Size);
    }

    private byte[] Whole(uint start, uint size)
    {
        var bytes = Chain(start, _next).SelectMany(sector => Sector(sector).ToArray()).ToArray();
        return bytes.Length >= size ? bytes[..(int)size] : throw Damaged();
    }

    /// <summary>Short streams lie in the root's stream, in sectors of 64 bytes with a table of their own.</summary>
    private byte[] Small(Entry entry)
    {
        const int size = 64;
        var root = Array.Find(_entries, one => one.Kind == Entry.RootKind) ?? throw Damaged();
        var next = Chain(Int(Header(0x3C, 4)), _next).SelectMany(sector => Numbers(Sector(sector))).ToArray();
        var all = Chain(root.Start, _next).SelectMany(sector => Sector(sector).ToArray()).ToArray();
        var bytes = Chain(entry.Start, next).SelectMany(sector => (sector + 1) * size <= all.Length ? all[(int)(sector * size)..(int)((sector + 1) * size)] : throw Damaged()).ToArray();
        return bytes.Length >= entry.Size ? bytes[..(int)entry.Size] : throw Damaged();
    }

    private IEnumerable<uint> FatSectors()
    {
        var sectors = Numbers(Header(0x4C, FirstDifatEntries * 4)).ToList();
        var more = Int(Header(0x44, 4));
        for (var steps = 0; more < LastSector; steps++)
        {
            var numbers = Numbers(Sector(more)).ToArray();
            sectors.AddRange(numbers[..^1]);
            more = numbers[^1];
            MustEnd(steps);
        }

        return sectors.Where(sector => sector < LastSector);
    }

    private IEnumerable<uint> Chain(uint start, uint[] next)
    {
        var steps = 0;
        for (var sector = start; sector < LastSector; sector = sector < next.Length ? next[sector] : throw Damaged())
        {
            MustEnd(steps++);
            yield return sector;
        }
    }

    /// <summary>No chain is longer than the file has sectors, counted in the smallest.</summary>
    private void MustEnd(int steps)
    {
        if (steps > (_file.Length / 64) + 1)
        {
            throw Damaged();
        }
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var from = (number + 1L) * _sectorSize;
        return from < _file.Length ? _file.AsSpan((int)from, (int)Math.Min(_sectorSize, _file.Length - from)) : throw Damaged();
    }

    private ReadOnlySpan<byte> Header(int at, int length) => at + length <= _file.Length ? _file.AsSpan(at, length) : throw Damaged();

    private static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = Int(bytes[(index * 4)..]);
        }

        return numbers;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Int(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static WorkbookRefused Damaged() => new(WorkbookFlaw.Damaged);

    private sealed record Entry(string Name, int Kind, uint Start, uint Size)
    {
        public const int StreamKind = 2;
        public const int RootKind = 5;

        public static Entry Of(byte[] bytes) => new(
            Encoding.Unicode.GetString(bytes, 0, Math.Clamp(Short(bytes.AsSpan(0x40)) - 2, 0, 62)), bytes[0x42], Int(bytes.AsSpan(0x74)), Int(bytes.AsSpan(0x78)));
    }
}
