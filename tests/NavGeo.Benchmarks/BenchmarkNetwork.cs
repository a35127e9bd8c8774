using NavGeo.Data.Dimacs;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Benchmarks;

/// <summary>A DIMACS graph as the engine takes it: an arc and the arc back that follows it in the file are one edge.</summary>
/// <param name="Shape">The edges.</param>
/// <param name="Forward">Weights from tail to head.</param>
/// <param name="Backward">Weights from head to tail.</param>
internal sealed record BenchmarkNetwork(NetworkShape Shape, int[] Forward, int[] Backward)
{
    public static BenchmarkNetwork From(DimacsGraph file, string? coordinates)
    {
        double[]? x = null, y = null;
        if (coordinates is not null)
        {
            (int[] longitudes, int[] latitudes) = DimacsReader.ReadCoordinates(coordinates, file.NodeCount);
            double narrow = Math.Cos(latitudes.Average() / 1e6 * Math.PI / 180);
            x = [.. longitudes.Select(v => v * narrow)];
            y = [.. latitudes.Select(v => (double)v)];
        }
        List<int> tails = [], heads = [], forward = [], backward = [];
        for (int arc = 0; arc < file.ArcCount; arc++)
        {
            tails.Add(file.Tails[arc]);
            heads.Add(file.Heads[arc]);
            forward.Add(file.Weights[arc]);
            bool back = arc + 1 < file.ArcCount && file.Tails[arc + 1] == file.Heads[arc] && file.Heads[arc + 1] == file.Tails[arc];
            backward.Add(back ? file.Weights[++arc] : int.MaxValue);
        }
        return new BenchmarkNetwork(new NetworkShape(file.NodeCount, [.. tails], [.. heads], x, y), [.. forward], [.. backward]);
    }
}
