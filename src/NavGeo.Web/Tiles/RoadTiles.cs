using System.Collections.Concurrent;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Web.Tiles;

/// <summary>
/// The roads of a network as vector tiles: a layer <c>roads</c> with a feature an edge (its id is the edge) and a layer
/// <c>signs</c> with a point for each road number and ferry on the tile. From far off only the roads one would name.
/// Immutable to its readers; any number of threads.
/// </summary>
internal sealed class RoadTiles
{
    private const int CountyZoom = 7;
    private const int EveryRoadZoom = 9;
    private const int CountySignZoom = 10;
    private const int BucketZoom = 8;
    private const int Buffer = 64;
    private const int MostKept = 4096;
    private const int MostSigns = 3;

    /// <summary>Signs of one road are no nearer to each other.</summary>
    private const long SignStep = TileNumber.Extent / 3;

    /// <summary>A corner is left out that would be nearer than this to the last: half a pixel.</summary>
    private const int LeastStep = 4;

    private readonly RoadGraph graph;
    private readonly int[] first;
    private readonly MapPoint[] points;
    private readonly TileBuckets buckets = new(BucketZoom);
    private readonly ConcurrentDictionary<TileNumber, byte[]> drawn = [];

    /// <param name="graph">The network.</param>
    /// <param name="lattice">From metres to the map.</param>
    public RoadTiles(RoadGraph graph, MapLattice lattice)
    {
        this.graph = graph;
        first = new int[graph.EdgeCount + 1];
        var all = new List<MapPoint>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            foreach (PlanePoint point in graph.Shape(edge)) all.Add(lattice.Of(point));
            first[edge + 1] = all.Count;
        }
        points = [.. all];
        for (int edge = 0; edge < graph.EdgeCount; edge++) Fill(edge);
    }

    /// <summary>A tile.</summary>
    public byte[] Tile(TileNumber number)
    {
        if (drawn.TryGetValue(number, out byte[]? known)) return known;
        byte[] made = Draw(number);
        if (drawn.Count >= MostKept) drawn.Clear();
        return drawn[number] = made;
    }

    private byte[] Draw(TileNumber number)
    {
        var roads = new TileLayer("roads");
        var lines = new ProtobufText();
        var signs = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (int edge in buckets.On(number))
        {
            if (!IsShown(edge, number.Zoom)) continue;
            lines.Clear();
            TileLines.Clip(number, points.AsSpan(first[edge], first[edge + 1] - first[edge]), LeastStep, Buffer, lines);
            if (lines.Length == 0) continue;
            bool isFerry = graph.EdgeKinds[edge].IsFerry();
            string name = NameOf(edge);
            if (name.Length > 0) roads.Property("name", name);
            roads.Property("class", ClassOf(edge));
            roads.Property("ferry", isFerry);
            if (graph.EdgeKinds[edge] == LinkKind.PassengerBoat) roads.Property("boat", true);
            roads.Feature(edge, TileShape.Line, lines.Span);
            if (name.Length == 0 || !(isFerry || number.Zoom >= CountySignZoom || ClassOf(edge) == 0)) continue;
            if (!signs.TryGetValue(name, out List<int>? bearers)) signs[name] = bearers = [];
            bearers.Add(edge);
        }
        var tile = new ProtobufText(4096);
        roads.AddTo(tile);
        Signs(number, signs).AddTo(tile);
        return tile.Span.ToArray();
    }

    /// <summary>
    /// Some signs a road and tile, each in the middle of an edge, the one nearest the tile's middle first: of them the map
    /// draws those that have room among sites and names.
    /// </summary>
    private TileLayer Signs(TileNumber number, SortedDictionary<string, List<int>> signs)
    {
        var layer = new TileLayer("signs");
        foreach ((string name, List<int> edges) in signs)
        {
            var placed = new List<(int X, int Y)>();
            foreach ((int edge, (int X, int Y) at) in edges.Select(e => (e, At: number.Within(Middle(e)))).OrderBy(m => Squared(m.At, (TileNumber.Extent / 2, TileNumber.Extent / 2))))
            {
                if (at.X is < 0 or >= TileNumber.Extent || at.Y is < 0 or >= TileNumber.Extent) continue;
                if (placed.Exists(other => Squared(at, other) < SignStep * SignStep)) continue;
                layer.Property("name", name);
                layer.Property("kind", SignOf(edge));
                layer.Feature(edge, TileShape.Point, TileGeometry.Point(at));
                placed.Add(at);
                if (placed.Count == MostSigns) break;
            }
        }
        return layer;

        static long Squared((int X, int Y) one, (int X, int Y) other) =>
            (long)(one.X - other.X) * (one.X - other.X) + (long)(one.Y - other.Y) * (one.Y - other.Y);
    }

    /// <summary>A boat that takes no cars is no ferry to who drives.</summary>
    private string SignOf(int edge) => graph.EdgeKinds[edge] switch
    {
        LinkKind.PassengerBoat => "boat",
        LinkKind.CarFerry => "ferry",
        _ => graph.EdgeCategories[edge] == RoadCategory.County ? "county" : "trunk",
    };

    private MapPoint Middle(int edge)
    {
        int count = first[edge + 1] - first[edge];
        MapPoint one = points[first[edge] + (count - 1) / 2];
        MapPoint other = points[first[edge] + count / 2];
        return new MapPoint((int)(((long)one.X + other.X) / 2), (int)(((long)one.Y + other.Y) / 2));
    }

    private string NameOf(int edge)
    {
        if (graph.EdgeKinds[edge].IsFerry()) return graph.NameOf(edge) ?? (graph.EdgeRoads[edge].IsNumbered ? graph.EdgeRoads[edge].ToString() : "");
        return graph.EdgeRoads[edge].IsNumbered ? graph.EdgeRoads[edge].ToString() : graph.NameOf(edge) ?? "";
    }

    /// <summary>0 for European and national roads, ferries and roads to be built, 1 for county roads, 2 for the rest.</summary>
    private int ClassOf(int edge) => graph.EdgeKinds[edge].IsFerry() || graph.EdgeKinds[edge] == LinkKind.NewRoad ? 0 : graph.EdgeCategories[edge] switch
    {
        RoadCategory.European or RoadCategory.National => 0,
        RoadCategory.County => 1,
        _ => 2,
    };

    private bool IsShown(int edge, int zoom) => graph.EdgeKinds[edge] != LinkKind.Boarding
        && (zoom >= EveryRoadZoom || ClassOf(edge) <= (zoom >= CountyZoom ? 1 : 0));

    private void Fill(int edge)
    {
        (int X, int Y) last = (-1, -1);
        for (int i = first[edge]; i < first[edge + 1]; i++)
        {
            (int X, int Y) bucket = TileNumber.At(points[i], BucketZoom);
            if (last.X < 0) last = bucket;
            // A long step is in every tile of the box around it.
            for (int x = Math.Min(last.X, bucket.X); x <= Math.Max(last.X, bucket.X); x++)
            {
                for (int y = Math.Min(last.Y, bucket.Y); y <= Math.Max(last.Y, bucket.Y); y++) buckets.Put((x, y), edge);
            }
            last = bucket;
        }
    }
}
