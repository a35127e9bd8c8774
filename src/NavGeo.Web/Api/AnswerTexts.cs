using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NavGeo.Planning.Language;
using NavGeo.Web.Meetings;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>
/// The answer of each moment as text, written once a language however many ask: a hundred who follow ask in the same
/// second. Any number of threads.
/// </summary>
internal sealed class AnswerTexts(IOptions<JsonOptions> json)
{
    private readonly ConditionalWeakTable<MeetingView, ConcurrentDictionary<UserLanguage, Lazy<Packed>>> known = [];

    /// <summary>The answer of a moment in the language a request asks for.</summary>
    public FileContentHttpResult To(HttpContext http, MeetingView view)
    {
        ConcurrentDictionary<UserLanguage, Lazy<Packed>> texts = known.GetValue(view, _ => []);
        MapTiles tiles = http.RequestServices.GetRequiredService<MapTiles>();
        return texts.GetOrAdd(Problems.LanguageOf(http), language => new(() => Write(view, language, tiles))).Value.To(http);
    }

    private Packed Write(MeetingView view, UserLanguage language, MapTiles tiles) =>
        new(JsonSerializer.SerializeToUtf8Bytes(AnswerResponse.Of(view, language, tiles), json.Value.SerializerOptions), "application/json; charset=utf-8");
}
