using System.Buffers.Binary;

namespace Rectify.Core.Reports;

/// <summary>How large a picture is, read from its first bytes: no drawing library opens what others sent.</summary>
internal static class PictureSize
{
    /// <summary>The largest side, in pixels; a larger one is no photograph but a trap for whoever opens it.</summary>
    private const int LongestSide = 16_384;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Width and height in pixels, or null when it is neither PNG nor JPEG, is cut off, or claims a size no photograph has.</returns>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> file) =>
        (file.StartsWith(Png) ? OfPng(file) : file is [0xFF, 0xD8, 0xFF, ..] ? OfJpeg(file) : null) is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } size ? size : null;

    private static (int Width, int Height)? OfPng(ReadOnlySpan<byte> file) => file.Length >= 24 && file[12..16].SequenceEqual("IHDR"u8)
        ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
        : null;

    /// <summary>Goes from segment to segment up to the one that tells of the frame.</summary>
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> file)
    {
        for (var rest = file[2..]; rest.Length >= 9 && rest[0] == 0xFF;)
        {
            if (rest[1] == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            if (rest[1] is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            }

            var next = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (next > rest.Length)
            {
                break;
            }

            rest = rest[next..];
        }

        return null;
    }
}
