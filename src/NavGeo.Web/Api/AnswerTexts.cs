using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Web.Meetings;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>
/// The answer of each moment as text, written once a language however many ask: a hundred who follow ask in the same
/// second. Any number of threads.
/// </summary>
internal sealed class AnswerTexts(IOptions<JsonOptions> json)
{
    private readonly MadeOnce<MeetingView, UserLanguage, Packed> known = new();

    /// <summary>The answer of a moment in the language a request asks for.</summary>
    public FileContentHttpResult To(HttpContext http, MeetingView view)
    {
        UserLanguage language = Problems.LanguageOf(http);
        MapTiles tiles = http.RequestServices.GetRequiredService<MapTiles>();
        return known.Of(view, language, () => Write(view, language, tiles)).To(http);
    }

    private Packed Write(MeetingView view, UserLanguage language, MapTiles tiles) =>
        new(JsonSerializer.SerializeToUtf8Bytes(AnswerResponse.Of(view, language, tiles), json.Value.SerializerOptions), "application/json; charset=utf-8");
}
