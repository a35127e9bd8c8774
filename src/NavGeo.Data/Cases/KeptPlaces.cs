using NavGeo.Data.Kept;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Cases;

/// <summary>Where the people of a case meet the road, between two runs: for a country that takes three seconds to find.</summary>
internal static class KeptPlaces
{
    /// <summary>Fewer are found as fast as they are read.</summary>
    private const int LeastPlaces = 2000;

    /// <summary>Those of a case; null where they are not worth keeping, or its roads are no file.</summary>
    public static KnownPlaces? Of(CaseRoads roads, TravelProfile profile, Demand demand)
    {
        if (demand.Count < LeastPlaces || roads.Sha256 is not { } sha256) return null;
        PlanePoint[] points = demand.Points.ToArray();
        return new KnownPlaces(roads.Graph, profile, roads.Water, points, () => KeptFolder.Own.Get(
            KeptFolder.NameOf("places", sha256, KeptFolder.HashOf<PlanePoint>(points), profile.ToString()),
            reader => reader.Column<SnappedPlace>(),
            () => new RoadSnapper(roads.Graph, profile, roads.Water).SnapAll(points),
            (places, writer) =>
            {
                writer.Column<SnappedPlace>(places);
                return true;
            }));
    }
}
