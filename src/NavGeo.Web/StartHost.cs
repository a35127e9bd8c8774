using System.Net;
using NavGeo.Data.Kartverket;
using NavGeo.Web.Api;
using NavGeo.Web.Starting;

namespace NavGeo.Web;

/// <summary>The start page, on a port of this machine that only this machine can reach.</summary>
public static class StartHost
{
    /// <summary>No request is larger: a municipality has some hundred bytes in the form of each structure.</summary>
    private const long MostRequestBytes = 4 * 1024 * 1024;

    /// <summary>The host, ready to be started.</summary>
    public static WebApplication Build(StartOptions options)
    {
        WebApplicationBuilder builder = QuietHost.Builder(IPAddress.Loopback, options.Port, MostRequestBytes);
        ApiDocument.Add(builder.Services);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<CaseDesk>();
        builder.Services.AddSingleton(_ => new AddressLookup(options.AddressService));
        builder.Services.AddSingleton(options.Page ?? PageFiles.Embedded);
        WebApplication app = builder.Build();
        var desk = app.Services.GetRequiredService<CaseDesk>();
        app.Lifetime.ApplicationStarted.Register(() => ThreadPool.QueueUserWorkItem(_ => desk.Prepare()));
        QuietHost.Guard(app, isShared: false, hasBackgroundMap: false);
        app.MapOpenApi("/openapi.json");
        RouteGroupBuilder api = app.MapGroup("/api");
        CaseRoutes.MapPhrases(api);
        StartRoutes.Map(api);
        PageRoutes.Map(app, "start.html");
        return app;
    }
}

/// <summary>What the start page begins with.</summary>
public sealed record StartOptions
{
    /// <summary>Folders of the cases that come with the program.</summary>
    public required IReadOnlyList<string> Embedded { get; init; }

    /// <summary>Where new cases are made, unless their user names another place: <c>NavGeo</c> among the documents.</summary>
    public string CasesFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments, Environment.SpecialFolderOption.DoNotVerify), "NavGeo");

    /// <summary>Where NavGeo keeps what is its own: which cases were open last, meetings on cases that come along.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where addresses are looked up once the user has agreed to that; at Kartverket where null.</summary>
    public Uri? AddressService { get; init; }

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The page; the one inside the program where null.</summary>
    public PageFiles? Page { get; init; }
}
