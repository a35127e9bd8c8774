using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NavGeo.Cluster.Access;
using NavGeo.Cluster.Database;
using NavGeo.Cluster.Rooms;
using NavGeo.Planning.Edits;
using NavGeo.Web;
using NavGeo.Web.Situations;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Orleans.Configuration;
using Orleans.Serialization;

namespace NavGeo.Cluster;

/// <summary>
/// One process of a cluster: the same page and API as one meeting on a laptop, for every meeting of the database at
/// <c>/m/ID/</c>. Which processes there are, they tell each other through the database.
/// </summary>
public static class ClusterHost
{
    private const string Invariant = "Npgsql";

    /// <summary>No request is larger: an edit has some hundred bytes.</summary>
    private const long MostRequestBytes = 64 * 1024;

    /// <summary>What is measured of NavGeo itself, of the cluster, of requests and of the database.</summary>
    private static readonly string[] Meters = ["NavGeo", "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Npgsql"];

    private static readonly string[] Traces = ["NavGeo", "Microsoft.Orleans.Application", "Microsoft.AspNetCore", "Npgsql"];

    /// <summary>The host, ready to be started.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">The database cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(ClusterOptions options)
    {
        ClusterDatabase database = ClusterDatabase.Of(options.Database);
        await database.CheckAsync(CancellationToken.None);
        WebApplicationBuilder builder = QuietHost.Builder(options.IsOpen ? IPAddress.Any : IPAddress.Loopback, options.Port, MostRequestBytes);
        builder.UseOrleans(silo => Join(silo, options));
        // Hints about settings of a server that it is not; what goes wrong is told.
        foreach (string talker in (string[])["Orleans.Runtime.Silo", "Orleans.Runtime.Watchdog", "Orleans.Runtime.ReminderService"]) builder.Logging.AddFilter(talker, LogLevel.Error);
        MeetingHost.Add(builder.Services, s => s.GetRequiredService<RoomOfRequest>().Room);
        IServiceCollection services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(_ => database);
        services.AddSingleton(_ => new MeasuringPool(Environment.ProcessorCount, options.MostWaiting));
        services.AddSingleton<CaseLibrary>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton(s => new CaseShelf(s.GetRequiredService<CaseLibrary>(), options.Folder, s.GetRequiredService<MeasuringPool>()));
        services.AddSingleton<RoomDirectory>();
        services.AddScoped<RoomOfRequest>();
        if (options.IsBehindProxy) services.Configure<ForwardedHeadersOptions>(Trust);
        if (options.SignIn is { } signIn) SignIn.Add(services, signIn);
        Watch(services, options.Telemetry);
        WebApplication app = builder.Build();
        RoomDirectory rooms = app.Services.GetRequiredService<RoomDirectory>();
        app.Lifetime.ApplicationStarted.Register(() => _ = rooms.WarmAsync());
        app.Lifetime.ApplicationStopping.Register(rooms.End);
        if (options.IsBehindProxy) app.UseForwardedHeaders();
        QuietHost.Guard(app, isShared: true, hasBackgroundMap: false, options.Names, RoomOfRequest.EnterAsync);
        if (options.SignIn is not null) app.UseAuthentication();
        app.Use(RoomOfRequest.CheckAsync);
        RouteGroupBuilder meeting = app.MapGroup("").WithMetadata(new OfMeeting());
        meeting.MapOpenApi("/openapi.json");
        MeetingHost.Map(meeting);
        ClusterRoutes.Map(app, options);
        return app;
    }

    /// <summary>A port nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Join(ISiloBuilder silo, ClusterOptions options)
    {
        silo.Configure<Orleans.Configuration.ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("navgeo", "navgeo"));
        silo.UseAdoNetClustering(store => (store.Invariant, store.ConnectionString) = (Invariant, options.Database));
        silo.AddAdoNetGrainStorageAsDefault(store => (store.Invariant, store.ConnectionString) = (Invariant, options.Database));
        silo.UseAdoNetReminderService(store => (store.Invariant, store.ConnectionString) = (Invariant, options.Database));
        silo.ConfigureEndpoints(options.Advertised, options.SiloPort == 0 ? FreePort() : options.SiloPort, gatewayPort: 0, listenOnAnyHostAddress: options.IsOpen);
        // A process that does not answer is given up after some six seconds. Nobody waits for that: the log takes entries from whoever is alive.
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(2);
            membership.NumMissedProbesLimit = 3;
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            membership.NumMissedTableIAmAliveLimit = 2;
            membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(5));
        silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(IsOurs, Edit.JsonOptions));
    }

    private static bool IsOurs(Type type) => type.Namespace is { } room && room.StartsWith("NavGeo.", StringComparison.Ordinal);

    private static void Trust(ForwardedHeadersOptions headers)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // Who can reach the process is decided by the network around it.
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
    }

    private static void Watch(IServiceCollection services, Uri? collector)
    {
        if (collector is null) return;
        services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter(To))
            .WithTracing(traces => traces.AddSource(Traces).AddOtlpExporter(To));

        void To(OtlpExporterOptions exporter) => exporter.Endpoint = collector;
    }
}
