using System.Buffers.Binary;

namespace Rectify.Core.Seeding;

/// <summary>
/// Version-7 ids of the story's own time, drawn from a fixed source. A problem's id decides by lot whether it is checked on site,
/// so ids that differ from start to start would tell a different story each time.
/// </summary>
internal sealed class SeedIds(int seed)
{
    private readonly Random _random = new(seed);

    private int _pictures;

    public Guid New(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at.ToUnixTimeMilliseconds() << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number that no picture of either campaign has yet.</summary>
    public int NextPicture() => ++_pictures;
}
