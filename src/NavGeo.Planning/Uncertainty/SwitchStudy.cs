using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Uncertainty;

/// <summary>
/// For each "B is better than A by X on the mean" the value of one unknown at a time at which it turns, all else as it is: the wait for
/// ferries and the time on a road by bisection on the engine, the inhabitants of a municipality from the sums. The unknown that turns it
/// soonest, measured in its own standard deviations, comes first. Not safe for several threads.
/// </summary>
/// <param name="study">What is compared.</param>
public sealed class SwitchStudy(UncertaintyStudy study)
{
    /// <summary>Nothing is looked for beyond a quarter or four times of what stands.</summary>
    private const double Widest = 4;

    private const int Halvings = 24;
    private const int MostRoads = 40;

    private readonly AccessStudy access = study.Comparison.Study;
    private readonly DrawnTimes times = study.Comparison.Study.ForDraws();

    /// <summary>The values at which the rankings by the mean turn, those of each claim from the nearest to the farthest.</summary>
    public IReadOnlyList<ClaimSwitches> Of(UncertaintyResult result)
    {
        RankingClaim[] claims = [.. result.Claims.Where(c => c.Headline == Headline.Mean && !c.IsCertain)];
        if (claims.Length == 0) return [];
        Unknown[] roads = Roads();
        double[][] trial = [.. roads.Select(r => study.Means(times, Factors(r.Edges, 1.25)))];
        double[] now = study.Means(times, Factors([], 1));
        return [.. claims.Select(claim => new ClaimSwitches(claim, [.. Values(claim, roads, trial, now).OrderBy(v => v.Deviations)]))];
    }

    private IEnumerable<SwitchValue> Values(RankingClaim claim, Unknown[] roads, double[][] trial, double[] now)
    {
        (int better, int worse) = (claim.Better.SiteSet, claim.Worse.SiteSet);
        double stated = now[worse] - now[better];
        bool[] waits = study.Roads.Of(TimeErrorClass.Wait);
        UncertaintyModel model = study.Model;
        if (waits.Contains(true))
        {
            double deviation = Math.Sqrt(model.Wait * model.Wait + model.Crossing * model.Crossing + model.UnknownHeadway * model.UnknownHeadway);
            if (Turns(waits, stated, better, worse) is { } wait) yield return new SwitchValue(SwitchKind.FerryWait, "", 1, wait, Math.Abs(Math.Log(wait)) / deviation);
        }
        // The road along which a change tells most in favour of the other.
        int[] telling = [.. Enumerable.Range(0, roads.Length).Where(i => Math.Abs(trial[i][worse] - trial[i][better] - stated) > 1e-6)
            .OrderByDescending(i => Math.Abs(trial[i][worse] - trial[i][better] - stated)).Take(3)];
        foreach (int road in telling)
        {
            if (Turns(roads[road].Edges, stated, better, worse) is not { } factor) continue;
            yield return new SwitchValue(SwitchKind.RoadTime, roads[road].Name, 1, factor, Math.Abs(Math.Log(factor)) / roads[road].Deviation);
        }
        if (Inhabitants(claim) is { } people) yield return people;
    }

    /// <summary>The factor on the times of some edges at which the two means are equal; null where none in reach is.</summary>
    private double? Turns(bool[] edges, double stated, int better, int worse)
    {
        double? found = null;
        foreach (double far in (ReadOnlySpan<double>)[Widest, 1 / Widest])
        {
            if (Difference(far) > 0) continue;
            (double holds, double turned) = (0, Math.Log(far));
            for (int step = 0; step < Halvings; step++)
            {
                double middle = (holds + turned) / 2;
                if (Difference(Math.Exp(middle)) > 0) holds = middle;
                else turned = middle;
            }
            if (found is not { } so || Math.Abs(turned) < Math.Abs(Math.Log(so))) found = Math.Exp(turned);
        }
        return stated > 0 ? found : null;

        double Difference(double factor)
        {
            double[] means = study.Means(times, Factors(edges, factor));
            return means[worse] - means[better];
        }
    }

