using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Sweeps;

/// <summary>What can be taken away from a case: its links and ferries whatever the structure, its sites and offices by structure.</summary>
internal sealed class ClosureQuestions
{
    private readonly AccessStudy study;
    private readonly PlanningCase planningCase;
    private readonly RoadGraph graph;
    private readonly ClosureTitles titles;
    private readonly NearestPeople people;

    public ClosureQuestions(AccessStudy study)
    {
        this.study = study;
        planningCase = study.Case;
        graph = study.Scenario.Graph;
        titles = new ClosureTitles(planningCase, graph);
        people = new NearestPeople(planningCase.Demand);
    }

    /// <summary>Every road edge that is open; not those NavGeo laid itself, down to a quay.</summary>
    public IReadOnlyList<ClosureQuestion> Links()
    {
        RoadMetric metric = study.Metric;
        return
        [
            .. Enumerable.Range(0, graph.EdgeCount)
                .Where(e => graph.EdgeKinds[e].IsRoad() && graph.EdgeKinds[e] != LinkKind.QuayLink
                    && (metric.Forward[e] != RoadMetric.Closed || metric.Backward[e] != RoadMetric.Closed))
                .Select(e => OfRoads("link", new Closure(ClosureKind.Road, graph.NameOf(e), graph.EdgeRoads[e].IsNumbered ? graph.EdgeRoads[e] : new RoadNumber(graph.EdgeCategories[e], 0), [e]))),
        ];
    }

    /// <summary>Every ferry service.</summary>
    public IReadOnlyList<ClosureQuestion> Ferries() => [.. ClosureList.Ferries(graph).Select(c => OfRoads("ferry", c))];

    /// <summary>Every site that a structure keeps open.</summary>
    public IReadOnlyList<ClosureQuestion> Sites(bool[] open) =>
    [
        .. Enumerable.Range(0, open.Length).Where(s => open[s]).Select(s => new ClosureQuestion(
            planningCase.Sites[s].Id, new(new Phrase("sweep.site", planningCase.Sites[s].Name)), default, planningCase.SitePoints[s],
            Municipality(planningCase.Sites[s].Municipality), [new ClosureWay([], [s])])),
    ];

    /// <summary>Every two offices of a structure of which people side by side go to the one and to the other.</summary>
    public IReadOnlyList<ClosureQuestion> Pairs(Structure structure, NearestForest forest)
    {
        var siteIndex = planningCase.Sites.Index().ToDictionary(s => s.Item.Id, s => s.Index, StringComparer.Ordinal);
        int[][] sites = [.. structure.Offices.Select(o => (int[])[.. o.OpenSites.Distinct(StringComparer.Ordinal).Select(id => siteIndex[id])])];
        int[] keepers = new int[planningCase.Sites.Count];
        foreach (int site in sites.SelectMany(s => s)) keepers[site]++;
        return [.. Neighbours(sites, forest).Select(p => OfPair(structure, sites, keepers, p.First, p.Second))];
    }

    private ClosureQuestion OfPair(Structure structure, int[][] sites, int[] keepers, int first, int second)
    {
        (Office one, Office other) = (structure.Offices[first], structure.Offices[second]);
        // A site that a third office keeps too stays; one that only these two keep stays with either.
        ClosureWay Keeping(int kept, int closed) => new([], [.. sites[closed].Where(s => keepers[s] == 1)], structure.Offices[kept].Name, structure.Offices[closed].Name);
        (PlanePoint a, PlanePoint b) = (planningCase.SitePoints[sites[first][0]], planningCase.SitePoints[sites[second][0]]);
        return new ClosureQuestion(
            $"{one.Name} + {other.Name}", new(new Phrase("sweep.pair", one.Name, other.Name)), default,
            new PlanePoint((a.Easting + b.Easting) / 2, (a.Northing + b.Northing) / 2),
            Municipality(planningCase.Sites[sites[first][0]].Municipality), [Keeping(first, second), Keeping(second, first)]);
    }

    /// <summary>Offices whose people live along one link, or at its two ends.</summary>
    private SortedSet<(int First, int Second)> Neighbours(int[][] sites, NearestForest forest)
    {
        int[][] officesOf = [.. Enumerable.Range(0, planningCase.Sites.Count).Select(s => (int[])[.. Enumerable.Range(0, sites.Length).Where(o => sites[o].Contains(s))])];
        ILookup<int, int> sitesOn = Enumerable.Range(0, study.Sites.Length).Where(s => officesOf[s].Length > 0 && study.Sites[s].Snap.Edge >= 0)
            .ToLookup(s => study.Sites[s].Snap.Edge);
        var pairs = new SortedSet<(int, int)>();
        SearchNetwork walk = graph.Walk;
        for (int step = 0; step < walk.StepCount; step++)
        {
            if (study.Metric.StepForward[step] == RoadMetric.Closed && study.Metric.StepBackward[step] == RoadMetric.Closed) continue;
            (int from, int to) = (forest.DestinationOf(walk.StepTails[step]), forest.DestinationOf(walk.StepHeads[step]));
            IEnumerable<int> there = walk.StepEdges[step] < 0 ? [] : sitesOn[walk.StepEdges[step]].OrderBy(s => study.Sites[s].Snap.Share);
            int[] along = [.. ((int[])[from, .. there, to]).Where(s => s >= 0)];
            for (int i = 1; i < along.Length; i++) Add(pairs, officesOf[along[i - 1]], officesOf[along[i]]);
        }
        return pairs;
    }

    private static void Add(SortedSet<(int, int)> pairs, int[] here, int[] beside)
    {
        foreach (int one in here)
        {
            foreach (int other in beside)
            {
                if (one != other) pairs.Add((Math.Min(one, other), Math.Max(one, other)));
            }
        }
    }

    private ClosureQuestion OfRoads(string kind, Closure closure)
    {
        int edge = closure.Edges[0];
        PlanePoint middle = MiddleOf(graph.Shape(edge));
        return new ClosureQuestion(
            FormattableString.Invariant($"{kind}-{edge}"), new(() => titles.Of(closure, edge)), closure.Road, middle, people.MunicipalityOf(middle),
            [new ClosureWay(closure.Edges, [])]);
    }

    private static PlanePoint MiddleOf(ReadOnlySpan<PlanePoint> shape)
    {
        (PlanePoint a, PlanePoint b) = (shape[(shape.Length - 1) / 2], shape[shape.Length / 2]);
        return new PlanePoint((a.Easting + b.Easting) / 2, (a.Northing + b.Northing) / 2);
    }

    private int Municipality(string number)
    {
        for (int i = 0; i < planningCase.Municipalities.Count; i++)
        {
            if (planningCase.Municipalities[i].Number == number) return i;
        }
        return -1;
    }
}
