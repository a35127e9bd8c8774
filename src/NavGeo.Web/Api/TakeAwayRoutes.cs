using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Maps.Report;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Reports.Pages;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>What a meeting takes home: the scenario as a file, and everything in one package.</summary>
internal static class TakeAwayRoutes
{
    private const string PackageType = "application/geopackage+sqlite3";
    private const string ZipType = "application/zip";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PageType = "text/html; charset=utf-8";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string MarkdownType = "text/markdown; charset=utf-8";
    private const string TableType = "text/csv; charset=utf-8";

    /// <summary>Sheet formats and what browsers are told they are.</summary>
    private static readonly Dictionary<string, string> SheetTypes = new(StringComparer.Ordinal)
    {
        ["svg"] = "image/svg+xml",
        ["pdf"] = "application/pdf",
        ["png"] = "image/png",
    };

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/scenario.json", CurrentFile).Produces<ScenarioFile>().WithName("scenarioFile");
        api.MapGet("/scenarios/{name}/file", KeptFile).Produces<ScenarioFile>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithName("keptScenarioFile");
        api.MapGet("/scenarios", Compare).WithName("scenarios");
        MapFile(api, "/sheet.{format}", Sheet, [.. SheetTypes.Values]).WithName("sheet");
        MapMade(api, "/layers.gpkg", t => t.GeoPackage(), ".gpkg", PackageType).WithName("geoPackage");
        MapMade(api, "/tables.zip", t => TakeAway.Zip(t.Tables()), "-tables.zip", ZipType).WithName("tables");
        MapMade(api, "/tables.xlsx", t => t.Workbook(), ".xlsx", WorkbookType).WithName("workbook");
        MapMade(api, "/report.html", t => t.Report("html"), "-report.html", PageType).WithName("report");
        MapMade(api, "/report.docx", t => t.Report("docx"), "-report.docx", WordType).WithName("reportWord");
        MapFile(api, "/objections.csv", (HttpContext http, LiveSession session, MeetingGround ground) =>
            TypedResults.File(Of(http, session, ground).Objections(), TableType, ObjectionTable.Name), TableType).WithName("objectionTable");
        MapFile(api, "/minutes.{format}", GiveMinutes, WordType, MarkdownType).WithName("minutes");
        MapFile(api, "/package.zip", GivePackage, ZipType).WithName("package");
    }

    private static RouteHandlerBuilder MapFile(RouteGroupBuilder api, string path, Delegate handler, params string[] types) =>
        api.MapGet(path, handler).Produces<Stream>(StatusCodes.Status200OK, types[0], types[1..]);

    /// <summary>A file that is called after the case.</summary>
    private static RouteHandlerBuilder MapMade(RouteGroupBuilder api, string path, Func<TakeAway, byte[]> make, string ending, string type) => MapFile(
        api, path, (HttpContext http, LiveSession session, MeetingGround ground, MadeFiles made) => TypedResults.File(
            made.Of(path, Of(http, session, ground), make), type, session.Original.Id + ending), type)
        .WithTags(nameof(TakeAwayRoutes));

    private static async Task<Results<FileContentHttpResult, NotFound>> GiveMinutes(string format, HttpContext http, LiveSession session)
    {
        if (!TakeAway.MinutesFormats.Contains(format)) return TypedResults.NotFound();
        PageDocument minutes = await Minutes.OfAsync(session, session.Current, Problems.LanguageOf(http), http.RequestAborted);
        return TypedResults.File(TakeAway.MinutesFile(minutes, format), format == "docx" ? WordType : MarkdownType, $"{session.Original.Id}-minutes.{format}");
    }

    private static async Task<FileContentHttpResult> GivePackage(HttpContext http, LiveSession session, MeetingGround ground, MadeFiles made)
    {
        TakeAway files = Of(http, session, ground);
        PageDocument minutes = await Minutes.OfAsync(session, files.View, files.Language, http.RequestAborted);
        return TypedResults.File(made.Of("/package.zip", files, t => t.Package(minutes)), ZipType, session.Original.Id + "-meeting.zip");
    }

    private static TakeAway Of(HttpContext http, LiveSession session, MeetingGround ground) => new(session, ground, Problems.LanguageOf(http));

    /// <summary>A kept scenario beside the others.</summary>
    /// <param name="Name">As users see it.</param>
    /// <param name="Structure">The structure it shows.</param>
    /// <param name="Mean">Mean minutes, of those with access today and there.</param>
    /// <param name="Within30">People within 30 minutes.</param>
    /// <param name="Lose">People with a longer way, or none any more, than today.</param>
    /// <param name="Gain">People with a shorter way, or one at last, than today.</param>
    /// <param name="WithoutAccess">People who reach no site.</param>
    internal sealed record ScenarioLine(string Name, string Structure, double? Mean, long Within30, long Lose, long Gain, long WithoutAccess);

    private static FileContentHttpResult CurrentFile(HttpContext http, LiveSession session, MeetingGround ground) =>
        TypedResults.File(Of(http, session, ground).Scenario(), "application/json", session.Original.Id + "-meeting.json");

    private static FileContentHttpResult KeptFile(string name, HttpContext http, LiveSession session, MeetingGround ground)
    {
        MeetingState state = session.Current.State;
        int number = state.Scenarios.FindIndex(s => s.Key == name) + 1;
        return TypedResults.File(
            Of(http, session, ground).Scenario(name, state.Scenario(name)), "application/json",
            string.Create(CultureInfo.InvariantCulture, $"{session.Original.Id}-scenario-{number}.json"));
    }

    private static Results<FileContentHttpResult, NotFound> Sheet(string format, HttpContext http, LiveSession session, MeetingGround ground) =>
        SheetTypes.TryGetValue(format, out string? type)
            ? TypedResults.File(Of(http, session, ground).Sheet(format), type, $"{session.Original.Id}.{format}")
            : TypedResults.NotFound();

    private static async Task<Ok<List<ScenarioLine>>> Compare(HttpContext http, LiveSession session)
    {
        int thirty = AccessIndicators.Thresholds.ToList().IndexOf(30);
        var lines = new List<ScenarioLine>();
        foreach ((string name, ImmutableList<Edit> edits) in session.Current.State.Scenarios)
        {
            Situation situation = await session.AnswerAsync(edits, http.RequestAborted);
            AccessIndicators access = situation.Chosen.Access.Total;
            AccessChange change = situation.AgainstToday.Total;
            lines.Add(new ScenarioLine(
                name, situation.Chosen.Structure.Id, situation.AgainstToday.Shared.To.Total.MeanMinutes, access.PeopleWithin[thirty],
                change.Lose + change.LoseAccess, change.Gain + change.GainAccess, access.WithoutAccess));
        }
        return TypedResults.Ok(lines);
    }
}
