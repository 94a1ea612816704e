using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Rectify.EndToEnd.Harness;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Rectify.EndToEnd.Harness;

/// <summary>The site as a first start in Development leaves it; all tests share it.</summary>
public sealed partial class DemoSite : IAsyncLifetime
{
    private Server? _server;

    public Uri Address => _server!.Address;

    /// <summary>The password that the console tells, shared by all demonstration accounts.</summary>
    public string Password => DemoPassword().Match(_server!.Output) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"The console tells no password:\n{_server!.Output}");

    public async ValueTask InitializeAsync() =>
        _server = await Server.StartAsync(Build.Setting("WebProgram"), Build.Setting("WebFolder"), "Development");

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [GeneratedRegex(@"password (\S+)")]
    private static partial Regex DemoPassword();
}

/// <summary>The site as it is published and first started in Production: empty but for the set-up code on the console.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rectify-published-").FullName;
    private Server? _server;

    public Uri Address => _server!.Address;

    /// <summary>The one line of the console that stands by itself, indented.</summary>
    public string SetUpCode => _server!.Output.Split('\n').Single(line => line.StartsWith("    ", StringComparison.Ordinal) && !line.Trim().Contains(' ')).Trim();

    public async ValueTask InitializeAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Build.Setting("WebFolder"), "--no-build", "--configuration", Build.Setting("Configuration"), "--output", _folder, "--verbosity", "quiet", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        publish.ExitCode.ShouldBe(0, output);
        _server = await Server.StartAsync(Path.Combine(_folder, "Rectify.Web.dll"), _folder, "Production");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What the build knows of the program under test.</summary>
internal static class Build
{
    public static string Setting(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(setting => setting.Key == key).Value!;
}