    /// <summary>
    /// The fewest more (or fewer) inhabitants of one municipality, spread as those who live there: each adds what the two differ by for its
    /// people on average.
    /// </summary>
    private SwitchValue? Inhabitants(RankingClaim claim)
    {
        PlanningCase planningCase = access.Case;
        SiteAssignment better = study.Comparison.Structures[claim.Better.Index].Access.Assignment, worse = study.Comparison.Structures[claim.Worse.Index].Access.Assignment;
        var sums = new double[planningCase.Municipalities.Count];
        var people = new long[sums.Length];
        for (int place = 0; place < planningCase.Demand.Count; place++)
        {
            if (!study.Counts[place]) continue;
            people[planningCase.Demand.Municipalities[place]] += planningCase.Demand.People[place];
            sums[planningCase.Demand.Municipalities[place]] += (double)planningCase.Demand.People[place] * (worse.Milliseconds[place] - better.Milliseconds[place]);
        }
        double all = sums.Sum();
        if (all <= 0) return null;
        SwitchValue? nearest = null;
        for (int m = 0; m < sums.Length; m++)
        {
            if (people[m] == 0 || sums[m] == 0) continue;
            double more = -all / (sums[m] / people[m]);
            if (people[m] + more <= 0) continue;
            double deviations = Math.Abs(Math.Log((people[m] + more) / people[m])) / Math.Max(1e-9, study.Model.Municipality);
            if (nearest is null || deviations < nearest.Deviations)
                nearest = new SwitchValue(SwitchKind.Inhabitants, planningCase.Municipalities[m].Name, people[m], people[m] + more, deviations);
        }
        return nearest;
    }

    /// <summary>Numbered roads near the people of the case.</summary>
    private Unknown[] Roads()
    {
        RoadGraph graph = access.Metric.Graph;
        var near = new HashSet<RoadNumber>();
        for (int place = 0; place < access.Places.Length; place++)
        {
            if (study.Counts[place] && access.Places[place].Snap.Edge is >= 0 and var edge) near.Add(graph.EdgeRoads[edge]);
        }
        foreach (SnappedPlace site in access.Sites)
        {
            if (site.Snap.Edge >= 0) near.Add(graph.EdgeRoads[site.Snap.Edge]);
        }
        return
        [
            .. near.Where(r => r.IsNumbered).OrderBy(r => r.Category).ThenBy(r => r.Number).Take(MostRoads).Select(r =>
            {
                bool[] edges = [.. Enumerable.Range(0, graph.EdgeCount).Select(e => graph.EdgeRoads[e] == r && graph.EdgeKinds[e].IsRoad())];
                double ofClass = r.Category is RoadCategory.European or RoadCategory.National ? study.Model.Trunk : r.Category == RoadCategory.County ? study.Model.County : study.Model.OtherRoads;
                return new Unknown(r.ToString(), edges, Math.Sqrt(ofClass * ofClass + study.Model.Region * study.Model.Region + study.Model.Road * study.Model.Road));
            }),
        ];
    }

    private double[] Factors(bool[] edges, double factor)
    {
        var factors = new double[access.Metric.Graph.EdgeCount];
        for (int edge = 0; edge < factors.Length; edge++) factors[edge] = edge < edges.Length && edges[edge] ? factor : 1;
        return factors;
    }

    private sealed record Unknown(string Name, bool[] Edges, double Deviation);
}

/// <summary>A claim and what turns it, the nearest first; empty where nothing does within four times or a quarter of what stands.</summary>
/// <param name="Claim">"B is better than A by X".</param>
/// <param name="Values">One an unknown.</param>
public sealed record ClaimSwitches(RankingClaim Claim, IReadOnlyList<SwitchValue> Values);

/// <summary>The value of one unknown at which a claim turns, all else as it is.</summary>
/// <param name="Kind">What is unknown.</param>
/// <param name="Subject">Of which road or municipality; empty where there is one only.</param>
/// <param name="Now">What stands: 1 for a factor, else inhabitants.</param>
/// <param name="Turns">Where it turns, in the same unit.</param>
/// <param name="Deviations">How many of its standard deviations that is off.</param>
public sealed record SwitchValue(SwitchKind Kind, string Subject, double Now, double Turns, double Deviations)
{
    /// <summary>A value nearer than this may well be the true one: then it pays to measure it.</summary>
    public const double WorthMeasuring = 2;

    /// <summary>Whether the unknown may turn the claim by what it may be off.</summary>
    public bool IsWorthMeasuring => Deviations < WorthMeasuring;

    /// <summary>Per cent more (or less) than what stands.</summary>
    public double PercentMore => 100 * (Turns / Now - 1);
}

/// <summary>What may turn a claim.</summary>
public enum SwitchKind
{
    /// <summary>The wait at every quay, as a factor.</summary>
    FerryWait = 0,

    /// <summary>The time on a road, as a factor.</summary>
    RoadTime,

    /// <summary>Inhabitants of a municipality.</summary>
    Inhabitants,
}
