using System.Globalization;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Shared;

namespace Rectify.Web.Tests.Harness;

/// <summary>Renders a component by itself, in one language.</summary>
public sealed class KitContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public KitContext(string language = "en")
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
        Services.AddLocalization();
        Services.AddSingleton(new Clock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(Clock.DefaultZone)));
        Services.AddSingleton<IFormValueMapper, NothingPosted>();
    }

    protected override void Dispose(bool disposing)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_before, _before);
        base.Dispose(disposing);
    }

    private sealed class NothingPosted : IFormValueMapper
    {
        public bool CanMap(Type valueType, string scopeName, string? formName) => false;

        public void Map(FormValueMappingContext context)
        {
        }
    }
}
