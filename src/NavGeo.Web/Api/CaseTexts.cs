using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>What the page needs to know of a case, written once a language: it does not change. Any number of threads.</summary>
internal sealed class CaseTexts(IOptions<JsonOptions> json)
{
    private readonly MadeOnce<MeetingBase, UserLanguage, Packed> known = new();

    /// <summary>The case of a meeting in the language a request asks for.</summary>
    public FileContentHttpResult To(HttpContext http, MeetingRoom room) => Of(room, Problems.LanguageOf(http)).To(http);

    /// <summary>Writes it before anybody asks.</summary>
    public void Prepare(MeetingRoom room) => Of(room, room.Base.Original.Language);

    private Packed Of(MeetingRoom room, UserLanguage language)
    {
        MeetingBase of = room.Base;
        return known.Of(of, language, () => new Packed(
            JsonSerializer.SerializeToUtf8Bytes(CaseResponse.Of(of.Original, of.Today, of.Tiles.KeyOf(of.Today), room.Options.HasBackgroundMap, language) with { StartPage = room.Options.StartPage?.AbsoluteUri }, json.Value.SerializerOptions),
            "application/json; charset=utf-8"));
    }
}
