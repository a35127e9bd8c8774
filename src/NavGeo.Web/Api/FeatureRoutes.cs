using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>
/// OGC API – Features, part 1 (core, GeoJSON, OpenAPI 3.0): the live layers of the structure that is shown, for QGIS and
/// its like. A reader in a shared meeting adds <c>?code=</c> to the address; links carry it on.
/// </summary>
internal static class FeatureRoutes
{
    private const int DefaultLimit = 100;
    private const int MostItems = 10_000;
    private const string GeoJson = "application/geo+json";
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder ogc)
    {
        ogc.MapGet("/", Landing).WithName("landing");
        ogc.MapGet("/conformance", () => TypedResults.Ok(new JsonObject
        {
            ["conformsTo"] = new JsonArray(
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30"),
        })).WithName("conformance");
        ogc.MapGet("/collections", Collections).WithName("collections");
        ogc.MapGet("/collections/{id}", Collection).WithName("collection");
        ogc.MapGet("/collections/{id}/items", Items).Produces<JsonObject>(StatusCodes.Status200OK, GeoJson).WithName("items");
        ogc.MapGet("/collections/{id}/items/{number:int}", Item).Produces<JsonObject>(StatusCodes.Status200OK, GeoJson).WithName("item");
    }

    private static Ok<JsonObject> Landing(HttpContext http, LiveSession session) => TypedResults.Ok(new JsonObject
    {
        ["title"] = "NavGeo: " + session.Original.Name.In(Problems.LanguageOf(http)),
        ["description"] = "The live layers of a NavGeo meeting.",
        ["links"] = new JsonArray(
            Link(http, "/ogc/", "self", Json),
            Link(http, "/openapi.json", "service-desc", "application/vnd.oai.openapi+json;version=3.0"),
            Link(http, "/ogc/conformance", "conformance", Json),
            Link(http, "/ogc/collections", "data", Json)),
    });

    private static Ok<JsonObject> Collections(HttpContext http, LiveSession session) => TypedResults.Ok(new JsonObject
    {
        ["links"] = new JsonArray(Link(http, "/ogc/collections", "self", Json)),
        ["collections"] = new JsonArray([.. session.Current.Layers.Names.Order(StringComparer.Ordinal).Select(n => (JsonNode)Describe(http, session, n))]),
    });

    private static Results<Ok<JsonObject>, NotFound> Collection(string id, HttpContext http, LiveSession session) =>
        session.Current.Layers.Find(id) is null ? TypedResults.NotFound() : TypedResults.Ok(Describe(http, session, id));

    private static JsonObject Describe(HttpContext http, LiveSession session, string id)
    {
        double[] extent = FeatureList.Of(session.Current.Layers, id).Extent;
        return new JsonObject
        {
            ["id"] = id,
            ["title"] = $"{id} ({session.Current.Situation.Chosen.Structure.Id})",
            ["itemType"] = "feature",
            ["crs"] = new JsonArray("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
            ["extent"] = new JsonObject
            {
                ["spatial"] = new JsonObject
                {
                    ["bbox"] = new JsonArray(new JsonArray([.. extent.Select(e => (JsonNode)e)])),
                    ["crs"] = "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                },
            },
            ["links"] = new JsonArray(
                Link(http, $"/ogc/collections/{id}", "self", Json),
                Link(http, $"/ogc/collections/{id}/items", "items", GeoJson)),
        };
    }

    private static Results<JsonHttpResult<JsonObject>, NotFound, BadRequest> Items(
        string id, HttpContext http, LiveSession session, string? bbox = null, int limit = DefaultLimit, int offset = 0)
    {
        if (session.Current.Layers.Find(id) is null) return TypedResults.NotFound();
        if (limit < 1 || offset < 0 || !TryBox(bbox, out double[]? box)) return TypedResults.BadRequest();
        FeatureList list = FeatureList.Of(session.Current.Layers, id);
        int[] matched = list.Within(box);
        int[] shown = [.. matched.Skip(offset).Take(Math.Min(limit, MostItems))];
        string path = $"/ogc/collections/{id}/items";
        string query = bbox is null ? "" : "&bbox=" + Uri.EscapeDataString(bbox);
        var links = new JsonArray(
            Link(http, path, "self", GeoJson, Page(limit, offset) + query),
            Link(http, $"/ogc/collections/{id}", "collection", Json));
        if (offset + shown.Length < matched.Length)
            links.Add((JsonNode)Link(http, path, "next", GeoJson, Page(limit, offset + shown.Length) + query));
        var answer = new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([.. shown.Select(list.Feature)]),
            ["numberMatched"] = matched.Length,
            ["numberReturned"] = shown.Length,
            ["timeStamp"] = session.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["links"] = links,
        };
        return TypedResults.Json(answer, contentType: GeoJson);
    }

    private static Results<JsonHttpResult<JsonNode>, NotFound> Item(string id, int number, HttpContext http, LiveSession session)
    {
        if (session.Current.Layers.Find(id) is null) return TypedResults.NotFound();
        FeatureList list = FeatureList.Of(session.Current.Layers, id);
        if (number < 0 || number >= list.Count) return TypedResults.NotFound();
        JsonNode feature = list.Feature(number);
        feature["links"] = new JsonArray(
            Link(http, $"/ogc/collections/{id}/items/{number}", "self", GeoJson),
            Link(http, $"/ogc/collections/{id}", "collection", Json));
        return TypedResults.Json(feature, contentType: GeoJson);
    }

    private static string Page(int limit, int offset) => string.Create(CultureInfo.InvariantCulture, $"limit={limit}&offset={offset}");

    private static bool TryBox(string? text, out double[]? box)
    {
        box = null;
        if (text is null) return true;
        string[] parts = text.Split(',');
        if (parts.Length is not (4 or 6)) return false;
        var numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return false;
        }
        int half = parts.Length / 2;
        box = [numbers[0], numbers[1], numbers[half], numbers[half + 1]];
        return true;
    }

    private static JsonObject Link(HttpContext http, string path, string relation, string type, string query = "")
    {
        string code = http.Request.Query["code"].ToString();
        if (code.Length > 0) query = query.Length == 0 ? "code=" + Uri.EscapeDataString(code) : query + "&code=" + Uri.EscapeDataString(code);
        return new JsonObject
        {
            ["href"] = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{path}{(query.Length == 0 ? "" : "?" + query)}",
            ["rel"] = relation,
            ["type"] = type,
        };
    }
}
