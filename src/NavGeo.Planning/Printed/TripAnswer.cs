using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Printed;

/// <summary>How long and how far one of the ways asked about is, by the fastest way.</summary>
/// <param name="Trip">The way.</param>
/// <param name="Time">One way; may be unreachable.</param>
/// <param name="Kilometres">On the network; null where there is no way.</param>
public sealed record TripAnswer(CentreTrip Trip, TravelTime Time, decimal? Kilometres)
{
    /// <summary>Measures all ways of a case on a network.</summary>
    /// <param name="planningCase">The case; its own roads are used.</param>
    public static IReadOnlyList<TripAnswer> Of(PlanningCase planningCase)
    {
        var roads = RoadScenario.Of(planningCase.Roads, planningCase.Profile, planningCase.StandingEdits);
        RoadSnapper.Session snaps = new RoadSnapper(planningCase.Roads, planningCase.Profile, planningCase.Water).NewSession();
        var search = new DijkstraSearch(roads.Metric, roads.Open);
        return [.. planningCase.Figures.Trips.Select(Measure)];

        TripAnswer Measure(CentreTrip trip)
        {
            RoadSnap start = snaps.Snap(trip.Start);
            RoadSnap end = snaps.Snap(trip.End);
            if (start.State != SnapState.OnRoad || end.State != SnapState.OnRoad)
                return new TripAnswer(trip, TravelTime.Unreachable, null);
            search.Run(start, SearchDirection.FromStart);
            (TravelTime time, long millimetres) = search.WithOffRoad(end);
            return new TripAnswer(trip, time, time.IsReachable ? millimetres / 1_000_000m : null);
        }
    }
}
