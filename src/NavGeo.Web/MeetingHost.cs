using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using NavGeo.Planning.Publishing;
using NavGeo.Web.Api;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Tiles;

namespace NavGeo.Web;

/// <summary>Puts a meeting together: session, doors, routes and the page, on a port of this machine.</summary>
public static class MeetingHost
{
    /// <summary>No request of a meeting is larger: an edit has some hundred bytes.</summary>
    private const long MostRequestBytes = 64 * 1024;

    private const int WritesPerSecond = 20;
    private const int JoinsPerMinute = 30;

    /// <summary>The host, ready to be started.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">The kept meeting does not fit the case.</exception>
    public static WebApplication Build(MeetingOptions options)
    {
        options = options with { Case = Publication.CaseFor(options.Case, options.Audience) };
        // An empty builder reads no settings, environment or files of the machine.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
            kestrel.Listen(options.Address, options.Port);
        });
        // A start that fails is told to who starts the host, in words; the host would log it as a stack trace besides.
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimiter(Limits);
        ApiDocument.Add(builder.Services);
        builder.Services.AddSingleton(_ => MeetingStore.Open(options.SessionFolder));
        builder.Services.AddSingleton(s => new LiveSession(options.Case, s.GetRequiredService<MeetingStore>(), options.Clock, options.CaseFolder));
        builder.Services.AddSingleton(s => new Doorkeeper(s.GetRequiredService<MeetingStore>(), options.IsShared));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<AnswerTexts>();
        builder.Services.AddSingleton<CaseTexts>();
        builder.Services.AddSingleton(s => MapTilesOf(s.GetRequiredService<LiveSession>()));
        builder.Services.AddSingleton(new MeetingGround(options.Case, options.Background, options.Regions));
        builder.Services.AddSingleton(options.Page ?? PageFiles.Embedded);
        WebApplication app = builder.Build();
        // Measured before the first guest comes, and a mistake is told to who starts the host.
        var session = app.Services.GetRequiredService<LiveSession>();
        var tiles = app.Services.GetRequiredService<MapTiles>();
        var ground = app.Services.GetRequiredService<MeetingGround>();
        var texts = app.Services.GetRequiredService<CaseTexts>();
        app.Lifetime.ApplicationStarted.Register(() => ThreadPool.QueueUserWorkItem(_ =>
        {
            texts.Prepare();
            tiles.Prepare(session.Original.Roads);
            ground.Prepare();
        }));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problems.Answer, SuppressDiagnosticsCallback = _ => true });
        app.UseMiddleware<RequestGuard>(options.IsShared, options.HasBackgroundMap);
        app.UseRouting();
        app.UseRateLimiter();
        Map(app);
        return app;
    }

    private static MapTiles MapTilesOf(LiveSession session) => new(session.Original, session.Today);

    private static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi.json");
        RouteGroupBuilder api = app.MapGroup("/api");
        DoorRoutes.Map(api);
        RouteGroupBuilder inside = Inside(api.MapGroup(""));
        CaseRoutes.Map(api, inside);
        MeetingRoutes.Map(inside);
        AnswerRoutes.Map(inside);
        TripRoutes.Map(inside);
        EventRoutes.Map(inside);
        TakeAwayRoutes.Map(inside);
        TileRoutes.Map(Inside(app.MapGroup("/tiles")));
        FeatureRoutes.Map(Inside(app.MapGroup("/ogc")));
        PageRoutes.Map(app);
    }

    private static RouteGroupBuilder Inside(RouteGroupBuilder routes) =>
        routes.AddEndpointFilter<InsideFilter>().ProducesProblem(StatusCodes.Status401Unauthorized);

    private static void Limits(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        foreach (string name in (string[])[LimitNames.Write, LimitNames.Look]) limits.AddPolicy(name, context => RateLimitPartition.GetTokenBucketLimiter(
            AddressOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = WritesPerSecond * 3,
                TokensPerPeriod = WritesPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
        limits.AddPolicy(LimitNames.Join, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = JoinsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    private static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;
}
