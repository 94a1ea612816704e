using Rectify.Core.Seeding;

namespace Rectify.Web.Hosting;

/// <summary>In Development, fills an empty system with the seed data and says on the console who can sign in.</summary>
internal static class FirstLoad
{
    private const int BarWidth = 30;

    /// <summary>The value of <c>Rectify:Seed</c> that leaves the system empty.</summary>
    private const string Nothing = "none";

    /// <summary>Loads where there is nothing yet. Runs before the database is opened. Gives the folder it loaded from, or null.</summary>
    public static async Task<string?> LoadAsync(WebApplication app)
    {
        var folder = app.Environment.IsDevelopment() ? Folder(app) : null;
        var loader = app.Services.GetRequiredService<SeedLoader>();
        if (folder is null || !await loader.IsNeededAsync())
        {
            return null;
        }

        Console.WriteLine("First start: loading the demonstration data, once.  首次启动：正在载入演示数据，仅此一次。");
        await loader.LoadAsync(folder, new ConsoleProgress());
        return folder;
    }

    /// <summary>One account of each kind; the unit's accounts follow one pattern.</summary>
    public static void Announce(string folder)
    {
        Console.WriteLine();
        Console.WriteLine($"Demonstration accounts, password {DemoAccounts.Password}  演示账号，密码同前");
        foreach (var account in DemoAccounts.In(folder).DistinctBy(account => account.Roles))
        {
            Console.WriteLine($"    {account.UserName,-20} {account.Roles,-18} {account.Person}  {account.Unit}");
        }

        Console.WriteLine("Further ones: clerk2, checker2, discipline2, and <unit>.handler / <unit>.leader for every unit in people.json.  其余账号见 people.json。");
        Console.WriteLine();
    }

    private static string? Folder(WebApplication app) => app.Configuration["Rectify:Seed"] switch
    {
        Nothing => null,
        { Length: > 0 } set => Path.GetFullPath(set, app.Environment.ContentRootPath),
        _ => DataFolder.RepositoryRoot(app.Environment.ContentRootPath) is { } root ? Path.Combine(root, "seed-data") : null,
    };

    /// <summary>A bar that grows on one line of a terminal; in a log, a line every ten percent.</summary>
    private sealed class ConsoleProgress : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value)
        {
            var filled = value.Percent * BarWidth / 100;
            var line = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {value.Percent,3} %  {Words(value.Stage)}  {value.Day:yyyy-MM-dd}";
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{line}   ");
            }
            else if (value.Percent % 10 == 0)
            {
                Console.WriteLine(line);
            }

            if (value.Percent == 100 && !Console.IsOutputRedirected)
            {
                Console.WriteLine();
            }
        }

        private static string Words(SeedStage stage) => stage switch
        {
            SeedStage.Organisations => "Units and people 单位与人员",
            SeedStage.FinishedCampaign => "Campaign of 2018 2018年行动",
            SeedStage.LiveCampaign => "Running campaign 进行中的行动",
            _ => "Moving in 就位",
        };
    }
}
