using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Maps.Layers;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Visits;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>
/// Who comes to a site and home the same day without a car, of a meeting that was begun with a timetable: figures, who loses and who
/// gains, sentences, and the layer of the map. Searched when somebody first asks.
/// </summary>
internal static class VisitRoutes
{
    private const string GeoJson = "application/geo+json";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/visits", Find).WithName("visits");
        api.MapGet("/visits/layers/{structure}", Layer).Produces<Stream>(StatusCodes.Status200OK, GeoJson).WithName("visitLayer");
    }

    /// <summary>A structure without a car.</summary>
    /// <param name="Id">Of the structure.</param>
    /// <param name="Name">Of the structure.</param>
    /// <param name="WithDay">People who come there and home on at least one day.</param>
    /// <param name="WithoutDay">People for whom no day works.</param>
    /// <param name="DaysAWeek">Mean over everybody; null where nobody lives.</param>
    /// <param name="AwayMinutes">Of the median visit; null where there is none.</param>
    internal sealed record VisitLine(string Id, string Name, long WithDay, long WithoutDay, double? DaysAWeek, double? AwayMinutes);

    /// <summary>A municipality, or everybody: the structure that is shown against today.</summary>
    /// <param name="Kommunenummer">Null for everybody.</param>
    /// <param name="Name">Null for everybody.</param>
    /// <param name="Lose">People with fewer days than today.</param>
    /// <param name="LoseAll">Of these, those with none any more.</param>
    /// <param name="Gain">People with more days than today.</param>
    /// <param name="DaysBefore">Days a week today, a mean over everybody.</param>
    /// <param name="DaysAfter">The same now.</param>
    internal sealed record VisitChangeLine(string? Kommunenummer, string? Name, long Lose, long LoseAll, long Gain, double? DaysBefore, double? DaysAfter);

    /// <summary>Visits without a car as the meeting stands.</summary>
    /// <param name="Structures">All of them, in the case's order.</param>
    /// <param name="Ledger">Everybody, then municipality by municipality, those that lose most first; none is left out.</param>
    /// <param name="Step">What the last step does, in sentences; null before the first.</param>
    /// <param name="Altogether">What all that is in force does against today, in sentences.</param>
    /// <param name="Sentences">How one visits from where.</param>
    /// <param name="Notes">What the figures rest on, and what is assumed.</param>
    internal sealed record VisitsResponse(
        IReadOnlyList<VisitLine> Structures, IReadOnlyList<VisitChangeLine> Ledger, IReadOnlyList<string>? Step, IReadOnlyList<string> Altogether, IReadOnlyList<string> Sentences,
        IReadOnlyList<string> Notes);

    private static async Task<Results<Ok<VisitsResponse>, NotFound>> Find(HttpContext http, LiveSession session)
    {
        MeetingView view = InsideFilter.ViewOf(http);
        if (await session.VisitsAsync(view.Situation.Case, http.RequestAborted) is not { } study) return TypedResults.NotFound();
        StructureVisits today = (await session.VisitsAsync(session.Original, http.RequestAborted))!.Under(session.Original.GetStructure(session.Original.Baseline));
        StructureVisits now = study.Under(view.Situation.Chosen.Structure);
        StructureVisits? before = view.State.LastStep is null ? null
            : (await session.VisitsAsync(view.Before.Case, http.RequestAborted))!.Under(view.Before.Chosen.Structure);
        PlanningCase of = view.Situation.Case;
        Phrasebook book = Phrasebook.For(Problems.LanguageOf(http));
        return TypedResults.Ok(new VisitsResponse(
            [.. of.Structures.Select(s => Line(of, study.Under(s), book.Language))],
            [LineOf(of, today, now, null), .. Enumerable.Range(0, of.Municipalities.Count).Select(m => LineOf(of, today, now, m)).OrderByDescending(l => l.LoseAll).ThenByDescending(l => l.Lose).ThenByDescending(l => l.Gain)],
            before is null ? null : Said(VisitChange.Between(of, before, now).Sentences(), book),
            Said(VisitChange.Between(of, today, now).Sentences(), book),
            Said(VisitSentences.Of(of, now), book),
            Said(VisitSentences.Notes(study), book)));
    }

    private static string[] Said(IEnumerable<Phrase> sentences, Phrasebook book) => [.. sentences.Select(book.Say)];

    private static VisitLine Line(PlanningCase of, StructureVisits visits, UserLanguage language) => new(
        visits.Structure.Id, visits.Structure.Name.In(language), visits.PeopleWithDay(of), visits.PeopleWithoutDay(of), visits.DaysAWeek(of), visits.MedianAwayMinutes(of));

    private static VisitChangeLine LineOf(PlanningCase of, StructureVisits today, StructureVisits now, int? municipality)
    {
        var change = VisitChange.Between(of, today, now, municipality);
        Municipality? named = municipality is { } m ? of.Municipalities[m] : null;
        return new VisitChangeLine(named?.Number, named?.Name, change.Lose, change.LoseAll, change.Gain, Days(today), Days(now));

        double? Days(StructureVisits visits) => municipality is { } one ? visits.In(of, one).DaysAWeek : visits.DaysAWeek(of);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Layer(string structure, HttpContext http, LiveSession session)
    {
        Situation situation = InsideFilter.ViewOf(http).Situation;
        if (situation.Find(structure) is not { } asked || await session.VisitsAsync(situation.Case, http.RequestAborted) is not { } study) return TypedResults.NotFound();
        return TypedResults.Bytes(new LayerFiles(situation.Publication.With(study), asked).Find(StructureLayers.Visits)!, GeoJson);
    }
}
