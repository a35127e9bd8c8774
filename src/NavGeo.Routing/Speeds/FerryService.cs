using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Speeds;

/// <summary>
/// A ferry as people speak of it: the lines of one kind and name that hang together, from quay to quay, with the boarding
/// edges where one goes on board. Lines without a name are one where they hang together.
/// </summary>
public sealed record FerryService
{
    private FerryService()
    {
    }

    /// <summary>A ferry for cars, or a boat for people.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>Owner of the road of its longest line.</summary>
    public required RoadCategory Category { get; init; }

    /// <summary>Number of the road of its longest line.</summary>
    public required RoadNumber Road { get; init; }

    /// <summary>The name; null where it has none.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether NavGeo named it, by the places near its quays.</summary>
    public required bool IsNameAssumed { get; init; }

    /// <summary>Edges of the lines, ascending.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    /// <summary>Boarding edges at its quays, ascending; other ferries of the same road may share them.</summary>
    public required IReadOnlyList<int> Boardings { get; init; }

    /// <summary>Its quays, in the order of <see cref="Boardings"/>, and then the ends of its lines with no road.</summary>
    public required IReadOnlyList<PlanePoint> Quays { get; init; }

    /// <summary>Metres of all lines.</summary>
    public required double Metres { get; init; }

    /// <summary>All ferries of a network, in the order of their first lines.</summary>
    public static IReadOnlyList<FerryService> In(RoadGraph graph) => In(graph.ToColumns());

    /// <summary>The same before the network is finished.</summary>
    internal static IReadOnlyList<FerryService> In(RoadGraphColumns columns)
    {
        int[] lines = Edges(columns, kind => kind.IsFerry());
        ILookup<int, int> boardingsAt = Edges(columns, kind => kind == LinkKind.Boarding).ToLookup(e => columns.Edges.Of(EdgeTable.To)[e]);
        var hasRoad = new bool[columns.NodePoints.Length];
        foreach (int road in Edges(columns, kind => kind.IsRoad())) hasRoad[columns.Edges.Of(EdgeTable.From)[road]] = hasRoad[columns.Edges.Of(EdgeTable.To)[road]] = true;
        Dictionary<int, int> first = lines.ToDictionary(e => e, e => e);
        var known = new Dictionary<(int Node, LinkKind Kind, int Name), int>();
        foreach (int line in lines)
        {
            foreach (int node in (int[])[columns.Edges.Of(EdgeTable.From)[line], columns.Edges.Of(EdgeTable.To)[line]])
            {
                (int, LinkKind, int) key = (node, columns.Edges.Of(EdgeTable.Kind)[line], columns.Edges.Of(EdgeTable.Name)[line]);
                if (known.TryAdd(key, line)) continue;
                (int one, int other) = (FirstOf(known[key]), FirstOf(line));
                first[Math.Max(one, other)] = Math.Min(one, other);
            }
        }
        return [.. lines.GroupBy(FirstOf).OrderBy(g => g.Key).Select(g => Of(columns, [.. g], boardingsAt, b => !hasRoad[columns.Edges.Of(EdgeTable.From)[b]]))];

        int FirstOf(int line)
        {
            while (first[line] != line) line = first[line] = first[first[line]];
            return line;
        }
    }

    /// <summary>Minutes under way over all lines; those of a line are the same either way where it goes both.</summary>
    public double SailingMinutes(RoadGraph graph, TravelProfile profile) => Lines.Sum(line => SailingMilliseconds(graph, line, profile)) / 60_000.0;

    /// <summary>Whether the source gives all of that.</summary>
    public bool IsSailingGiven(RoadGraph graph) => Lines.All(line => !EdgeTimes.IsEstimated(graph, line));

    /// <summary>Minutes between departures: the source's, or the default of its road; 0 where no road leads to it.</summary>
    public double HeadwayMinutes(RoadGraph graph, TravelProfile profile) => Boardings.Count == 0 ? 0 : EdgeTimes.HeadwayMinutes(graph, Boardings[0], profile);

    /// <summary>Whether the source gives it.</summary>
    public bool IsHeadwayGiven(RoadGraph graph) => Boardings.Count > 0 && !EdgeTimes.IsEstimated(graph, Boardings[0]);

    private static int SailingMilliseconds(RoadGraph graph, int line, TravelProfile profile)
    {
        TravelProfile onBoard = profile with { UsesPassengerBoats = true };
        int forward = EdgeTimes.WinterMilliseconds(graph, line, onBoard, LinkDirections.Forward);
        if (forward != RoadMetric.Closed) return forward;
        int backward = EdgeTimes.WinterMilliseconds(graph, line, onBoard, LinkDirections.Backward);
        return backward == RoadMetric.Closed ? 0 : backward;
    }

    private static FerryService Of(RoadGraphColumns columns, int[] lines, ILookup<int, int> boardingsAt, Func<int, bool> isRoadless)
    {
        int longest = lines.MaxBy(line => columns.Edges.Of(EdgeTable.Length)[line]);
        IGrouping<int, int>[] ends = [.. lines.SelectMany(line => (int[])[columns.Edges.Of(EdgeTable.From)[line], columns.Edges.Of(EdgeTable.To)[line]]).GroupBy(node => node)];
        int[] boardings = [.. ends.SelectMany(node => boardingsAt[node.Key]).Order()];
        // Where two lines meet without a road the boat may only turn.
        HashSet<int> turns = [.. ends.Where(node => node.Count() > 1).SelectMany(node => boardingsAt[node.Key]).Where(b => isRoadless(b))];
        return new FerryService
        {
            Kind = columns.Edges.Of(EdgeTable.Kind)[longest],
            Category = columns.Edges.Of(EdgeTable.Category)[longest],
            Road = columns.Edges.Of(EdgeTable.Road)[longest],
            Name = columns.Edges.Of(EdgeTable.Name)[longest] is >= 0 and int name ? columns.Names[name] : null,
            IsNameAssumed = (columns.Edges.Of(EdgeTable.Flags)[longest] & LinkMarks.AssumedName) != 0,
            Lines = lines,
            Boardings = boardings,
            Quays =
            [
                .. boardings.Where(b => !turns.Contains(b)).Select(b => columns.NodePoints[columns.Edges.Of(EdgeTable.From)[b]]),
                .. ends.Where(node => node.Count() == 1 && !boardingsAt.Contains(node.Key)).Select(node => columns.NodePoints[node.Key]),
            ],
            Metres = lines.Sum(line => columns.Edges.Of(EdgeTable.Length)[line] / 1000.0),
        };
    }

    private static int[] Edges(RoadGraphColumns columns, Func<LinkKind, bool> isMeant)
    {
        var edges = new List<int>();
        for (int edge = 0; edge < columns.Edges.Of(EdgeTable.Kind).Length; edge++)
        {
            if (isMeant(columns.Edges.Of(EdgeTable.Kind)[edge])) edges.Add(edge);
        }
        return [.. edges];
    }
}
