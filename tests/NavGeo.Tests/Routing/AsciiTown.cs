using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>
/// A town drawn in letters, whose times can be derived on paper: a step to the side or down is one kilometre, roads
/// are driven at 60 km/h, so a step is a minute. <c>-</c> <c>|</c> road, <c>~</c> <c>!</c> car ferry at 20 km/h (a step
/// is three minutes, the wait <see cref="WaitMinutes"/>), <c>=</c> passenger boat, <c>&gt;</c> one way to the right.
/// </summary>
internal sealed class AsciiTown
{
    public const double WaitMinutes = 10;

    private readonly Dictionary<char, PlanePoint> places;

    private AsciiTown(Dictionary<char, PlanePoint> places, RoadGraph graph)
    {
        this.places = places;
        Graph = graph;
    }

    public static TravelProfile Profile { get; } = new()
    {
        EuropeanKmh = 60,
        NationalKmh = 60,
        CountyKmh = 60,
        MunicipalKmh = 60,
        PrivateKmh = 60,
        UnknownKmh = 60,
        FerryKnots = 20 / TravelProfile.KilometresPerNauticalMile,
        FerryWait = FerryWait.Fixed(WaitMinutes),
        OffRoadKmh = 60,
    };

    public RoadGraph Graph { get; }

    public static AsciiTown Parse(string drawing)
    {
        string[] rows = drawing.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var places = new Dictionary<char, PlanePoint>();
        var builder = new RoadGraphBuilder(25833) { ContractsChains = false };
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                if (char.IsLetter(rows[row][column])) places.Add(rows[row][column], new PlanePoint(column * 1000.0, row * -1000.0));
            }
        }
        foreach ((char name, PlanePoint start) in places.OrderBy(p => p.Key))
        {
            int row = (int)(start.Northing / -1000);
            int column = (int)(start.Easting / 1000);
            Walk(row, column, 0, 1, "-~=>");
            Walk(row, column, 1, 0, "|!");
        }
        return new AsciiTown(places, builder.Build());

        char At(int row, int column) =>
            row < rows.Length && column < rows[row].Length ? rows[row][column] : ' ';

        void Walk(int row, int column, int down, int right, string signs)
        {
            (int r, int c) = (row + down, column + right);
            string way = "";
            while (signs.Contains(At(r, c), StringComparison.Ordinal))
            {
                way += At(r, c);
                (r, c) = (r + down, c + right);
            }
            if (!char.IsLetter(At(r, c)) || way.Length == 0) return;
            LinkKind kind = way[0] switch { '~' or '!' => LinkKind.CarFerry, '=' => LinkKind.PassengerBoat, _ => LinkKind.Road };
            builder.Add(new RoadLink
            {
                Shape = [new PlanePoint(column * 1000.0, row * -1000.0), new PlanePoint(c * 1000.0, r * -1000.0)],
                Kind = kind,
                Category = RoadCategory.County,
                Name = kind == LinkKind.Road ? null : $"{At(row, column)}–{At(r, c)}",
                Directions = way.Contains('>', StringComparison.Ordinal) ? LinkDirections.Forward : LinkDirections.Both,
            });
        }
    }

    /// <summary>The node of a place; for a quay the one on land.</summary>
    public int Node(char place) => Enumerable.Range(0, Graph.NodeCount)
        .First(n => Graph.NodePoints[n] == places[place] && IsOnLand(n));

    /// <summary>Minutes from one place to another; null where there is no way.</summary>
    public double? Minutes(char from, char to, TravelProfile? profile = null)
    {
        var search = new DijkstraSearch(RoadMetric.Of(Graph, profile ?? Profile));
        search.Run(Node(from), SearchDirection.FromStart);
        TravelTime time = TravelTime.FromMilliseconds(search.Milliseconds[Node(to)]);
        return time.IsReachable ? time.Minutes : null;
    }

    public PlanePoint Place(char place) => places[place];

    private bool IsOnLand(int node)
    {
        for (int position = Graph.ArcFirst[node]; position < Graph.ArcFirst[node + 1]; position++)
        {
            if (Graph.EdgeKinds[Graph.ArcEdges[position] >> 1].IsRoad()) return true;
        }
        return false;
    }
}
