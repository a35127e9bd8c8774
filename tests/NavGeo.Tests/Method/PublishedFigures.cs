using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Method;

/// <summary>Trips between named places on the real N1000 roads, for holding NavGeo against published figures.</summary>
internal sealed class PublishedFigures
{
    private static readonly Dictionary<string, GeoPoint> Places = new(StringComparer.Ordinal)
    {
        ["Geilo"] = new(8.2065, 60.5345),
        ["Flå"] = new(9.4640, 60.4290),
        ["Å"] = new(12.9826, 67.8793),
        ["Leknes"] = new(13.6115, 68.1475),
        ["Fredrikstad"] = new(10.9347, 59.2205),
        ["Halden"] = new(11.3875, 59.1230),
        ["Oslo"] = new(10.7461, 59.9127),
        ["Hønefoss"] = new(10.2580, 60.1680),
        ["Moskenes"] = new(13.0500, 67.9000),
        ["Svolvær"] = new(14.5680, 68.2340),
        ["Andenes"] = new(16.1200, 69.3150),
        ["Bindal (Terråk)"] = new(12.3700, 65.0900),
        ["Bodø"] = new(14.4050, 67.2800),
        ["Værøy"] = new(12.6800, 67.6700),
        ["Røst"] = new(12.0800, 67.5200),
    };

    private readonly RoadNetwork network;

    public PublishedFigures() => network = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());

    /// <summary>Minutes and kilometres of the fastest way.</summary>
    public (TravelTime Time, double Kilometres) Trip(string from, string to, TravelProfile profile, bool withFerries = true)
    {
        RoadMetric metric = RoadMetric.Of(network.Graph, profile);
        if (!withFerries)
        {
            bool[] ferries = [.. network.Graph.EdgeKinds.ToArray().Select(k => k.IsFerry() || k == LinkKind.Boarding)];
            metric = metric.Without(ferries);
        }
        var snapper = new RoadSnapper(network.Graph, profile, network.Water);
        var search = new DijkstraSearch(metric);
        search.Run(Snap(snapper, from), SearchDirection.FromStart);
        (TravelTime time, long millimetres) = search.WithOffRoad(Snap(snapper, to));
        return (time, millimetres / 1e6);
    }

    private static RoadSnap Snap(RoadSnapper snapper, string place) =>
        snapper.NewSession().Snap(MapProjection.Norway.ToPlane(Places[place]));
}
