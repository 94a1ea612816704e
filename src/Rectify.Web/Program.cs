using Rectify.Core.Storage;
using Rectify.Web.Hosting;

var app = RectifyHost.Build(args);
try
{
    await app.PrepareAsync();
}
catch (DataPlaceTaken taken)
{
    await Console.Error.WriteLineAsync($"{taken.Message}. Stop it first, or set Rectify:Data to another folder.  该数据目录已被另一服务占用，请先停止它，或将 Rectify:Data 设为其他目录。");
    return 1;
}

await app.RunAsync();
return 0;

/// <summary>The web server; page tests start it.</summary>
public partial class Program;
