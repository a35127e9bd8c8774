using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Networks;

/// <summary>What there is in a network, and what in it is suspicious. Computed once, in the order of the graph.</summary>
public sealed class NetworkReview
{
    /// <summary>A part with less road than this is a car park or the edge of an extract, and too common to be suspicious.</summary>
    private const double LeastPartKilometres = 1;

    /// <summary>Roads that cannot be left, or not be reached, are common where an extract ends; less than this is a parking place.</summary>
    private const double LeastTrapMetres = 100;

    private NetworkReview(IReadOnlyDictionary<RoadCategory, (int Links, double Kilometres)> byCategory, IReadOnlyList<SuspiciousPlace> places)
    {
        ByCategory = byCategory;
        Places = places;
    }

    /// <summary>Links and kilometres of road (no ferries) by owner, in the order of the categories.</summary>
    public IReadOnlyDictionary<RoadCategory, (int Links, double Kilometres)> ByCategory { get; }

    /// <summary>By kind, then in the order of the graph.</summary>
    public IReadOnlyList<SuspiciousPlace> Places { get; }

    /// <summary>Links one may drive one way only.</summary>
    public int OneWay { get; private init; }

    /// <summary>Links winter closes.</summary>
    public int ClosedInWinter { get; private init; }

    /// <summary>Roads whose speed the source gives, and those that take a default.</summary>
    public (int Given, int Assumed) Speeds { get; private init; }

    /// <summary>Kilometres of road by what their limit, or given time, rests on.</summary>
    public LimitBasis Limits { get; private init; }

    /// <summary>Car ferries whose sailing time the source gives, and all of them.</summary>
    public (int Timed, int All) Ferries { get; private init; }

    /// <summary>Share of the kilometres within which one can drive from everywhere to everywhere, 0 to 1.</summary>
    public double CoreShare { get; private init; }

    /// <summary>Share of the roads' kilometres that lie in the largest part, 0 to 1.</summary>
    public double LargestShare { get; private init; }

