using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: the benchmarks share one stock of data, and no second project has to restore.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithGcServer(false).WithUnrollFactor(1);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).AddJob(job)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator)); // Shouldly, which only checks what the set-up sent, comes unoptimised.
await Rectify.Benchmarks.Harness.Stock.DisposeSharedAsync();
