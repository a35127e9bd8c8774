using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// Quays where a car ferry calls and the source draws no road: boarding edges that begin where nothing else is. Who lives
/// near one, and has no road over land, begins the journey there.
/// </summary>
internal sealed class Landings
{
    private readonly RoadSnap[] quays;

    private Landings(RoadGraph graph)
    {
        var found = new List<RoadSnap>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            int land = graph.EdgeFrom[edge];
            if (graph.EdgeKinds[edge] == LinkKind.Boarding && graph.ArcFirst[land + 1] - graph.ArcFirst[land] == 1)
                found.Add(new RoadSnap(SnapState.OnRoad, edge, 0, 0, graph.NodePoints[land]));
        }
        quays = [.. found];
    }

    /// <summary>Those of a network, remembered.</summary>
    public static Landings Of(RoadGraph graph) => NetworkCache.Get(graph, static roads => new Landings(roads));

    /// <summary>Whether an edge is what a place at a quay meets.</summary>
    public static bool Holds(RoadGraph graph, int edge) => graph.EdgeKinds[edge] == LinkKind.Boarding;

    /// <summary>
    /// The nearest quay on a place's own island: within <see cref="TravelProfile.MaximumDirectMetres"/>, with no more sea
    /// between than on the way to a road, <see cref="TravelProfile.MaximumSeaMetres"/>.
    /// </summary>
    public RoadSnap? Near(PlanePoint place, TravelProfile profile, WaterMask water)
    {
        RoadSnap? nearest = null;
        foreach (RoadSnap quay in quays)
        {
            double metres = quay.Point.DistanceTo(place);
            if (metres > (nearest?.GapMetres ?? profile.MaximumDirectMetres)) continue;
            if (metres > profile.MaximumSeaMetres && water.SeaMetres(place, quay.Point) > profile.MaximumSeaMetres) continue;
            nearest = quay with { GapMetres = metres };
        }
        return nearest;
    }
}
