namespace NavGeo.Planning.Calibration;

/// <summary>
/// Factors by least squares: known = measured + Σ (factor − 1) × minutes on the group's classes, each time weighted by one
/// over its minutes, since errors grow with the way. Few groups, and never more than the times carry.
/// </summary>
/// <param name="Groups">The classes that share a factor; classes that are in none keep theirs.</param>
/// <param name="Factors">One a group.</param>
public sealed record FactorFit(IReadOnlyList<IReadOnlyList<TimeClass>> Groups, IReadOnlyList<double> Factors)
{
    /// <summary>So many times there must be for each factor, and so many must know its classes.</summary>
    public const int TimesPerFactor = 10;

    /// <summary>A time knows a class on which it has so many minutes.</summary>
    public const double KnowsMinutes = 3;

    private static readonly TimeClass[][][] RoadsFinestFirst =
    [
        [[TimeClass.Trunk], [TimeClass.County], [TimeClass.OtherRoads]],
        [[TimeClass.Trunk], [TimeClass.County, TimeClass.OtherRoads]],
        [[TimeClass.Trunk, TimeClass.County, TimeClass.OtherRoads]],
    ];

    /// <summary>The finest groups that the times carry; none where they carry none.</summary>
    public static IReadOnlyList<IReadOnlyList<TimeClass>> GroupsFor(IReadOnlyList<HeldTime> times)
    {
        IEnumerable<TimeClass[][]> choices = [.. RoadsFinestFirst.Select(r => (TimeClass[][])[.. r, [TimeClass.Ferry]]), .. RoadsFinestFirst];
        return choices.OrderByDescending(c => c.Length).FirstOrDefault(IsCarried) ?? [];

        bool IsCarried(TimeClass[][] groups) => groups.Length * TimesPerFactor <= times.Count
            && groups.All(g => times.Count(t => t.On(g) >= KnowsMinutes) >= TimesPerFactor);
    }

    /// <summary>Fits the factors of groups.</summary>
    /// <returns>Null where the times do not tell the groups apart.</returns>
    public static FactorFit? Of(IReadOnlyList<HeldTime> times, IReadOnlyList<IReadOnlyList<TimeClass>> groups)
    {
        int count = groups.Count;
        var equations = new double[count, count + 1];
        foreach (HeldTime time in times)
        {
            double weight = 1 / time.Known.Minutes;
            double[] minutes = [.. groups.Select(time.On)];
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++) equations[i, j] += weight * minutes[i] * minutes[j];
                equations[i, count] -= weight * minutes[i] * time.Error;
            }
        }
        return Solve(equations, count) is { } found ? new FactorFit(groups, [.. found.Select(g => 1 + g)]) : null;
    }

    /// <summary>Minutes of a time with the factors, along the way it has without.</summary>
    public double Minutes(HeldTime time) => time.Measured + Groups.Zip(Factors).Sum(g => (g.Second - 1) * time.On(g.First));

    /// <summary>Gauss with the largest pivot; the last column is the right side.</summary>
    private static double[]? Solve(double[,] a, int count)
    {
        for (int column = 0; column < count; column++)
        {
            int pivot = Enumerable.Range(column, count - column).MaxBy(row => Math.Abs(a[row, column]));
            if (Math.Abs(a[pivot, column]) < 1e-9) return null;
            for (int j = 0; j <= count; j++) (a[column, j], a[pivot, j]) = (a[pivot, j], a[column, j]);
            for (int row = 0; row < count; row++)
            {
                double share = row == column ? 0 : a[row, column] / a[column, column];
                for (int j = column; j <= count && share != 0; j++) a[row, j] -= share * a[column, j];
            }
        }
        return [.. Enumerable.Range(0, count).Select(i => a[i, count] / a[i, i])];
    }
}
