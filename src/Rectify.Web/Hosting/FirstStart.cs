using MediatR;
using Rectify.Core.Organisations;

namespace Rectify.Web.Hosting;

/// <summary>What the console says when nobody can sign in yet.</summary>
internal static class FirstStart
{
    public static async Task AnnounceAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var isSetUp = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new IsSetUp());
        if (isSetUp.Value)
        {
            return;
        }

        var code = app.Services.GetRequiredService<SetUpCode>().Issue();
        Console.WriteLine();
        Console.WriteLine("No account yet. Open /setup and enter this one-time code:");
        Console.WriteLine("尚无账号。请打开 /setup 页面并输入一次性设置码：");
        Console.WriteLine();
        Console.WriteLine($"    {code}");
        Console.WriteLine();
    }
}
