using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Rectify.EndToEnd.Harness;

/// <summary>The built program in a process of its own, on a free port, with a data folder of its own.</summary>
public sealed partial class Server : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly string _data = Directory.CreateTempSubdirectory("rectify-").FullName;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private Server(string program, string folder, string environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["DOTNET_ENVIRONMENT"] = environment,
                ["Rectify__Data"] = _data,
                ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The server ended before it answered:\n{Output}"));
    }

    /// <summary>Where the site answers, e.g. <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>What the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <param name="program">The dll.</param>
    /// <param name="folder">Where it is started; its content root.</param>
    /// <param name="environment">Development or Production.</param>
    public static async Task<Server> StartAsync(string program, string folder, string environment)
    {
        var server = new Server(program, folder, environment);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            server.Address = await server._address.Task.WaitAsync(StartLimit);
            return server;
        }
        catch (Exception failure)
        {
            var output = server.Output;
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not answer:\n{output}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
