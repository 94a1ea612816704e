using Rectify.Core.Storage;

namespace Rectify.Web.Hosting;

/// <summary>Decides where the data lives.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary><c>Rectify:Data</c> when it is set; else <c>data/</c> in the repository during development, beside the program elsewhere.</summary>
    public static DataPlace Find(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Rectify:Data"] is { Length: > 0 } set)
        {
            return new DataPlace(Path.GetFullPath(set, environment.ContentRootPath));
        }

        var root = environment.IsDevelopment() ? RepositoryRoot(environment.ContentRootPath) : null;
        return new DataPlace(Path.Combine(root ?? environment.ContentRootPath, "data"));
    }

    /// <summary>A folder under the data that only the server's own user may open.</summary>
    public static DirectoryInfo Private(DataPlace place, string name)
    {
        var path = Path.Combine(place.Directory, name);
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>The folder above that holds the solution; null outside a working copy.</summary>
    public static string? RepositoryRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rectify.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
