namespace Rectify.Core.Problems;

/// <summary>Which files may come in: the ending and the first bytes must agree, and both be on the list.</summary>
internal static class FileTypes
{
    public const int HeadLength = 16;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly Dictionary<string, (byte[] Magic, string ContentType)> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        [".jpeg"] = ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        [".png"] = ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        [".pdf"] = ([0x25, 0x50, 0x44, 0x46, 0x2D], "application/pdf"),
        [".docx"] = (Zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        [".xlsx"] = (Zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [".doc"] = (CompoundFile, "application/msword"),
        [".xls"] = (CompoundFile, "application/vnd.ms-excel"),
        [".wps"] = (CompoundFile, "application/vnd.ms-works"),
    };

    /// <summary>The endings, for the file picker.</summary>
    public static IEnumerable<string> Endings => Allowed.Keys;

    /// <summary>The content type to send the file out with, or null when it may not come in.</summary>
    public static string? Of(string name, ReadOnlySpan<byte> head) =>
        Allowed.TryGetValue(Path.GetExtension(name), out var type) && head.StartsWith(type.Magic) ? type.ContentType : null;

    /// <summary>The last part of whatever path the sender named, without control characters.</summary>
    public static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c)));
        return clean.Length <= 120 ? clean : clean[..100] + Path.GetExtension(clean);
    }
}
