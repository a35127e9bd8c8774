using System.Collections.Immutable;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Maps;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Maps.Report;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Tables;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>What a meeting takes home: the scenario as a file, and everything in one package.</summary>
internal static class TakeAwayRoutes
{
    private const string CurrentName = "meeting";
    private const string PackageType = "application/geopackage+sqlite3";
    private const string ZipType = "application/zip";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PageType = "text/html; charset=utf-8";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
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
        MapFile(api, "/layers.gpkg", GeoPackage, PackageType).WithName("geoPackage");
        MapFile(api, "/tables.zip", Tables, ZipType).WithName("tables");
        MapFile(api, "/tables.xlsx", Workbook, WorkbookType).WithName("workbook");
        MapFile(api, "/report.html", (HttpContext http, LiveSession session, MeetingGround ground) => Report(http, session, ground, "html"), PageType).WithName("report");
        MapFile(api, "/report.docx", (HttpContext http, LiveSession session, MeetingGround ground) => Report(http, session, ground, "docx"), WordType).WithName("reportWord");
        MapFile(api, "/objections.csv", (LiveSession session) => Download(ObjectionFile.Of(session.Current.State), TableType, ObjectionTable.Name), TableType).WithName("objectionTable");
        MapFile(api, "/package.zip", Package, ZipType).WithName("package");
    }

    private static RouteHandlerBuilder MapFile(RouteGroupBuilder api, string path, Delegate handler, params string[] types) =>
        api.MapGet(path, handler).Produces<Stream>(StatusCodes.Status200OK, types[0], types[1..]);

    /// <summary>A kept scenario beside the others.</summary>
    /// <param name="Name">As users see it.</param>
    /// <param name="Structure">The structure it shows.</param>
    /// <param name="Mean">Mean minutes.</param>
    /// <param name="Within30">People within 30 minutes.</param>
    /// <param name="Lose">People with a longer way, or none any more, than today.</param>
    /// <param name="Gain">People with a shorter way, or one at last, than today.</param>
    /// <param name="WithoutAccess">People who reach no site.</param>
    internal sealed record ScenarioLine(string Name, string Structure, double? Mean, long Within30, long Lose, long Gain, long WithoutAccess);

    private static FileContentHttpResult CurrentFile(HttpContext http, LiveSession session)
    {
        MeetingView view = session.Current;
        return Download(FileOf(session.Original, CurrentName, view.State, view.State.Edits, http), "application/json", $"{session.Original.Id}-{CurrentName}.json");
    }

    private static FileContentHttpResult KeptFile(string name, HttpContext http, LiveSession session)
    {
        MeetingState state = session.Current.State;
        int number = state.Scenarios.FindIndex(s => s.Key == name) + 1;
        return Download(
            FileOf(session.Original, name, state, state.Scenario(name), http), "application/json",
            $"{session.Original.Id}-scenario-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.json");
    }

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
                name, situation.Chosen.Structure.Id, access.MeanMinutes, access.PeopleWithin[thirty],
                change.Lose + change.LoseAccess, change.Gain + change.GainAccess, access.WithoutAccess));
        }
        return TypedResults.Ok(lines);
    }

    private static Results<FileContentHttpResult, NotFound> Sheet(string format, HttpContext http, LiveSession session, MeetingGround ground)
    {
        if (!SheetTypes.TryGetValue(format, out string? type)) return TypedResults.NotFound();
        Situation situation = session.Current.Situation;
        var settings = new SheetSettings { Language = Problems.LanguageOf(http), Background = ground.Background };
        byte[] sheet = InFolder(folder =>
        {
            string path = Path.Combine(folder, "sheet." + format);
            SheetFile.Write(path, StructureSheet.Draw(situation.Comparison.Study, situation.Chosen.Access, settings));
            return File.ReadAllBytes(path);
        });
        return Download(sheet, type, $"{session.Original.Id}.{format}");
    }

    private static FileContentHttpResult GeoPackage(LiveSession session, MeetingGround ground)
    {
        byte[] layers = InFolder(folder =>
        {
            string path = Path.Combine(folder, "layers.gpkg");
            CasePackage.Write(path, session.Current.Situation.Comparison, new LayerSettings { Background = ground.Background });
            return File.ReadAllBytes(path);
        });
        return Download(layers, PackageType, $"{session.Original.Id}.gpkg");
    }

    private static FileContentHttpResult Tables(HttpContext http, LiveSession session)
    {
        byte[] zip = InFolder(folder =>
        {
            string content = Path.Combine(folder, "content");
            ComparisonTables.Save(session.Current.Situation.Comparison, content, Problems.LanguageOf(http));
            string archive = Path.Combine(folder, "tables.zip");
            ZipFile.CreateFromDirectory(content, archive);
            return File.ReadAllBytes(archive);
        });
        return Download(zip, ZipType, $"{session.Original.Id}-tables.zip");
    }

    private static FileContentHttpResult Workbook(HttpContext http, LiveSession session)
    {
        Comparison comparison = session.Current.Situation.Comparison;
        UserLanguage language = Problems.LanguageOf(http);
        var small = SmallNumbers.Of(comparison.Study.Case);
        byte[] workbook = InFolder(folder =>
        {
            string path = Path.Combine(folder, "tables.xlsx");
            SpreadsheetWriter.Write(
                path, [AboutTable.Of(comparison, small, language), .. ComparisonTables.Of(comparison, language, small), .. DecisionTables.Of(comparison, language)], language);
            return File.ReadAllBytes(path);
        });
        return Download(workbook, WorkbookType, $"{session.Original.Id}.xlsx");
    }

    /// <summary>The report of the case under the edits, with the objections of the meeting.</summary>
    private static FileContentHttpResult Report(HttpContext http, LiveSession session, MeetingGround ground, string format)
    {
        UserLanguage language = Problems.LanguageOf(http);
        MeetingView view = session.Current;
        byte[] report = InFolder(folder =>
        {
            var settings = new ReportSettings
            {
                Language = language,
                Objections = ObjectionFile.List(view.State),
                Sheets = new SheetSettings { Language = language, Background = ground.Background },
            };
            string path = Path.Combine(folder, "report." + format);
            CaseReport made = ReportBuilder.Build(view.Situation.Comparison, null, settings);
            if (format == "html") ReportHtml.Write(path, made);
            else ReportWord.Write(path, made);
            return File.ReadAllBytes(path);
        });
        string type = format == "html" ? PageType : WordType;
        return Download(report, type, $"{session.Original.Id}-report.{format}");
    }

    private static FileContentHttpResult Package(HttpContext http, LiveSession session)
    {
        MeetingView view = session.Current;
        UserLanguage language = Problems.LanguageOf(http);
        byte[] zip = InFolder(folder =>
        {
            string content = Path.Combine(folder, "content");
            ComparisonTables.Save(view.Situation.Comparison, Path.Combine(content, "tables"), language);
            Directory.CreateDirectory(Path.Combine(content, "layers"));
            foreach (string name in view.Layers.Names)
                File.WriteAllBytes(Path.Combine(content, "layers", name + ".geojson"), view.Layers.Find(name)!);
            SvgRenderer.Write(
                Path.Combine(content, "sheet.svg"),
                StructureSheet.Draw(view.Situation.Comparison.Study, view.Situation.Chosen.Access, new SheetSettings { Language = language }));
            CasePackage.Write(Path.Combine(content, "layers.gpkg"), view.Situation.Comparison, new LayerSettings());
            ObjectionFile.Write(content, view.State);
            File.WriteAllBytes(Path.Combine(content, "scenario.json"), FileOf(session.Original, CurrentName, view.State, view.State.Edits, http));
            string archive = Path.Combine(folder, "package.zip");
            ZipFile.CreateFromDirectory(content, archive);
            return File.ReadAllBytes(archive);
        });
        return Download(zip, ZipType, $"{session.Original.Id}-{CurrentName}.zip");
    }

    private static byte[] FileOf(PlanningCase original, string name, MeetingState state, ImmutableList<Edit> edits, HttpContext http)
    {
        UserLanguage language = Problems.LanguageOf(http);
        string chosen = edits.OfType<ChooseStructure>().LastOrDefault()?.Structure ?? original.Baseline;
        string[] objections =
        [
            .. state.Objections.Where(o => ((ObjectionPinned)o.Event).Structure == chosen).Select(o => $"{o.Author}: {((ObjectionPinned)o.Event).Text}"),
        ];
        return ScenarioFile.Of(name, original, edits, objections, language, "NavGeo " + Provenance.Version).ToBytes();
    }

    private static FileContentHttpResult Download(byte[] bytes, string type, string name) =>
        TypedResults.File(bytes, type, name);

    /// <summary>What is written by the command's own writers goes through a folder of its own, gone afterwards.</summary>
    private static byte[] InFolder(Func<string, byte[]> work)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-package-");
        try
        {
            return work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
