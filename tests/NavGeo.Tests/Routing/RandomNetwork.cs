using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Routing;

/// <summary>Small random networks with one-way streets, ferries, loose parts, parallel links, links of equal length and, if
/// asked for, restricted turns and paths.</summary>
internal static class RandomNetwork
{
    public static RoadGraph Of(int seed, int nodes, int restrictions = 0, int paths = 0)
    {
        var random = new Random(seed);
        PlanePoint[] points = [.. Enumerable.Range(0, nodes).Select(_ => new PlanePoint(random.Next(20) * 1000, random.Next(20) * 1000 + 7_000_000))];
        var builder = new RoadGraphBuilder(25833) { SplitToleranceMetres = 0, QuayReachMetres = 0, WaysideQuayReachMetres = 0 };
        int links = nodes + random.Next(nodes + 1);
        var ends = new List<(PlanePoint From, PlanePoint To)>();
        for (int i = 0; i < links; i++)
        {
            ends.Add((points[random.Next(nodes)], points[random.Next(nodes)]));
            builder.Add(new RoadLink
            {
                Shape = [ends[^1].From, ends[^1].To],
                Kind = random.Next(8) == 0 ? LinkKind.CarFerry : LinkKind.Road,
                Directions = random.Next(5) == 0 ? LinkDirections.Forward : LinkDirections.Both,
                ForwardMilliseconds = random.Next(3) == 0 ? random.Next(600_000) : null,
                Category = (RoadCategory)random.Next(1, 7),
                ClosedInWinter = i % 7 == 3,
            });
        }
        builder.Add(new RoadLink { Shape = [points[0], new PlanePoint(0, 6_990_000)] });
        for (int i = 0; i < restrictions; i++)
        {
            int from = random.Next(links);
            PlanePoint via = random.Next(2) == 0 ? ends[from].From : ends[from].To;
            int[] there = [.. Enumerable.Range(0, links).Where(l => ends[l].From == via || ends[l].To == via)];
            builder.Restrict(new TurnRestriction(from, via, there[random.Next(there.Length)], random.Next(4) == 0));
        }
        for (int i = 0; i < paths; i++) builder.Restrict(Path(ends, random));
        return builder.Build();
    }

    /// <summary>A walk of three to five links, now and then back over one of them.</summary>
    private static PathRestriction Path(List<(PlanePoint From, PlanePoint To)> ends, Random random)
    {
        var turns = new List<TurnRestriction>();
        int link = random.Next(ends.Count);
        PlanePoint via = random.Next(2) == 0 ? ends[link].From : ends[link].To;
        int count = 2 + random.Next(3);
        while (turns.Count < count)
        {
            int[] there = [.. Enumerable.Range(0, ends.Count).Where(l => ends[l].From == via || ends[l].To == via)];
            int next = there[random.Next(there.Length)];
            turns.Add(new TurnRestriction(link, via, next, turns.Count == count - 1 && random.Next(4) == 0));
            via = ends[next].From == via ? ends[next].To : ends[next].From;
            link = next;
        }
        return new PathRestriction(turns);
    }
}
