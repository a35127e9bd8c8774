using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Web.Safety;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>What does not change during a meeting: names, classes, roads that can be closed, texts.</summary>
internal static class CaseRoutes
{
    private const string WebTexts = "web.";
    private const string GeoJson = "application/geo+json";

    /// <summary>The texts of the page are there before the door, which speaks too; the case is behind it.</summary>
    public static void Map(RouteGroupBuilder api, RouteGroupBuilder inside)
    {
        MapPhrases(api);
        inside.MapGet("/case", Case).Produces<CaseResponse>().WithName("case");
        inside.MapGet("/roads/places", (string road, HttpContext http) => TypedResults.Ok(PlaceAlong.Of(InsideFilter.ViewOf(http).Situation.Original, road))).WithName("roadPlaces");
        inside.MapGet("/boundaries", (HttpContext http, MeetingGround ground) => new Packed(ground.GeoJson, GeoJson).To(http))
            .Produces<Stream>(StatusCodes.Status200OK, GeoJson).WithName("boundaries");
    }

    /// <summary>The texts of the pages, in a language.</summary>
    public static void MapPhrases(RouteGroupBuilder api) => api.MapGet("/phrases/{language}", Phrases).WithTags(nameof(CaseRoutes)).WithName("phrases");

    private static FileContentHttpResult Case(HttpContext http, CaseTexts texts, MeetingRoom room) => texts.To(http, room);

    private static Results<Ok<Dictionary<string, string>>, NotFound> Phrases(string language)
    {
        if (!LanguageCode.TryParse(language, out UserLanguage known)) return TypedResults.NotFound();
        Phrasebook book = Phrasebook.For(known);
        return TypedResults.Ok(book.Keys.Where(k => k.StartsWith(WebTexts, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToDictionary(k => k[WebTexts.Length..], book.Template));
    }
}
