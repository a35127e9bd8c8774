using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Web.Api;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;

namespace NavGeo.Web;

/// <summary>Puts a meeting together: session, doors, routes and the page, on a port of this machine.</summary>
public static class MeetingHost
{
    /// <summary>No request of a meeting is larger: an edit has some hundred bytes.</summary>
    private const long MostRequestBytes = 64 * 1024;

    /// <summary>The host of one meeting, ready to be started.</summary>
    /// <exception cref="InputException">The kept meeting does not fit the case.</exception>
    public static async Task<WebApplication> BuildAsync(MeetingOptions options)
    {
        options = options with { Case = Publication.CaseFor(options.Case, options.Audience) };
        WebApplicationBuilder builder = QuietHost.Builder(options.Address, options.Port, MostRequestBytes);
        var log = SqliteLog.Open(options.SessionFolder);
        var pool = MeasuringPool.OfMachine();
        // Measured before the first guest comes, so that a mistake is told to who starts the host; the kept meeting is then let go of.
        MeetingRoom room = await OpenAsync(options, log, pool);
        Add(builder.Services, _ => room, options.Page);
        // The container ends what it has made itself.
        builder.Services.AddSingleton(_ => log);
        builder.Services.AddSingleton(_ => pool);
        WebApplication app = builder.Build();
        _ = (app.Services.GetRequiredService<SqliteLog>(), app.Services.GetRequiredService<MeasuringPool>());
        app.Lifetime.ApplicationStarted.Register(() => Prepare(app.Services, room));
        app.Lifetime.ApplicationStopping.Register(room.Session.End);
        QuietHost.Guard(app, options.IsShared, options.HasBackgroundMap);
        app.MapOpenApi("/openapi.json");
        Map(app);
        return app;
    }

    /// <summary>What the routes of meetings need; which meeting a request is about, the host knows.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="roomOf">The meeting of a request.</param>
    /// <param name="page">The page; the one inside the program where null.</param>
    public static void Add(IServiceCollection services, Func<IServiceProvider, MeetingRoom> roomOf, PageFiles? page = null)
    {
        ApiDocument.Add(services);
        services.AddTransient(roomOf);
        services.AddTransient(s => roomOf(s).Session);
        services.AddTransient(s => roomOf(s).Door);
        services.AddTransient(s => roomOf(s).Own);
        services.AddTransient(s => roomOf(s).Options);
        services.AddTransient(s => roomOf(s).Base.Tiles);
        services.AddTransient(s => roomOf(s).Base.Ground);
        services.AddTransient(s => roomOf(s).Base);
        services.AddSingleton<AnswerTexts>();
        services.AddSingleton<MadeFiles>();
        services.AddSingleton<CaseTexts>();
        services.AddSingleton(page ?? PageFiles.Embedded);
    }

    /// <summary>Makes what the first guests ask for before they come, beside everything else.</summary>
    public static void Prepare(IServiceProvider services, MeetingRoom room)
    {
        CaseTexts texts = services.GetRequiredService<CaseTexts>();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            texts.Prepare(room);
            room.Base.Prepare();
        });
    }

    private static async Task<MeetingRoom> OpenAsync(MeetingOptions options, SqliteLog log, MeasuringPool pool)
    {
        try
        {
            return await MeetingRoom.OpenAsync(new MeetingBase(options.Case, options.Background, options.Regions, options.Visits), log, pool, options);
        }
        catch (InputException)
        {
            log.Dispose();
            pool.Dispose();
            throw;
        }
    }

    /// <summary>The routes of a meeting, and its page.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder api = app.MapGroup("/api");
        DoorRoutes.Map(api);
        RouteGroupBuilder inside = Inside(api.MapGroup(""));
        DoorRoutes.MapBegin(inside);
        DoorRoutes.MapPeople(inside);
        CaseRoutes.Map(api, inside);
        MeetingRoutes.Map(inside);
        AnswerRoutes.Map(inside);
        TripRoutes.Map(inside);
        VisitRoutes.Map(inside);
        EventRoutes.Map(inside);
        TakeAwayRoutes.Map(inside);
        TileRoutes.Map(Inside(app.MapGroup("/tiles")));
        FeatureRoutes.Map(Inside(app.MapGroup("/ogc")));
        PageRoutes.Map(app);
    }

    private static RouteGroupBuilder Inside(RouteGroupBuilder routes) =>
        routes.AddEndpointFilter<InsideFilter>().ProducesProblem(StatusCodes.Status401Unauthorized);
}
