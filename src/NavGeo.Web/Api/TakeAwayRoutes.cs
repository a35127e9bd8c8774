using System.Collections.Immutable;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Data.Results;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Web.Edits;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>What a meeting takes home: the scenario as a file, and everything in one package.</summary>
internal static class TakeAwayRoutes
{
    private const string CurrentName = "meeting";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/scenario.json", CurrentFile).WithName("scenarioFile");
        api.MapGet("/scenarios/{name}/file", KeptFile).WithName("keptScenarioFile");
        api.MapGet("/scenarios", Compare).WithName("scenarios");
        api.MapGet("/sheet.svg", Sheet).WithName("sheet");
        api.MapGet("/package.zip", Package).WithName("package");
    }

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

    private static FileContentHttpResult Sheet(HttpContext http, LiveSession session)
    {
        Situation situation = session.Current.Situation;
        UserLanguage language = Problems.LanguageOf(http);
        byte[] svg = InFolder(folder =>
        {
            string path = Path.Combine(folder, "sheet.svg");
            SvgRenderer.Write(path, StructureSheet.Draw(situation.Comparison.Study, situation.Chosen.Access, new SheetSettings { Language = language }));
            return File.ReadAllBytes(path);
        });
        return Download(svg, "image/svg+xml", $"{session.Original.Id}.svg");
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
            File.WriteAllBytes(Path.Combine(content, "scenario.json"), FileOf(session.Original, CurrentName, view.State, view.State.Edits, http));
            string archive = Path.Combine(folder, "package.zip");
            ZipFile.CreateFromDirectory(content, archive);
            return File.ReadAllBytes(archive);
        });
        return Download(zip, "application/zip", $"{session.Original.Id}-{CurrentName}.zip");
    }

    private static byte[] FileOf(PlanningCase original, string name, MeetingState state, ImmutableList<Edit> edits, HttpContext http)
    {
        UserLanguage language = Problems.LanguageOf(http);
        string chosen = edits.OfType<ChooseStructure>().LastOrDefault()?.Structure ?? original.Baseline;
        return new ScenarioFile(
            name,
            original.Id,
            ScenarioFile.ThisProgram,
            original.Sources.Where(s => s.Sha256 is not null).ToDictionary(s => s.File ?? s.Title, s => s.Sha256!),
            edits,
            [.. edits.Select(e => EditMemory.Of(original).Sentence(e).In(language))],
            [.. state.Objections.Where(o => ((ObjectionPinned)o.Event).Structure == chosen).Select(o => $"{o.Author}: {((ObjectionPinned)o.Event).Text}")])
            .ToBytes();
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
