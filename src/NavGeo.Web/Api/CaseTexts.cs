using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NavGeo.Planning.Language;
using NavGeo.Web.Meetings;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>What the page needs to know of a case, written once a language: it does not change. Any number of threads.</summary>
internal sealed class CaseTexts(LiveSession session, MapTiles tiles, MeetingOptions options, IOptions<JsonOptions> json)
{
    private readonly ConcurrentDictionary<UserLanguage, Lazy<Packed>> known = [];

    /// <summary>The case in the language a request asks for.</summary>
    public FileContentHttpResult To(HttpContext http) => Of(Problems.LanguageOf(http)).To(http);

    /// <summary>Writes it before anybody asks.</summary>
    public void Prepare() => Of(session.Original.Language);

    private Packed Of(UserLanguage language) => known.GetOrAdd(language, l => new(() => new Packed(
        JsonSerializer.SerializeToUtf8Bytes(CaseResponse.Of(session.Original, session.Today, tiles.KeyOf(session.Today), options.HasBackgroundMap, l), json.Value.SerializerOptions),
        "application/json; charset=utf-8"))).Value;
}
