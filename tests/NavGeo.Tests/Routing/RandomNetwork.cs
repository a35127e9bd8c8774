using NavGeo.Routing;
using NavGeo.Routing.Building;

namespace NavGeo.Tests.Routing;

/// <summary>Small random networks with one-way streets, ferries, loose parts, parallel links and links of equal length.</summary>
internal static class RandomNetwork
{
    public static RoadGraph Of(int seed, int nodes)
    {
        var random = new Random(seed);
        PlanePoint[] points = [.. Enumerable.Range(0, nodes).Select(_ => new PlanePoint(random.Next(20) * 1000, random.Next(20) * 1000 + 7_000_000))];
        var builder = new RoadGraphBuilder(25833) { SplitToleranceMetres = 0, QuayReachMetres = 0, WaysideQuayReachMetres = 0 };
        int links = nodes + random.Next(nodes + 1);
        for (int i = 0; i < links; i++)
        {
            builder.Add(new RoadLink
            {
                Shape = [points[random.Next(nodes)], points[random.Next(nodes)]],
                Kind = random.Next(8) == 0 ? LinkKind.CarFerry : LinkKind.Road,
                Directions = random.Next(5) == 0 ? LinkDirections.Forward : LinkDirections.Both,
                ForwardMilliseconds = random.Next(3) == 0 ? random.Next(600_000) : null,
                Category = (RoadCategory)random.Next(1, 7),
            });
        }
        builder.Add(new RoadLink { Shape = [points[0], new PlanePoint(0, 6_990_000)] });
        return builder.Build();
    }
}
