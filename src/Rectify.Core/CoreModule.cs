using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Rectify.Core.Calendar;
using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Imports;
using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Seeding;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core;

/// <summary>Registers everything of Rectify that needs no web: one call for the server, the tests and the benchmarks.</summary>
public static class CoreModule
{
    public static IServiceCollection AddRectifyCore(this IServiceCollection services, DataPlace place, TimeZoneInfo? zone = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Clock(provider.GetRequiredService<TimeProvider>(), zone ?? TimeZoneInfo.FindSystemTimeZoneById(Clock.DefaultZone)));
        services.AddSingleton(place);
        services.AddSingleton<Database>();
        services.AddSingleton<IDbContextFactory<RectifyDb>>(provider => provider.GetRequiredService<Database>());
        services.AddSingleton<Calendars>();
        services.AddSingleton<SetUpCode>();
        services.AddSingleton<SeedLoader>();
        services.TryAddSingleton(PasswordPolicy.GbLevel3);
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordPolicy.HashRounds })));
        services.AddSingleton<Credentials>();
        services.AddScoped<Session>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<WorkingLedgerUploads>();
        services.AddTransient<ProblemChanges>();
        services.AddTransient<NoticeChanges>();
        services.AddTransient<ReferralChanges>();
        services.AddTransient<DocumentChanges>();
        services.AddSingleton<ImportReadings>();
        services.AddSingleton<ImportJobs>();
        services.AddScoped<ImportProgress>();
        services.AddScoped<ImportReader>();
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(FailureBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AccessBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(KeptFigures<,>));
        services.AddSingleton<FigureCache>();
        services.AddSingleton<FirstTable>();
        AddImplementations(services, typeof(IRequestHandler<,>));
        AddImplementations(services, typeof(IValidator<>));
        return services;
    }

    /// <summary>MediatR 5 brings no registration of its own: each closed interface of the open one, found in this assembly.</summary>
    private static void AddImplementations(IServiceCollection services, Type open)
    {
        foreach (var type in typeof(CoreModule).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var closed in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == open))
            {
                services.AddTransient(closed, type);
            }
        }
    }
}
