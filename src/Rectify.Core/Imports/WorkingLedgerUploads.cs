using System.Security.Cryptography;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>
/// Working ledgers that were sent in and wait for the confirmation, under the SHA-256 of their bytes in a folder of their unit:
/// another unit that knows the name finds nothing. Old ones are swept away with the next upload.
/// </summary>
public sealed class WorkingLedgerUploads(DataPlace place, TimeProvider time)
{
    /// <summary>How long an upload waits.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <returns>The name to open it by.</returns>
    internal async Task<string> KeepAsync(Guid unitId, Stream file, CancellationToken cancellation)
    {
        Sweep();
        file.Position = 0;
        var name = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        var folder = FolderOf(unitId);
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"{Ids.New():N}.part");
        file.Position = 0;
        await using (var kept = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            await file.CopyToAsync(kept, cancellation);
        }

        File.Move(temporary, Path.Combine(folder, name), overwrite: true);
        File.SetLastWriteTimeUtc(Path.Combine(folder, name), time.GetUtcNow().UtcDateTime);
        return name;
    }

    /// <summary>The unit's upload.</summary>
    /// <exception cref="SubjectNotFound">It is not there, or no longer.</exception>
    internal Stream Open(Guid unitId, string name)
    {
        var isName = name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
        var path = Path.Combine(FolderOf(unitId), isName ? name : "none");
        return isName && File.Exists(path) ? File.OpenRead(path) : throw new SubjectNotFound(unitId);
    }

    private string Root => Path.Combine(place.Directory, "uploads");

    private string FolderOf(Guid unitId) => Path.Combine(Root, $"{unitId:N}");

    private void Sweep()
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        var oldest = (time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var old in new DirectoryInfo(Root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < oldest))
        {
            old.Delete();
        }
    }
}
