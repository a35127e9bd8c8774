using NavGeo.Benchmarks.Osm;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>
/// A town in OpenStreetMap's terms. The drawing places the nodes: a letter is a node, a column 0.01 degrees of longitude,
/// a row 0.005 of latitude, about 557 m each at 60 degrees north. Ways are lists of letters with tags; a road at 60 km/h
/// is <c>highway=residential,maxspeed=66.67</c> or so, but most tests only ask which way is taken.
/// </summary>
internal sealed class OsmTown : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly Dictionary<char, (double Longitude, double Latitude)> places = [];
    private readonly List<(long Id, long[] Nodes, string Tags)> ways = [];
    private readonly List<(long Id, (int Kind, long Id, string Role)[] Members, string Tags)> relations = [];
    private readonly Dictionary<char, string> nodeTags = [];

    public OsmTown(string drawing)
    {
        string[] rows = drawing.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                if (char.IsLetter(rows[row][column])) places.Add(rows[row][column], (10 + column * 0.01, 60 - row * 0.005));
            }
        }
    }

    public Findings Findings { get; } = new();

    public RoadNetwork? Network { get; private set; }

    /// <summary>A way over some nodes; its number is its position, from 1.</summary>
    public OsmTown Way(string nodes, string tags = "highway=residential")
    {
        ways.Add((ways.Count + 1, [.. nodes.Select(n => (long)n)], tags));
        return this;
    }

    public OsmTown Node(char node, string tags)
    {
        nodeTags.Add(node, tags);
        return this;
    }

    /// <summary>A turn restriction between two ways, by their numbers.</summary>
    public OsmTown Turn(string kind, int from, char via, int to, string more = "") =>
        Relation($"type=restriction,restriction={kind}{more}", (1, from, "from"), (0, via, "via"), (1, to, "to"));

    public OsmTown Relation(string tags, params (int Kind, long Id, string Role)[] members)
    {
        relations.Add((relations.Count + 1, members, tags));
        return this;
    }

    public byte[] Pbf() => PbfWriter.File(
        [.. places.Select(p => ((long)p.Key, p.Value.Longitude, p.Value.Latitude, nodeTags.GetValueOrDefault(p.Key, "")))], ways, relations);

    public OsmTown Open() => Open(Pbf(), "town.osm.pbf");

    public OsmTown Open(byte[] bytes, string name, ReadingRun? run = null)
    {
        string path = scratch.File(name);
        File.WriteAllBytes(path, bytes);
        Network = RoadFile.Open(path, Findings, run);
        return this;
    }

    /// <summary>Metres driven on the fastest way between two nodes; null where there is none.</summary>
    public double? Metres(char from, char to)
    {
        RoadGraph graph = Network!.Graph;
        var search = new DijkstraSearch(RoadMetric.Of(graph, TravelProfile.Car with { FerryWait = FerryWait.None }));
        search.Run(Snap(from), SearchDirection.FromStart);
        (TravelTime time, long millimetres) = search.WithOffRoad(Snap(to));
        return time.IsReachable ? millimetres / 1000.0 : null;
    }

    /// <summary>Steps of the drawing on the fastest way, rounded; null where there is none.</summary>
    public int? Steps(char from, char to) => Metres(from, to) is { } metres ? (int)Math.Round(metres / 557) : null;

    public void Dispose() => scratch.Dispose();

    private RoadSnap Snap(char node)
    {
        PlanePoint point = MapProjection.ForEpsg(Network!.Graph.Epsg).ToPlane(new GeoPoint(places[node].Longitude, places[node].Latitude));
        return new RoadSnapper(Network.Graph, TravelProfile.Car, null).SnapAll([point])[0].Snap;
    }
}
