using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Data.Cases;
using NavGeo.Data.Kartverket;
using NavGeo.Planning.Language;
using NavGeo.Web.Safety;
using NavGeo.Web.Starting;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>The start page: which cases there are, new ones, sites and structures, and the way into a meeting.</summary>
internal static class StartRoutes
{
    private const string GeoJson = "application/geo+json";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/start", Start);
        api.MapGet("/names", (CaseDesk desk) => TypedResults.Ok(desk.Country.Names));
        api.MapGet("/map", (HttpContext http, CaseDesk desk) => new Packed(desk.Country.Map, GeoJson).To(http)).Produces<Stream>(StatusCodes.Status200OK, GeoJson);
        api.MapGet("/roads/{zoom:int}/{x:int}/{y:int}.mvt", (int zoom, int x, int y, HttpContext http, CaseDesk desk) =>
            TileOf(zoom, x, y, http, tile => Task.FromResult(desk.Country.Roads.Tile(tile)))).Produces<Stream>(StatusCodes.Status200OK, TileRoutes.TileType);
        api.MapGet("/cases/{key}/roads/{zoom:int}/{x:int}/{y:int}.mvt", (string key, int zoom, int x, int y, HttpContext http, CaseDesk desk) =>
            TileOf(zoom, x, y, http, tile => desk.RoadsOf(key, tile))).Produces<Stream>(StatusCodes.Status200OK, TileRoutes.TileType);
        api.MapGet("/cases/{key}/map", async (string key, HttpContext http, CaseDesk desk) => new Packed(await desk.Map(key), GeoJson).To(http))
            .Produces<Stream>(StatusCodes.Status200OK, GeoJson);
        api.MapGet("/cases/{key}/spot", async (string key, string at, CaseDesk desk) => TypedResults.Ok(await desk.SpotOf(key, at)));
        RouteGroupBuilder write = api.MapGroup("").RequireRateLimiting(LimitNames.Write);
        write.MapPost("/addresses", Addresses);
        write.MapPost("/new", async (NewCase request, HttpContext http, CaseDesk desk) =>
            TypedResults.Ok(await desk.Make(request.Municipalities, request.Folder, Problems.LanguageOf(http))));
        write.MapPost("/open", async (OpenCase request, CaseDesk desk) => TypedResults.Ok(await desk.Open(request.Path)));
        write.MapPost("/cases/{key}/copy", async (string key, CaseDesk desk) => TypedResults.Ok(await desk.Copy(key)));
        api.MapGet("/cases/{key}", async (string key, HttpContext http, CaseDesk desk) => Told(await desk.Show(key), http));
        write.MapPost("/cases/{key}", async (string key, CaseForm form, HttpContext http, CaseDesk desk) => Told(await desk.Save(key, form), http));
        api.MapGet("/cases/{key}/tables", async (string key, HttpContext http, CaseDesk desk) => TypedResults.Ok(await desk.Tables(key, Problems.LanguageOf(http))));
        write.MapPost("/cases/{key}/tables/{table}", async (string key, string table, TableRows rows, HttpContext http, CaseDesk desk) =>
            Told(await desk.Save(key, table, rows.Rows), http));
        write.MapPost("/cases/{key}/undo", async (string key, HttpContext http, CaseDesk desk) => Told(await desk.Undo(key), http));
        write.MapPost("/cases/{key}/meeting", async (string key, HttpContext http, CaseDesk desk) =>
            TypedResults.Ok(new MeetingAddress(await desk.Meet(key, new Uri($"{http.Request.Scheme}://{http.Request.Host}/")))));
        api.MapGet("/cases/{key}/workbook", Workbook);
    }

    /// <summary>What the start page begins with.</summary>
    /// <param name="CasesFolder">Where new cases are made.</param>
    /// <param name="Recent">The cases that were open last.</param>
    /// <param name="Embedded">The cases that come along.</param>
    internal sealed record StartResponse(string CasesFolder, IReadOnlyList<DeskItem> Recent, IReadOnlyList<DeskItem> Embedded);

    /// <summary>A case to make.</summary>
    /// <param name="Municipalities">Names or numbers.</param>
    /// <param name="Folder">The folder to make it in; null for the usual one.</param>
    internal sealed record NewCase(string Municipalities, string? Folder = null);

    /// <summary>A case to open.</summary>
    /// <param name="Path">Its folder or workbook.</param>
    internal sealed record OpenCase(string Path);

    /// <summary>An address to look up.</summary>
    /// <param name="Text">As its user wrote it.</param>
    /// <param name="IsAgreed">Whether they have agreed that it goes to Kartverket.</param>
    internal sealed record AddressRequest(string Text, bool IsAgreed);

    /// <summary>An address that was found.</summary>
    /// <param name="Text">Street and number, post town, municipality.</param>
    /// <param name="At">Where, as a spot is written.</param>
    internal sealed record AddressLine(string Text, string At);

    /// <summary>What a table shall hold.</summary>
    /// <param name="Rows">Fields in the order of its form.</param>
    internal sealed record TableRows(IReadOnlyList<IReadOnlyList<string>> Rows);

    /// <summary>Where a meeting is.</summary>
    /// <param name="Address">On this machine.</param>
    internal sealed record MeetingAddress(string Address);

    /// <summary>A case as one works on it, its findings in words.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Form">Sites and structures; null where an error stands among the findings.</param>
    /// <param name="Baseline">The structure of today.</param>
    /// <param name="Municipalities">Those of the case.</param>
    /// <param name="Places">Named places a site can be put at, with their municipalities.</param>
    /// <param name="Findings">Everything there is to say about it.</param>
    /// <param name="CanUndo">Whether something saved can be taken back.</param>
    /// <param name="IsSaved">Whether the folder holds this.</param>
    internal sealed record CaseDetails(
        DeskItem Case, CaseForm? Form, string? Baseline, IReadOnlyList<DeskArea> Municipalities, IReadOnlyList<string> Places,
        IReadOnlyList<FindingLine> Findings, bool CanUndo, bool IsSaved);

    /// <summary>A finding.</summary>
    /// <param name="Severity">How bad.</param>
    /// <param name="Place">File and line.</param>
    /// <param name="Problem">What is wrong.</param>
    /// <param name="Remedy">What to do.</param>
    /// <param name="Row">The row of the form it is about; null for none.</param>
    internal sealed record FindingLine(Severity Severity, string Place, string Problem, string Remedy, FormRow? Row);

    private static async Task<Results<FileContentHttpResult, NotFound>> TileOf(int zoom, int x, int y, HttpContext http, Func<TileNumber, Task<byte[]>> make)
    {
        var tile = new TileNumber(zoom, x, y);
        return tile.IsOnMap ? new Packed(await make(tile), TileRoutes.TileType).To(http) : TypedResults.NotFound();
    }

    private static Ok<StartResponse> Start(CaseDesk desk) => TypedResults.Ok(new StartResponse(desk.CasesFolder, desk.Recent, desk.Embedded));

    private static Ok<CaseDetails> Told(DeskCase told, HttpContext http)
    {
        UserLanguage language = Problems.LanguageOf(http);
        return TypedResults.Ok(new CaseDetails(
            told.Item, told.Form, told.Baseline, told.Municipalities, told.Places,
            [.. told.Findings.OrderByDescending(f => f.Finding.Severity).Select(f => Line(f, language))],
            told.CanUndo, told.IsSaved));
    }

    /// <summary>Asks nobody outside this machine unless whoever sits at it has said so.</summary>
    private static async Task<Ok<List<AddressLine>>> Addresses(AddressRequest request, AddressLookup lookup, HttpContext http)
    {
        if (!request.IsAgreed) throw new InputException("", null, new Phrase("address.not-agreed"), new Phrase("address.not-agreed.remedy"));
        return TypedResults.Ok((await lookup.Find(request.Text, http.RequestAborted)).Select(hit => new AddressLine(
            hit.Text, FormattableString.Invariant($"{hit.Position.Latitude:0.000000}, {hit.Position.Longitude:0.000000}"))).ToList());
    }

    private static FindingLine Line(DeskFinding found, UserLanguage language) =>
        new(found.Finding.Severity, PlaceOf(found.Finding, language), found.Finding.ProblemIn(language), RemedyOf(found.Finding, language), found.Row);

    /// <summary>What to do; empty for a note whose remedy is a command, which nobody at a page has.</summary>
    private static string RemedyOf(Finding finding, UserLanguage language)
    {
        string remedy = finding.RemedyIn(language);
        return finding.Severity == Severity.Note && remedy.Contains("navgeo ", StringComparison.Ordinal) ? "" : remedy;
    }

    /// <summary>Where it is, as the page calls it, with the file behind: "Staff, row 3 (staff.csv)".</summary>
    private static string PlaceOf(Finding finding, UserLanguage language)
    {
        if (finding.IsOfSheet) return (finding with { File = Path.GetFileName(finding.File) }).WhereIn(language);
        string file = Path.GetFileName(finding.File);
        string title = CaseTables.TitleOf(file, language);
        return title == file ? file + (finding.Place is null ? "" : ":" + finding.Place)
            : finding.Place is null ? $"{title} ({file})"
            : !file.EndsWith(".csv", StringComparison.Ordinal) ? $"{title} ({file}:{finding.Place})"
            : Phrasebook.For(language).Say("web.ui.start.findingRow", title, finding.Place, file);
    }

    private static async Task<FileContentHttpResult> Workbook(string key, HttpContext http, CaseDesk desk)
    {
        (string name, byte[] bytes) = await desk.Workbook(key, Problems.LanguageOf(http));
        return TypedResults.File(bytes, WorkbookType, name);
    }
}
