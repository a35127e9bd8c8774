using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Json;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>The answer as it stands: figures as JSON, layers as GeoJSON. What the map shows comes as tiles.</summary>
internal static class AnswerRoutes
{
    private const string GeoJson = "application/geo+json";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/answer", (HttpContext http, LiveSession session, AnswerTexts texts) => texts.To(http, session.Current))
            .Produces<AnswerResponse>().WithName("answer");
        api.MapGet("/comparison", Compare).WithName("comparison");
        api.MapGet("/structures/{structure}", Structure).WithName("structure");
        api.MapGet("/log", (HttpContext http, LiveSession session) =>
            TypedResults.Ok(AnswerResponse.Lines(session.Current, Problems.LanguageOf(http), int.MaxValue))).WithName("log");
        api.MapGet("/ledger", (LiveSession session) =>
            TypedResults.Ok(LedgerLine.Of(session.Current.Situation, int.MaxValue))).WithName("ledger");
        api.MapGet("/sentences", (HttpContext http, LiveSession session) => TypedResults.Ok<IReadOnlyList<string>>(
            [.. ChangeSentences.Of(session.Current.Situation.Ledger).Select(s => s.In(Problems.LanguageOf(http)))])).WithName("sentences");
        api.MapGet("/layers/{name}", Layer).Produces<Stream>(StatusCodes.Status200OK, GeoJson).WithName("layer");
    }

    /// <summary>A structure beside others: its figures under the edits, held against today, and which sites it keeps open.</summary>
    internal sealed record PaneResponse(StructureLine Now, LedgerLine Total, IReadOnlyList<AnswerResponse.SiteLine> Sites, string Surface);

    /// <summary>All structures under the edits, as <c>navgeo compare --json</c> writes them.</summary>
    private static Ok<JsonObject> Compare(HttpContext http, LiveSession session) =>
        TypedResults.Ok(ComparisonJson.Of(session.Current.Situation.Publication, Problems.LanguageOf(http)));

    private static Results<Ok<PaneResponse>, NotFound> Structure(string structure, HttpContext http, LiveSession session, MapTiles tiles)
    {
        Situation situation = session.Current.Situation;
        return situation.Find(structure) is not { } asked ? TypedResults.NotFound() : TypedResults.Ok(new PaneResponse(
            StructureLine.Of(situation.Case, asked.Access, Problems.LanguageOf(http)),
            LedgerLine.Whole(situation.Against(asked)),
            SituationLines.SitesOf(situation, asked),
            tiles.KeyOf(asked.Access)));
    }

    private static Results<FileContentHttpResult, NotFound> Layer(string name, LiveSession session) =>
        session.Current.Layers.Find(name) is { } bytes ? TypedResults.Bytes(bytes, GeoJson) : TypedResults.NotFound();
}
