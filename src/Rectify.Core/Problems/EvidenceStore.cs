using System.Buffers;
using System.Security.Cryptography;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>A file as it lies in the store.</summary>
/// <param name="Size">In bytes.</param>
public sealed record StoredFile(string Sha256, string Name, string ContentType, long Size);

/// <summary>Why a file was not taken.</summary>
public enum FileRefusal
{
    Empty = 1,
    TooLarge = 2,
    TypeNotAllowed = 3,
}

/// <summary>
/// Evidence files under the SHA-256 of their bytes: the same bytes are kept once, a changed byte has another name.
/// A file is complete on disk before the database mentions it.
/// </summary>
public sealed class EvidenceStore(DataPlace place)
{
    /// <summary>The largest file, in bytes: 20 MiB.</summary>
    public const long MaxSize = 20 * 1024 * 1024;

    /// <summary>The file name endings that may come in, for the file picker.</summary>
    public static IEnumerable<string> Endings => FileTypes.Endings;

    /// <summary>Streams a file in, counting and hashing as it goes.</summary>
    /// <param name="name">The name the sender gave it; kept for display only.</param>
    public async Task<(StoredFile? File, FileRefusal? Refusal)> ReceiveAsync(Stream content, string name, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(place.EvidenceDirectory);
        var temporary = Path.Combine(place.EvidenceDirectory, $"{Shared.Ids.New():N}.part");
        try
        {
            var (sha256, size, head) = await CopyAsync(content, temporary, cancellation);
            if (size is 0 or > MaxSize)
            {
                return (null, size == 0 ? FileRefusal.Empty : FileRefusal.TooLarge);
            }

            if (FileTypes.Of(name, head) is not { } type)
            {
                return (null, FileRefusal.TypeNotAllowed);
            }

            MoveIn(temporary, sha256);
            return (new StoredFile(sha256, FileTypes.SafeName(name), type, size), null);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Keeps a file that has been looked through already, whatever its kind.</summary>
    /// <param name="name">The name the sender gave it; kept for display only.</param>
    public async Task<(string Sha256, string Name)> KeepAsync(Stream content, string name, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(place.EvidenceDirectory);
        var temporary = Path.Combine(place.EvidenceDirectory, $"{Shared.Ids.New():N}.part");
        try
        {
            var (sha256, _, _) = await CopyAsync(content, temporary, cancellation);
            MoveIn(temporary, sha256);
            return (sha256, FileTypes.SafeName(name));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a stored file, or null when it is not there.</summary>
    public Stream? Open(string sha256) => File.Exists(PathOf(sha256)) ? File.OpenRead(PathOf(sha256)) : null;

    /// <summary>Whether a file lies in the store.</summary>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    private void MoveIn(string temporary, string sha256)
    {
        var final = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        if (!File.Exists(final))
        {
            File.Move(temporary, final, overwrite: true);
        }
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("Not a SHA-256 in lower-case hex", nameof(sha256));
        }

        return Path.Combine(place.EvidenceDirectory, sha256[..2], sha256);
    }

    private static async Task<(string Sha256, long Size, byte[] Head)> CopyAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            long size = 0;
            byte[] head = [];
            for (int read; size <= MaxSize && (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0; size += read)
            {
                head = size == 0 ? buffer[..Math.Min(read, FileTypes.HeadLength)] : head;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size, head);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
