using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>What a picture shows, and the number that tells it from others of its kind.</summary>
internal sealed record Drawing(EvidencePurpose Shows, int Number);

/// <summary>
/// Small drawn pictures in place of photographs: a service counter, dim and crowded before, light and orderly after, and a written page.
/// The same number draws the same bytes, another number others.
/// </summary>
internal static class SamplePicture
{
    private const int Width = 320;
    private const int Height = 200;
    private const int Windows = 4;

    public static byte[] Draw(Drawing drawing)
    {
        var canvas = new Canvas(Width, Height);
        var random = new Random(drawing.Number);
        if (drawing.Shows == EvidencePurpose.Document)
        {
            Page(canvas, random);
        }
        else
        {
            Counter(canvas, random, orderly: drawing.Shows != EvidencePurpose.Before);
        }

        Number(canvas, drawing.Number);
        return Png(canvas);
    }

    private static void Page(Canvas canvas, Random random)
    {
        canvas.Fill(0, 0, Width, Height, 0xC8CCD2);
        canvas.Fill(90, 8, 140, 184, 0xFCFCF8);
        canvas.Fill(110, 22, 100, 7, 0xB3261E);
        for (var line = 42; line < 170; line += 11)
        {
            canvas.Fill(102, line, 60 + random.Next(56), 3, 0x70757C);
        }

        canvas.Fill(180 + random.Next(10), 158 + random.Next(8), 22, 22, 0xD9736C);
    }

    private static void Counter(Canvas canvas, Random random, bool orderly)
    {
        var tint = random.Next(24);
        canvas.Fill(0, 0, Width, Height, orderly ? 0xEAF1F6 - tint : 0x9A9A92 - tint);
        canvas.Fill(0, 150, Width, 50, orderly ? 0xCBB89D - tint : 0x6E675C - tint);
        canvas.Fill(0, 14, Width, 18, orderly ? 0x1F5FA8 + tint : 0x3B4654 + tint);
        for (var window = 0; window < Windows; window++)
        {
            var left = 12 + (window * 78);
            var open = orderly || random.Next(Windows) == 0;
            canvas.Fill(left, 46, 62, 62, open ? 0xFFFFFF : 0x55585C);
            canvas.Fill(left, 34, 62, 9, open ? 0x2E8B57 : 0x7A3B35);
            canvas.Fill(left + 22, 66, 18, 42, open ? 0x35507A + (random.Next(64) << 16) : 0x3E4144);
            canvas.Fill(left - 4, 108, 70, 16, orderly ? 0x8A6B4A : 0x5B4C3C);
        }

        for (var person = 0; person < (orderly ? 2 : 9) + random.Next(3); person++)
        {
            var left = random.Next(Width - 14);
            canvas.Fill(left + 3, 118, 8, 9, 0xE2B48F);
            canvas.Fill(left, 127, 14, 40, random.Next(0x1000000) & 0x7F7F7F);
        }
    }

    /// <summary>The number in dark and light dots in the corner, like a camera's date.</summary>
    private static void Number(Canvas canvas, int number)
    {
        for (var bit = 0; bit < 16; bit++)
        {
            canvas.Fill(Width - 10 - (bit * 6), Height - 8, 4, 4, (number >> bit & 1) == 1 ? 0xE8A33D : 0x4A4A4A);
        }
    }

    private static byte[] Png(Canvas canvas)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR", header);
        using (var packed = new MemoryStream())
        {
            using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zip.Write(canvas.Rows);
            }

            Chunk(file, "IDAT", packed.ToArray());
        }

        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }

    /// <summary>RGB rows as PNG wants them, each led by a zero for "no filter".</summary>
    private sealed class Canvas(int width, int height)
    {
        private readonly int _row = (width * 3) + 1;

        public byte[] Rows { get; } = new byte[height * ((width * 3) + 1)];

        public void Fill(int left, int top, int wide, int high, int colour)
        {
            var (first, last) = (Math.Max(top, 0), Math.Min(top + high, height));
            var (from, to) = (Math.Max(left, 0), Math.Min(left + wide, width));
            var stroke = Rows.AsSpan((first * _row) + 1 + (from * 3), (to - from) * 3);
            for (var at = 0; at < stroke.Length; at += 3)
            {
                (stroke[at], stroke[at + 1], stroke[at + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
            }

            for (var y = first + 1; y < last; y++)
            {
                stroke.CopyTo(Rows.AsSpan((y * _row) + 1 + (from * 3)));
            }
        }
    }
}
