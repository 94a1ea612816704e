using Rectify.Web.Hosting;

var app = RectifyHost.Build(args);
await app.PrepareAsync();
await app.RunAsync();

/// <summary>The web server; page tests start it.</summary>
public partial class Program;
