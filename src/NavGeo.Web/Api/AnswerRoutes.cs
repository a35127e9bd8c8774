using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
using NavGeo.Reports.Json;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>The answer as it stands: figures as JSON, layers as GeoJSON. What the map shows comes as tiles.</summary>
internal static class AnswerRoutes
{
    private const string GeoJson = "application/geo+json";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/answer", (HttpContext http, AnswerTexts texts) => texts.To(http, InsideFilter.ViewOf(http)))
            .Produces<AnswerResponse>().WithName("answer");
        api.MapGet("/comparison", Compare).WithName("comparison");
        api.MapGet("/structures/{structure}", Structure).WithName("structure");
        api.MapGet("/log", (HttpContext http) =>
            TypedResults.Ok(AnswerResponse.Lines(InsideFilter.ViewOf(http), Problems.LanguageOf(http), int.MaxValue))).WithName("log");
        api.MapGet("/ledger", (HttpContext http, ChangeSince? since) =>
            TypedResults.Ok(LedgerLine.Of(Shown(InsideFilter.ViewOf(http), since), int.MaxValue))).WithName("ledger");
        api.MapGet("/sentences", (HttpContext http, ChangeSince? since) => TypedResults.Ok<IReadOnlyList<string>>(
            [.. ChangeSentences.Of(Shown(InsideFilter.ViewOf(http), since).Ledger).Select(s => s.In(Problems.LanguageOf(http)))])).WithName("sentences");
        api.MapGet("/drawn", (HttpContext http) => TypedResults.Bytes(InsideFilter.ViewOf(http).Drawn, GeoJson))
            .Produces<Stream>(StatusCodes.Status200OK, GeoJson).WithName("drawn");
        api.MapGet("/models", Models).WithName("models");
        api.MapGet("/layers/{name}", Layer).Produces<Stream>(StatusCodes.Status200OK, GeoJson).WithName("layer");
    }

    private static ComparedStructure Shown(MeetingView view, ChangeSince? since) => since?.IsStep == true ? view.SinceStep : view.Situation.Shown;

    /// <summary>
    /// A structure beside others: its figures under the edits, held against today and against itself before the last step, and
    /// which sites it keeps open.
    /// </summary>
    /// <param name="Now">Its figures.</param>
    /// <param name="Total">Against today.</param>
    /// <param name="Step">Against itself before the last step.</param>
    /// <param name="Sites">Where they stand and which are open.</param>
    /// <param name="Surface">Stands for its travel times.</param>
    /// <param name="Before">Stands for those before the last step.</param>
    internal sealed record PaneResponse(StructureLine Now, LedgerLine Total, LedgerLine Step, IReadOnlyList<AnswerResponse.SiteLine> Sites, string Surface, string Before);

    /// <summary>One figure of a model.</summary>
    /// <param name="Key">Of the indicator.</param>
    /// <param name="Value">By which models are put in order; null where there is none.</param>
    /// <param name="Text">As it is written.</param>
    /// <param name="Verdict">Against today.</param>
    internal sealed record ModelFigure(string Key, double? Value, string Text, Verdict Verdict);

    /// <summary>A model under the edits with all its figures, and what it does to people against today.</summary>
    internal sealed record ModelLine(string Id, string Name, bool IsEdited, IReadOnlyList<ModelFigure> Figures, LedgerLine Total);

    /// <summary>All models beside each other, in the case's order.</summary>
    private static Ok<List<ModelLine>> Models(HttpContext http)
    {
        Situation situation = InsideFilter.ViewOf(http).Situation;
        UserLanguage language = Problems.LanguageOf(http);
        return TypedResults.Ok(situation.Case.Structures.Select(s => Line(situation.Comparison.AgainstToday(situation.Find(s.Id)!))).ToList());

        ModelLine Line(ComparedStructure shown) => new(
            shown.Structure.Id, shown.Structure.Name.In(language), situation.IsEdited(shown.Structure), [.. ChangeLines.Told.Select(i => Figure(i, shown))], LedgerLine.Whole(shown.Change));

        ModelFigure Figure(Indicator indicator, ComparedStructure shown)
        {
            IndicatorPair pair = indicator.Against(IndicatorSubject.BaselineOf(shown), IndicatorSubject.Of(shown), Phrasebook.For(language));
            return new ModelFigure(indicator.Key, indicator.Value(IndicatorSubject.Of(shown)), pair.Now, pair.Verdict);
        }
    }

    /// <summary>All structures under the edits, as <c>navgeo compare --json</c> writes them.</summary>
    private static Ok<JsonObject> Compare(HttpContext http, LiveSession session) =>
        TypedResults.Ok(ComparisonJson.Of(session.Current.Situation.Publication, Problems.LanguageOf(http)));

    private static Results<Ok<PaneResponse>, NotFound> Structure(string structure, HttpContext http, MapTiles tiles)
    {
        MeetingView view = InsideFilter.ViewOf(http);
        Situation situation = view.Situation;
        if (situation.Find(structure) is not { } asked) return TypedResults.NotFound();
        StructureAccess before = view.Before.Find(structure)!.Access;
        return TypedResults.Ok(new PaneResponse(
            StructureLine.Of(situation.Case, asked.Access, Problems.LanguageOf(http)),
            LedgerLine.Whole(situation.Against(asked)),
            LedgerLine.Whole(asked.Against(before).Change),
            SituationLines.SitesOf(situation, asked),
            tiles.KeyOf(asked.Access),
            tiles.KeyOf(before)));
    }

    private static Results<FileContentHttpResult, NotFound> Layer(string name, LiveSession session) =>
        session.Current.Layers.Find(name) is { } bytes ? TypedResults.Bytes(bytes, GeoJson) : TypedResults.NotFound();
}
