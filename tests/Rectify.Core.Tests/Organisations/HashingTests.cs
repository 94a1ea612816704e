using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Organisations;

/// <summary>Hashing is slow on purpose, and the one writer must not wait for it (decision 0002).</summary>
public sealed class HashingTests
{
    private const string Password = "Quiet-harbour-27";

    [Fact]
    public async Task Others_can_write_while_a_password_is_hashed_or_checked()
    {
        var folder = Directory.CreateTempSubdirectory("rectify-");
        var (time, hasher) = (new SettableTime(), new Watching());
        await using (var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddRectifyCore(new DataPlace(folder.FullName) { IsScratch = true })
            .AddSingleton<IPasswordHasher<Account>>(hasher).BuildServiceProvider())
        {
            var rectify = TestRectify.Over(services, time);
            await rectify.Database.PrepareAsync(TestContext.Current.CancellationToken);
            var code = services.GetRequiredService<SetUpCode>().Issue();
            await HashesAsync(hasher, rectify, rectify.AsNobody(), new SetUpFirstAdministrator(code, "某办", "管理员", "qiao.an", Password));
            await using var db = rectify.Database.CreateDbContext();
            var person = await db.Set<Person>().SingleAsync(TestContext.Current.CancellationToken);
            var (administrator, id) = (rectify.As(person), Ids.New());
            await administrator.Do(new AddPerson(id, "承办甲", "", person.UnitId, Role.Checker, null, null));
            await HashesAsync(hasher, rectify, administrator, new ResetPassword(id, "cheng.ban", Password));
            await HashesAsync(hasher, rectify, administrator, new ResetPassword(id, null, "Slow-ferry-309!"));
            await HashesAsync(hasher, rectify, rectify.As(id), new ChangeOwnPassword("Slow-ferry-309!", "Broad-river-55#", "Broad-river-55#"));
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The request succeeds and hashes, each time with the write gate free.</summary>
    private static async Task HashesAsync<T>(Watching hasher, TestRectify rectify, Sender sender, MediatR.IRequest<Result<T>> request)
    {
        hasher.Watch(rectify.Database);
        await sender.Do(request);
        hasher.WasFree.ShouldNotBeEmpty(request.GetType().Name);
        hasher.WasFree.ShouldAllBe(free => free, request.GetType().Name);
    }

    /// <summary>Tries to write whenever it hashes, and remembers whether that was possible.</summary>
    private sealed class Watching : IPasswordHasher<Account>
    {
        private Database? _database;

        public List<bool> WasFree { get; } = [];

        public void Watch(Database database)
        {
            _database = database;
            WasFree.Clear();
        }

        public string HashPassword(Account user, string password) => Seen(password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            Seen(providedPassword) == hashedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;

        private string Seen(string password)
        {
            if (_database is { } database)
            {
                var write = Task.Run(() => database.WriteAsync(_ => Task.FromResult(true)));
                WasFree.Add(SpinWait.SpinUntil(() => write.IsCompleted, TimeSpan.FromSeconds(3)));
            }

            return "hash of " + password;
        }
    }
}