    /// <summary>Goes through a network.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="behind">Places with the people behind them (<see cref="PeopleBehind"/>), which come last; null for none.</param>
    public static NetworkReview Of(RoadGraph graph, IReadOnlyList<SuspiciousPlace>? behind = null)
    {
        var byCategory = new SortedDictionary<RoadCategory, (int Links, double Kilometres)>();
        int oneWay = 0, winter = 0, given = 0, assumed = 0, timed = 0, ferries = 0;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            LinkKind kind = graph.EdgeKinds[edge];
            if (graph.EdgeDirections[edge] is LinkDirections.Forward or LinkDirections.Backward) oneWay++;
            if (graph.EdgeClosedInWinter[edge]) winter++;
            if (kind == LinkKind.CarFerry)
            {
                ferries++;
                if (graph.EdgeForwardGiven[edge] != RoadGraph.NotGiven) timed++;
            }
            if (!kind.IsRoad() || kind == LinkKind.QuayLink) continue;
            (int links, double kilometres) = byCategory.GetValueOrDefault(graph.EdgeCategories[edge]);
            byCategory[graph.EdgeCategories[edge]] = (links + 1, kilometres + graph.EdgeLengths[edge] / 1e6);
            if (HasGivenSpeed(graph, edge)) given++;
            else assumed++;
        }
        var core = new TwoWayCore(graph);
        double all = graph.Report.Parts.Sum(p => p.Kilometres);
        return new NetworkReview(byCategory, [.. DeadEnds(graph), .. Parts(graph), .. Quays(graph), .. SpeedPlaces(graph), .. Traps(core), .. behind ?? []])
        {
            OneWay = oneWay,
            ClosedInWinter = winter,
            Speeds = (given, assumed),
            Limits = BasisOf(graph),
            Ferries = (timed, ferries),
            CoreShare = core.Share,
            LargestShare = all > 0 ? graph.Report.Parts[0].Kilometres / all : 0,
        };
    }

    private static LimitBasis BasisOf(RoadGraph graph)
    {
        var kilometres = new double[5];
        for (int edge = 0; edge < graph.EdgeCount; edge++) kilometres[(int)SpeedBases.Of(graph, edge)] += graph.EdgeLengths[edge] / 1e6;
        return new LimitBasis(kilometres[1], kilometres[2], kilometres[3], kilometres[4]);
    }

    private static bool HasGivenSpeed(RoadGraph graph, int edge) => SpeedBases.Of(graph, edge) != SpeedBasis.Guessed;

    private static IEnumerable<SuspiciousPlace> DeadEnds(RoadGraph graph)
    {
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (graph.ArcFirst[node + 1] - graph.ArcFirst[node] != 1) continue;
            int edge = graph.ArcEdges[graph.ArcFirst[node]] >> 1;
            if (graph.EdgeKinds[edge] != LinkKind.Motorway) continue;
            yield return new SuspiciousPlace(SuspicionKind.DeadEndMotorway, graph.NodePoints[node], NameOf(graph, edge), graph.EdgeLengths[edge] / 1000.0);
        }
    }

    private static IEnumerable<SuspiciousPlace> Parts(RoadGraph graph) => graph.Report.Parts.Skip(1)
        .Where(p => p.Kilometres >= LeastPartKilometres)
        .Select(p => new SuspiciousPlace(SuspicionKind.CutOffPart, p.Somewhere, "", p.Kilometres * 1000));

    private static IEnumerable<SuspiciousPlace> Traps(TwoWayCore core) => core.Traps
        .Where(t => t.Metres >= LeastTrapMetres)
        .Select(t => new SuspiciousPlace(SuspicionKind.OneWayTrap, t.Somewhere, "", t.Metres));

    private static IEnumerable<SuspiciousPlace> Quays(RoadGraph graph) =>
    [
        .. graph.Report.OpenQuays.Select(q => new SuspiciousPlace(SuspicionKind.OpenQuay, q.Quay, q.Road.ToString(), q.Metres)),
        .. graph.Report.QuayLinks.Select(q => new SuspiciousPlace(SuspicionKind.GuessedQuay, q.Quay, q.Road.ToString(), q.Metres)),
    ];

    private static List<SuspiciousPlace> SpeedPlaces(RoadGraph graph)
    {
        double given = 0;
        var places = new List<SuspiciousPlace>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!graph.EdgeKinds[edge].IsRoad() || graph.EdgeKinds[edge] == LinkKind.QuayLink) continue;
            bool isMain = graph.EdgeKinds[edge] != LinkKind.Road || graph.EdgeCategories[edge] is RoadCategory.European or RoadCategory.National;
            if (!isMain) continue;
            double metres = graph.EdgeLengths[edge] / 1000.0;
            if (HasGivenSpeed(graph, edge))
            {
                given += metres;
                continue;
            }
            ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
            PlanePoint middle = shape.Length > 2 ? shape[shape.Length / 2] : shape[0].Towards(shape[^1], 0.5);
            places.Add(new SuspiciousPlace(SuspicionKind.AssumedSpeed, middle, NameOf(graph, edge), metres));
        }
        // Where most main roads have no speed of their own, the source is like that, and a list of them all helps nobody.
        return given >= places.Sum(p => p.Metres) ? places : [];
    }

    private static string NameOf(RoadGraph graph, int edge) =>
        graph.EdgeRoads[edge].IsNumbered ? graph.EdgeRoads[edge].ToString() : graph.NameOf(edge) ?? "";
}

/// <summary>What the speeds of roads rest on, in kilometres.</summary>
/// <param name="Own">A limit or time of the stretch itself.</param>
/// <param name="OfRoad">The limit of the same road elsewhere.</param>
/// <param name="OfClass">The limit of roads of the same class.</param>
/// <param name="Guessed">Nothing; the profile's speed.</param>
public readonly record struct LimitBasis(double Own, double OfRoad, double OfClass, double Guessed);
