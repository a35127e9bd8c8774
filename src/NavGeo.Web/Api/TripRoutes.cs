using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Trips;
using NavGeo.Routing;
using NavGeo.Routing.Speeds;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Api;

/// <summary>The way from a place to its site: minutes, roads by number, ferry and wait, and the line on the map.</summary>
internal static class TripRoutes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/trips/{place:int}", Find).WithName("trip");

    /// <summary>A leg of the way, with its mean speed limit where one is known, and what most of its speed rests on.</summary>
    internal sealed record LegLine(TripLegKind Kind, string Name, double Km, double Minutes, double? LimitKmh, SpeedBasis LimitOf);

    /// <summary>The way from a place, which lies at so many degrees east and north; no site and no line where the place reaches none. Minutes before the last step and today are to the same site, where one was asked for.</summary>
    internal sealed record TripResponse(
        string? Place, string? Municipality, string? Site, string? SiteName, double? Minutes, int? Milliseconds, double? MinutesBefore, double? MinutesToday,
        double Longitude, double Latitude, IReadOnlyList<LegLine> Legs, IReadOnlyList<double[]> Line);

    /// <param name="site">The way to this site alone; to the nearest open one where null.</param>
    private static Results<Ok<TripResponse>, NotFound> Find(int place, HttpContext http, LiveSession session, MapTiles tiles, string? structure = null, string? site = null)
    {
        MeetingView view = InsideFilter.ViewOf(http);
        Situation situation = view.Situation;
        PlanningCase edited = situation.Case;
        StructureAccess? shown = site is null ? situation.Find(structure)?.Access : tiles.Alone(situation.Comparison.Study, site);
        if (shown is null || place < 0 || place >= edited.Demand.Count) return TypedResults.NotFound();
        double? today = Minutes(site is null ? situation.Today : tiles.AloneBefore(session.Start, site), place);
        double? before = Minutes(
            site is not null ? tiles.AloneBefore(view.Before.Comparison.Study, site) : (structure is null ? view.Before.Chosen : view.Before.Find(structure)!).Access, place);
        string? name = edited.Demand.Names[place];
        string? municipality = edited.Demand.Municipalities[place] is >= 0 and var index ? edited.Municipalities[index].Name : null;
        MapProjection projection = MapProjection.ForEpsg(edited.Epsg);
        double[] here = Degrees(projection.ToGeo(edited.Demand.Points[place]));
        if (TripFinder.Of(situation.Comparison.Study, shown.Assignment, place) is not { } trip)
            return TypedResults.Ok(new TripResponse(name, municipality, null, null, null, null, before, today, here[0], here[1], [], []));
        return TypedResults.Ok(new TripResponse(
            name,
            municipality,
            edited.Sites[trip.Site].Id,
            edited.Sites[trip.Site].Name,
            trip.Milliseconds / 60_000.0,
            trip.Milliseconds,
            before,
            today,
            here[0],
            here[1],
            [.. trip.Legs.Select(l => new LegLine(l.Kind, l.Name, l.Millimetres / 1e6, l.Milliseconds / 60_000.0, l.Limits.Kmh, l.Limits.Mostly))],
            [.. trip.Line.Select(p => Degrees(projection.ToGeo(p)))]));
    }

    private static double? Minutes(StructureAccess access, int place) =>
        access.Assignment.TimeOf(place) is { IsReachable: true } time ? time.Minutes : null;

    private static double[] Degrees(GeoPoint point) => [Math.Round(point.Longitude, 6), Math.Round(point.Latitude, 6)];
}
