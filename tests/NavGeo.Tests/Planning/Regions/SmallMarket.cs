using NavGeo.Planning.Cases;
using NavGeo.Planning.Regions;
using NavGeo.Routing;

namespace NavGeo.Tests.Planning.Regions;

/// <summary>Small markets whose answers can be worked out on paper.</summary>
internal static class SmallMarket
{
    /// <summary>Municipalities 0001, 0002, … with this commuting and these minutes; neighbours as given, everybody's where null.</summary>
    public static LabourMarket Of(int[,] commuting, double[,] minutes, (int, int)[]? neighbours = null, double[,]? alternative = null, int[]? people = null)
    {
        int count = commuting.GetLength(0);
        MunicipalityTimes times = Times(minutes, alternative);
        return new LabourMarket
        {
            Municipalities = [.. Enumerable.Range(0, count).Select(i => new Municipality($"{i + 1:0000}", $"M{i + 1}", people?[i] ?? 0, default))],
            Commuting = new CommutingMatrix(count, [.. commuting.Cast<int>()]),
            Times = times,
            Contiguity = neighbours is null ? Contiguity.Everywhere(count)
                : Contiguity.Of(count, neighbours.Select(n => new ContiguityLink(n.Item1, n.Item2, ContiguityKind.Border)), times),
        };
    }

    /// <summary>A random market in one piece: most work at home, some in a few other places.</summary>
    public static LabourMarket Random(int count, int seed)
    {
        var random = new Random(seed);
        var commuting = new int[count, count];
        var minutes = new double[count, count];
        var neighbours = new List<(int, int)>();
        for (int i = 0; i < count; i++)
        {
            int size = random.Next(0, 6) == 0 ? random.Next(0, 200) : random.Next(200, 9000);
            commuting[i, i] = size;
            for (int j = 0; j < count; j++)
            {
                if (i == j) continue;
                if (random.Next(3) == 0) commuting[i, j] = random.Next(0, Math.Max(1, size / 3));
                minutes[i, j] = random.Next(5, 120);
                if (j == i + 1 || (j > i && random.Next(5) == 0)) neighbours.Add((i, j));
            }
        }
        return Of(commuting, minutes, [.. neighbours]);
    }

    private static MunicipalityTimes Times(double[,] minutes, double[,]? alternative)
    {
        int[] none = [.. Enumerable.Repeat(TravelTime.UnreachableMilliseconds, minutes.Length)];
        return new MunicipalityTimes(
            minutes.GetLength(0), Raw(minutes), alternative is null ? none : Raw(alternative), alternative is null ? MunicipalityTimes.NoAlternative : "boat");
    }

    private static int[] Raw(double[,] minutes) =>
        [.. minutes.Cast<double>().Select(m => double.IsInfinity(m) ? TravelTime.UnreachableMilliseconds : (int)Math.Round(m * 60_000))];
}
