namespace NavGeo.Planning.Measures;

/// <summary>
/// Access as the field measures it beside the nearest time: what one can reach, weighed by how far it is and by who else wants it. Minutes are
/// [place][site], <see cref="double.PositiveInfinity"/> where there is no way; supply is one number a site, people one a place.
/// </summary>
public static class AccessMeasures
{
    /// <summary>Weights of E2SFCA by zones of 10 minutes, as Luo and Qi (2009) have them.</summary>
    public static IReadOnlyList<(double Minutes, double Weight)> Zones { get; } = [(10, 1), (20, 0.68), (30, 0.22)];

    /// <summary>Cumulative opportunities: A_i = Σ_j S_j for t_ij ≤ T (Wachs and Kumagai 1973).</summary>
    public static double[] Cumulative(double[][] minutes, double[] supply, double limit) =>
        [.. minutes.Select(row => row.Zip(supply, (t, s) => t <= limit ? s : 0).Sum())];

    /// <summary>Gravity: A_i = Σ_j S_j e^(−β t_ij) (Hansen 1959).</summary>
    /// <param name="minutes">Minutes.</param>
    /// <param name="supply">Of the sites.</param>
    /// <param name="decay">β, per minute.</param>
    public static double[] Gravity(double[][] minutes, double[] supply, double decay) =>
        [.. minutes.Select(row => row.Zip(supply, (t, s) => s * Math.Exp(-decay * t)).Sum())];

    /// <summary>
    /// Enhanced two-step floating catchment: R_j = S_j / Σ_i P_i W(t_ij), A_i = Σ_j R_j W(t_ij) (Luo and Qi 2009). Supply per person;
    /// summed over the people it is the supply that anybody reaches.
    /// </summary>
    public static double[] TwoStep(double[][] minutes, double[] supply, double[] people, IReadOnlyList<(double Minutes, double Weight)> zones)
    {
        double[][] weights = Weights(minutes, zones);
        double[] ratio = Ratios(weights, supply, people);
        return [.. weights.Select(row => row.Zip(ratio, (w, r) => w * r).Sum())];
    }

    /// <summary>
    /// Three-step floating catchment: people part themselves among sites, G_ij = W_ij / Σ_k W_ik; R_j = S_j / Σ_i G_ij P_i W_ij,
    /// A_i = Σ_j G_ij R_j W_ij (Wan, Zou and Sternberg 2012).
    /// </summary>
    public static double[] ThreeStep(double[][] minutes, double[] supply, double[] people, IReadOnlyList<(double Minutes, double Weight)> zones)
    {
        double[][] weights = Weights(minutes, zones);
        double[][] chosen = [.. weights.Select(row => row.Sum() is > 0 and var sum ? [.. row.Select(w => w * w / sum)] : row)];
        double[] ratio = Ratios(chosen, supply, people);
        return [.. chosen.Select(row => row.Zip(ratio, (w, r) => w * r).Sum())];
    }

    /// <summary>
    /// Spatial availability: every site's supply is parted among the places by people and nearness together, V_i = Σ_j S_j P_i f_ij / Σ_k P_k f_kj; all
    /// of it is given out once (Soukhov, Páez, Higgins and Mohamed 2023).
    /// </summary>
    /// <param name="minutes">Minutes.</param>
    /// <param name="supply">Of the sites.</param>
    /// <param name="people">Of the places.</param>
    /// <param name="decay">β of f = e^(−β t), per minute.</param>
    public static double[] Availability(double[][] minutes, double[] supply, double[] people, double decay)
    {
        double[][] near = [.. minutes.Select(row => (double[])[.. row.Select(t => Math.Exp(-decay * t))])];
        double[] ratio = Ratios(near, supply, people);
        return [.. near.Select((row, i) => people[i] * row.Zip(ratio, (f, r) => f * r).Sum())];
    }

    private static double[] Ratios(double[][] weights, double[] supply, double[] people) =>
        [.. supply.Select((s, j) => weights.Select((row, i) => people[i] * row[j]).Sum() is > 0 and var wanted ? s / wanted : 0)];

    private static double[][] Weights(double[][] minutes, IReadOnlyList<(double Minutes, double Weight)> zones) =>
        [.. minutes.Select(row => (double[])[.. row.Select(t => zones.FirstOrDefault(z => t <= z.Minutes).Weight)])];
}

/// <summary>How unevenly something is spread over people. Values are one a place, 0 or more; weights are the people there.</summary>
public static class InequalityMeasures
{
    /// <summary>Theil's T: Σ w (x/μ) ln(x/μ) / Σ w; 0 where all have alike (Theil 1967).</summary>
    public static double Theil(double[] values, double[] weights)
    {
        (double all, double mean) = Mean(values, weights);
        return mean == 0 ? 0 : values.Zip(weights, (x, w) => x == 0 ? 0 : w * x / mean * Math.Log(x / mean)).Sum() / all;
    }

    /// <summary>Palma's ratio: the sum of the tenth with most over that of the four tenths with least (Palma 2011). Whoever stands at a limit is parted.</summary>
    public static double Palma(double[] values, double[] weights)
    {
        double[] sorted = [.. values];
        double[] people = [.. weights];
        Array.Sort(sorted, people);
        double all = people.Sum();
        return Below(sorted, people, 0.4 * all) is > 0 and var least ? (Below(sorted, people, all) - Below(sorted, people, 0.9 * all)) / least : double.NaN;
    }

    /// <summary>Foster, Greer and Thorbecke (1984) for time above a line: Σ w ((x − z)/z)^α over x > z, / Σ w. α 0: how many; 1: how far; 2: with the farthest weighing most.</summary>
    public static double Above(double[] values, double[] weights, double line, double power) =>
        values.Zip(weights, (x, w) => x > line ? w * Math.Pow((x - line) / line, power) : 0).Sum() / weights.Sum();

    private static double Below(double[] sorted, double[] people, double limit)
    {
        double left = limit;
        double sum = 0;
        for (int i = 0; i < sorted.Length && left > 0; i++)
        {
            double taken = Math.Min(left, people[i]);
            sum += taken * sorted[i];
            left -= taken;
        }
        return sum;
    }

    private static (double All, double Mean) Mean(double[] values, double[] weights)
    {
        double all = weights.Sum();
        return (all, values.Zip(weights, (x, w) => x * w).Sum() / all);
    }
}
