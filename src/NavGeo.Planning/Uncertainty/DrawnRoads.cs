using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Uncertainty;

/// <summary>The roads of a study with their errors drawn: which edges share which error. Immutable; any number of threads may draw.</summary>
internal sealed class DrawnRoads
{
    private readonly RoadMetric metric;
    private readonly RoadMetric open;
    private readonly UncertaintyModel model;
    private readonly TimeErrorClass[] classes;
    private readonly int[] regions;
    private readonly int[] roads;
    private readonly int regionCount;
    private readonly int roadCount;

    /// <param name="metric">Times of the edges, with closures.</param>
    /// <param name="open">The same without.</param>
    /// <param name="model">How far they may be off.</param>
    public DrawnRoads(RoadMetric metric, RoadMetric open, UncertaintyModel model)
    {
        (this.metric, this.open, this.model) = (metric, open, model);
        RoadGraph graph = metric.Graph;
        classes = new TimeErrorClass[graph.EdgeCount];
        regions = new int[graph.EdgeCount];
        roads = new int[graph.EdgeCount];
        var regionOf = new Dictionary<(TimeErrorClass, int, int), int>();
        var roadOf = new Dictionary<(TimeErrorClass, RoadNumber, int, int), int>();
        for (int edge = 0; edge < classes.Length; edge++)
        {
            classes[edge] = EdgeTimes.ClassOf(graph, edge);
            PlanePoint point = graph.Shape(edge)[0];
            (int x, int y) = ((int)Math.Floor(point.Easting / model.RegionMetres), (int)Math.Floor(point.Northing / model.RegionMetres));
            regions[edge] = Index(regionOf, (classes[edge], x, y));
            // A crossing is known by its road and name; a road without a number shares its error with those of its kind near by.
            bool isBoat = classes[edge] is TimeErrorClass.Wait or TimeErrorClass.Sailing;
            roads[edge] = Index(roadOf, (classes[edge], graph.EdgeRoads[edge], isBoat ? graph.EdgeNames[edge] : x, isBoat ? x ^ (y << 12) : y));
        }
        (regionCount, roadCount) = (regionOf.Count, roadOf.Count);

        static int Index<TKey>(Dictionary<TKey, int> known, TKey key)
            where TKey : notnull
        {
            if (!known.TryGetValue(key, out int index)) known[key] = index = known.Count;
            return index;
        }
    }

    /// <summary>The times of one draw, with closures and without; as they stand where nothing is drawn.</summary>
    public (RoadMetric Metric, RoadMetric Open) Draw(HashedNormal? numbers)
    {
        if (numbers is not { } random) return (metric, open);
        var ofRegion = new double[regionCount];
        var ofRoad = new double[roadCount];
        for (int i = 0; i < ofRegion.Length; i++) ofRegion[i] = model.Region * random.Of(DrawStream.Region, i);
        for (int i = 0; i < ofRoad.Length; i++) ofRoad[i] = random.Of(DrawStream.Road, i);
        double wait = model.Wait * random.Of(DrawStream.Wait, 0);
        double[] ofClass = [.. ((double[])[model.Trunk, model.County, model.OtherRoads]).Select((deviation, i) => deviation * random.Of(DrawStream.Class, i))];
        var factors = new double[classes.Length];
        ReadOnlySpan<float> headways = metric.Graph.EdgeHeadways;
        for (int edge = 0; edge < factors.Length; edge++)
        {
            double own = ofRoad[roads[edge]];
            double power = classes[edge] switch
            {
                TimeErrorClass.Planned => 0,
                TimeErrorClass.Sailing => model.Sailing * own,
                TimeErrorClass.Wait => wait + Math.Sqrt(model.Crossing * model.Crossing + (headways[edge] > 0 ? 0 : model.UnknownHeadway * model.UnknownHeadway)) * own,
                _ => ofClass[(int)classes[edge]] + ofRegion[regions[edge]] + model.Road * own,
            };
            factors[edge] = power == 0 ? 1 : Math.Exp(power);
        }
        return Times(factors);
    }

    /// <summary>Every edge's time multiplied with a factor of its own, with closures and without.</summary>
    public (RoadMetric Metric, RoadMetric Open) Times(double[] factors)
    {
        RoadMetric drawn = Scaled(open, factors);
        return (ReferenceEquals(metric, open) || metric.HasSameTimesAs(open) ? drawn : Scaled(metric, factors), drawn);
    }

    /// <summary>Which edges are of a class.</summary>
    public bool[] Of(TimeErrorClass of) => [.. classes.Select(c => c == of)];

    private static RoadMetric Scaled(RoadMetric times, double[] factors)
    {
        int[] forward = times.Forward.ToArray();
        int[] backward = times.Backward.ToArray();
        for (int edge = 0; edge < factors.Length; edge++)
        {
            if (factors[edge] == 1) continue;
            forward[edge] = Scaled(forward[edge], factors[edge]);
            backward[edge] = Scaled(backward[edge], factors[edge]);
        }
        return times.With(forward, backward);
    }

    private static int Scaled(int milliseconds, double factor) =>
        milliseconds == RoadMetric.Closed ? milliseconds : checked((int)Math.Round(milliseconds * factor, MidpointRounding.AwayFromZero));
}
