using NavGeo.Planning.Language;
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

    /// <summary>The host, ready to be started.</summary>
    /// <exception cref="InputException">The kept meeting does not fit the case.</exception>
    public static WebApplication Build(MeetingOptions options)
    {
        options = options with { Case = Publication.CaseFor(options.Case, options.Audience) };
        WebApplicationBuilder builder = QuietHost.Builder(options.Address, options.Port, MostRequestBytes);
        ApiDocument.Add(builder.Services);
        builder.Services.AddSingleton(_ => MeetingStore.Open(options.SessionFolder));
        builder.Services.AddSingleton(s => new LiveSession(options.Case, s.GetRequiredService<MeetingStore>(), options.Clock, options.WritesAtOnce ? options.CaseFolder : null, options.Start));
        builder.Services.AddSingleton(s => new Doorkeeper(s.GetRequiredService<MeetingStore>(), options.IsShared, options.Clock));
        builder.Services.AddSingleton<Sandboxes>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<AnswerTexts>();
        builder.Services.AddSingleton<MadeFiles>();
        builder.Services.AddSingleton<CaseTexts>();
        builder.Services.AddSingleton(s => MapTilesOf(s.GetRequiredService<LiveSession>()));
        builder.Services.AddSingleton(new MeetingGround(options.Case, options.Background, options.Regions));
        builder.Services.AddSingleton(options.Page ?? PageFiles.Embedded);
        WebApplication app = builder.Build();
        LiveSession session = Measured(app);
        var tiles = app.Services.GetRequiredService<MapTiles>();
        var ground = app.Services.GetRequiredService<MeetingGround>();
        var texts = app.Services.GetRequiredService<CaseTexts>();
        app.Lifetime.ApplicationStarted.Register(() => ThreadPool.QueueUserWorkItem(_ =>
        {
            texts.Prepare();
            tiles.Prepare(session.Original.Roads);
            ground.Prepare();
        }));
        QuietHost.Guard(app, options.IsShared, options.HasBackgroundMap);
        Map(app);
        return app;
    }

    /// <summary>Measures before the first guest comes, so that a mistake is told to who starts the host; the kept meeting is then let go of.</summary>
    private static LiveSession Measured(WebApplication app)
    {
        try
        {
            return app.Services.GetRequiredService<LiveSession>();
        }
        catch (InputException)
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    private static MapTiles MapTilesOf(LiveSession session) => new(session.Original, session.Today);

    private static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi.json");
        RouteGroupBuilder api = app.MapGroup("/api");
        DoorRoutes.Map(api);
        RouteGroupBuilder inside = Inside(api.MapGroup(""));
        DoorRoutes.MapBegin(inside);
        DoorRoutes.MapPeople(inside);
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
}
