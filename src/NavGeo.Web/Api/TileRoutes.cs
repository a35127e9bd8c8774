using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Access;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>
/// Vector tiles (Mapbox Vector Tile 2.1, XYZ) of the travel times and the roads, for the page and for QGIS. A page adds
/// what stands for the times to the address, which is another one when they are.
/// </summary>
internal static class TileRoutes
{
    /// <summary>The media type of a tile.</summary>
    public const string TileType = "application/vnd.mapbox-vector-tile";
    private const string ChangesType = "application/octet-stream";
    private const int ReadFromZoom = 3;
    private const string KeptByBrowser = "private, max-age=3600, immutable";

    /// <summary>Tiles are packed once for however many ask, and forgotten with the tile.</summary>
    private static readonly ConditionalWeakTable<byte[], Packed> Sent = [];

    public static void Map(RouteGroupBuilder tiles)
    {
        tiles.MapGet("/surface/{zoom:int}/{x:int}/{y:int}.mvt", Surface).Produces<Stream>(StatusCodes.Status200OK, TileType).WithName("surfaceTile");
        tiles.MapGet("/changes/{zoom:int}", Changes).Produces<Stream>(StatusCodes.Status200OK, ChangesType).WithName("surfaceChanges");
        tiles.MapGet("/roads/{zoom:int}/{x:int}/{y:int}.mvt", Roads).Produces<Stream>(StatusCodes.Status200OK, TileType).WithName("roadTile");
        tiles.MapGet("/{layer}.json", Description).WithName("tiles");
    }

    /// <summary>Tiles of today are the same all through the meeting; what edits change on them is at <see cref="Changes"/>.</summary>
    private static Results<FileContentHttpResult, NotFound> Surface(
        int zoom, int x, int y, HttpContext http, LiveSession session, MapTiles tiles, string? structure = null, string? site = null, string? surface = null)
    {
        var tile = new TileNumber(zoom, x, y);
        bool isToday = surface == tiles.KeyOf(session.Today);
        StructureAccess? access = isToday ? session.Today : Asked(session.Current.Situation, tiles, structure, site);
        if (access is null || !tile.IsOnMap) return TypedResults.NotFound();
        if (isToday) http.Response.Headers.CacheControl = KeptByBrowser;
        return Send(http, tiles.Surface(access, tile), TileType);
    }

    /// <summary>The squares that differ from the tiles of today, or from what they are held against, in the form of <see cref="SurfaceChanges"/>.</summary>
    /// <param name="zoom">Of the tiles they lie on.</param>
    /// <param name="around">West, north, east and south of the view in tiles of <see cref="SurfaceLevel.BucketZoom"/>; all of the case where it is missing.</param>
    /// <param name="before">Stands for the times before the last step, where the change is held against them; today where it is missing.</param>
    private static Results<FileContentHttpResult, NotFound> Changes(
        int zoom, HttpContext http, LiveSession session, MapTiles tiles, int[]? around = null, string? structure = null, string? site = null, string? surface = null, string? before = null)
    {
        MeetingView view = InsideFilter.ViewOf(http);
        StructureAccess? access = Asked(view.Situation, tiles, structure, site);
        if (access is null || around is { Length: not (0 or 4) }) return TypedResults.NotFound();
        // A page that has gone to another model with the same times asks on under the address it has.
        if (site is null && surface is not null && surface != tiles.KeyOf(access) && surface == tiles.KeyOf(view.Situation.Chosen.Access)) access = view.Situation.Chosen.Access;
        StructureAccess earlier = Earlier(session, view, tiles, structure, site, isStep: before is not null);
        // Times that were undone are asked for again under the same address; one that has moved on meanwhile is not kept.
        bool isAsked = site is null && surface == tiles.KeyOf(access) && (before is null || before == tiles.KeyOf(earlier));
        if (isAsked) http.Response.Headers.CacheControl = KeptByBrowser;
        TileRange? range = around is { Length: 4 } ? new TileRange(around[0], around[1], around[2], around[3]) : null;
        return Send(http, tiles.Changes(access, earlier, zoom, range), ChangesType);
    }

    /// <summary>What is held against: the same, nearest site or the one asked for, today or before the last step.</summary>
    private static StructureAccess Earlier(LiveSession session, MeetingView view, MapTiles tiles, string? structure, string? site, bool isStep)
    {
        Situation before = view.Before;
        if (site is not null) return tiles.AloneBefore(isStep ? before.Comparison.Study : session.Start, site);
        if (!isStep) return session.Today;
        // Who shows a model of their own sees what the step did to that one; the model of the meeting may itself be the step.
        return structure is null || structure == view.Situation.Chosen.Structure.Id ? before.Chosen.Access : before.Find(structure)!.Access;
    }

    private static StructureAccess? Asked(Situation situation, MapTiles tiles, string? structure, string? site) =>
        site is null ? situation.Find(structure)?.Access : tiles.Alone(situation.Comparison.Study, site);

    private static Results<FileContentHttpResult, NotFound> Roads(int zoom, int x, int y, HttpContext http, LiveSession session, MapTiles tiles)
    {
        var tile = new TileNumber(zoom, x, y);
        return tile.IsOnMap ? Send(http, tiles.Roads(InsideFilter.ViewOf(http).Situation.Roads, tile), TileType) : TypedResults.NotFound();
    }

    /// <summary>TileJSON 3.0: what programs that read tiles want to know of them.</summary>
    private static Results<Ok<JsonObject>, NotFound> Description(string layer, HttpContext http, LiveSession session)
    {
        if (layer is not ("surface" or "roads")) return TypedResults.NotFound();
        string query = http.Request.QueryString.ToString();
        JsonObject fields = layer == "roads"
            ? new JsonObject { ["name"] = "road number or ferry", ["class"] = "0 trunk, 1 county, 2 other", ["ferry"] = "boolean", ["boat"] = "true for a ferry that carries people only" }
            : new JsonObject { ["minutes"] = "one way to the nearest open site", ["class"] = "of the travel-time style", ["change"] = "class of the change from today", ["people"] = "inhabitants", ["place"] = "of the demand; of several in a square the one with most people" };
        return TypedResults.Ok(new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = $"NavGeo {layer}: {session.Original.Name.In(Problems.LanguageOf(http))}",
            ["attribution"] = string.Join(", ", session.Original.Sources.Where(s => s.Licence.Length > 0).Select(s => $"{s.Title} ({s.Licence})").Distinct()),
            ["scheme"] = "xyz",
            ["tiles"] = new JsonArray($"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/tiles/{layer}/{{z}}/{{x}}/{{y}}.mvt{query}"),
            ["minzoom"] = ReadFromZoom,
            ["maxzoom"] = TileNumber.MostZoom,
            ["vector_layers"] = new JsonArray(new JsonObject { ["id"] = layer, ["fields"] = fields }),
        });
    }

    private static FileContentHttpResult Send(HttpContext http, byte[] bytes, string type) =>
        Sent.GetValue(bytes, b => new Packed(b, type)).To(http);
}
