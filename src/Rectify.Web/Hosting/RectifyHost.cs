using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Rectify.Core;
using Rectify.Core.Organisations;
using Rectify.Core.Storage;
using Rectify.Web.Access;
using Rectify.Web.Documents;
using Rectify.Web.Imports;
using Rectify.Web.Kit;
using Rectify.Web.Notices;
using Rectify.Web.Problems;
using Rectify.Web.Reports;

namespace Rectify.Web.Hosting;

/// <summary>Puts the server together: what it is made of, and the order a request passes through it.</summary>
internal static class RectifyHost
{
    /// <summary>The most rows one form may carry, as in a batch review.</summary>
    private const int MostRows = 1000;

    /// <summary>The largest post: several evidence files at once.</summary>
    private const long MostBytes = 200 * 1024 * 1024;

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        var place = DataFolder.Find(builder.Configuration, builder.Environment);
        AddServices(builder.Services, builder.Configuration, place);
        var app = builder.Build();
        Pipe(app);
        Map(app);
        return app;
    }

    /// <summary>Makes the database ready: filled with the seed data on a first start in Development, otherwise with a set-up code printed while nobody can sign in.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        if (await FirstLoad.LoadAsync(app) is { } seed)
        {
            app.Lifetime.ApplicationStarted.Register(() => FirstLoad.Announce(seed));
        }

        await app.Services.GetRequiredService<Database>().PrepareAsync();
        await FirstStart.AnnounceAsync(app);
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration, DataPlace place)
    {
        services.AddSingleton(configuration["Rectify:PasswordPolicy"] == nameof(PasswordPolicy.Asvs) ? PasswordPolicy.Asvs : PasswordPolicy.GbLevel3);
        services.AddRectifyCore(place);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddLocalization();
        services.AddRazorComponents(forms => forms.MaxFormMappingCollectionSize = MostRows);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.Configure<FormOptions>(forms => (forms.ValueCountLimit, forms.MultipartBodyLengthLimit) = (MostRows * 8, MostBytes));
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddScoped<Confirmation>();
        services.AddScoped<ImportWork>();
        services.AddScoped<TableWords>();

        // What is only made ahead of time may fail, which is logged, without ending the server.
        services.AddHostedService<FirstWorkbook>();
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddAccess();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddDataProtection().SetApplicationName("Rectify").PersistKeysToFileSystem(DataFolder.Private(place, "keys"));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
    }

    private static void Pipe(WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorAnswer.WriteAsync, CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(AskForStatusPage);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SignedInPerson>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(GoneForms.ComeBackAsync);
    }

    /// <summary>The page for a status code is asked for, not posted to, whatever failed.</summary>
    private static Task AskForStatusPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static void Map(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapAccess();
        app.MapLanguages();
        app.MapProblems();
        app.MapReports();
        app.MapFigures();
        app.MapNotices();
        app.MapDocuments();
        app.MapProblemLists();
        app.MapImports();
        app.MapWorkingLedger();
        app.MapRazorComponents<App>();
    }
}
