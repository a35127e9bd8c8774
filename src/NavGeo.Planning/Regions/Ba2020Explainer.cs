using NavGeo.Routing;

namespace NavGeo.Planning.Regions;

/// <summary>Says of each municipality which flow placed it, which did not, and what would move it.</summary>
internal sealed class Ba2020Explainer(
    AttachmentTest[] tests, CentreFlows flows, CentreEmergence emergence, EmergedCentres run, CentreAttachment attachment, Func<int, string> reason)
{
    /// <summary>So many municipalities besides the one it follows are shown for each.</summary>
    private const int OthersShown = 3;

    /// <summary>Farther than this by any mode none is shown, however strong the flow: no test looks there.</summary>
    private const double FarMinutes = 180;

    /// <summary>A hair beyond a limit.</summary>
    private const double Hair = 1e-12;

    private readonly Dictionary<int, AttachmentPair[]> pairs = flows.Units.Zip(flows.Pairs).ToDictionary(u => u.First, u => u.Second);

    /// <summary>The placement of one municipality.</summary>
    /// <param name="m">Its index.</param>
    /// <param name="region">Index of its region.</param>
    public Placement Explain(int m, int region)
    {
        int follows = attachment.Follows[m];
        if (follows == m) return ExplainCentre(m, region);
        bool isFree = !attachment.IsBridge[m] && !attachment.IsDiverted(m);
        FlipChange? commuting = isFree ? CommutingChange(m) : null;
        FlipChange? time = isFree ? TimeChange(m) : null;
        List<TestOutcome> outcomes = Outcomes(m, follows);
        if (follows == CentreAttachment.Alone)
        {
            return new Placement
            {
                Region = region,
                Centre = m,
                Role = PlacementRole.Single,
                Test = attachment.IsDiverted(m) ? "own-contiguity" : "own",
                CommutingChange = commuting,
                TimeChange = time,
                Tests = outcomes,
            };
        }
        AttachmentPair own = flows.PairOf(m, flows.UnitOf[follows]);
        AttachmentTest? fired = attachment.IsBridge[m] ? null : Array.Find(tests, t => t.Holds(own));
        if (fired is not null)
        {
            TestOutcome first = outcomes.First(o => o.Test == fired.Name && o.Other == own.Centre);
            outcomes.Remove(first);
            outcomes.Insert(0, first);
        }
        return new Placement
        {
            Region = region,
            Centre = follows,
            Role = PlacementRole.Member,
            Test = fired?.Name ?? "contiguity",
            Time = MunicipalityTimes.TimeOf(fired is { IsAnyMode: true } || !double.IsFinite(own.CarMinutes) ? own.AnyMinutes : own.CarMinutes),
            OutPercent = own.OutPercent,
            InPercent = own.InPercent,
            CommutingChange = commuting,
            TimeChange = time,
            Tests = outcomes,
        };
    }

    private Placement ExplainCentre(int m, int region)
    {
        int main = attachment.MainOf(m);
        bool isTwin = flows.UnitOf[m] != m || flows.IsTwin(m);
        AttachmentPair? partner = main == m ? null : flows.Between(m, main);
        return new Placement
        {
            Region = region,
            Centre = main,
            Role = main == m ? PlacementRole.Centre : PlacementRole.SecondCentre,
            Test = isTwin ? "twin" : reason(m),
            Time = partner is { } p ? MunicipalityTimes.TimeOf(p.AnyMinutes) : TravelTime.FromMilliseconds(0),
            OutPercent = partner?.OutPercent,
            InPercent = partner?.InPercent,
            CommutingChange = isTwin ? null : CommutingChange(m),
            TimeChange = isTwin ? null : TimeChange(m),
            Tests = isTwin ? [] : Outcomes(m, CentreAttachment.Alone),
        };
    }

    /// <summary>
    /// The tests with whom it follows, with the nearest other and with those its strongest flows go to; where a flow passes
    /// a test and was passed over all the same, how strong it had to be to come first.
    /// </summary>
    private List<TestOutcome> Outcomes(int m, int follows)
    {
        AttachmentPair[] open = [.. pairs[m].Where(p => p.Centre == follows || run.Follows[flows.UnitOf[p.Centre]] < 0)];
        IEnumerable<AttachmentPair> shown = open.Where(p => p.Centre == follows)
            .Concat(open.Where(p => p.Centre != follows).OrderBy(p => p.AnyMinutes).ThenBy(p => p.Centre).Take(1))
            .Concat(open.Where(p => p.Centre != follows && p.AnyMinutes < FarMinutes).OrderByDescending(p => p.OutPercent).ThenBy(p => p.AnyMinutes).Take(OthersShown))
            .DistinctBy(p => p.Centre);
        var outcomes = new List<TestOutcome>();
        foreach (AttachmentPair pair in shown)
        {
            outcomes.AddRange(tests.Select(t => new TestOutcome(t.Name, pair.Centre, t.Numbers(pair))));
            double needed = emergence.Needed(m, flows.UnitOf[pair.Centre], pair, run);
            bool isPassedOver = flows.UnitOf[pair.Centre] != run.Follows[m] && Array.Exists(tests, t => t.Holds(pair)) && double.IsFinite(needed);
            if (isPassedOver) outcomes.Add(new TestOutcome("strongest", pair.Centre, [new(MeasuredQuantity.OutPercent, pair.OutPercent, needed, TestComparison.Above)]));
        }
        return outcomes;
    }

    /// <summary>The smallest change of a flow out of the municipality that takes it elsewhere; of equal ones the first.</summary>
    private FlipChange? CommutingChange(int m)
    {
        int own = run.Follows[m];
        var changes = new List<FlipChange>();
        foreach (AttachmentPair pair in pairs[m])
        {
            int unit = flows.UnitOf[pair.Centre];
            EmergedCentres others = unit == own ? emergence.Run(without: (m, unit)) : run;
            double needed = emergence.Needed(m, unit, pair, others);
            if (double.IsFinite(needed))
                changes.Add(new FlipChange(false, needed - pair.OutPercent, pair.Centre, unit == own ? Goes(m, others) : pair.Centre));
        }
        return changes.Count == 0 ? null : changes.MinBy(c => Math.Abs(c.Amount));
    }

    /// <summary>
    /// The smallest change of the time by car between the municipality and another, both ways alike, that takes it elsewhere:
    /// just beyond every limit that one of the two ways would cross, the least change first.
    /// </summary>
    private FlipChange? TimeChange(int m)
    {
        var crossings = new List<(double Amount, double Factor, AttachmentPair Pair)>();
        foreach (AttachmentPair pair in pairs[m].Where(p => double.IsFinite(p.CarMinutes) && p.CarMinutes > 0 && emergence.IsBetween(m, flows.UnitOf[p.Centre])))
        {
            double back = flows.PairOf(flows.UnitOf[pair.Centre], m).CarMinutes;
            foreach (double factor in tests.SelectMany(t => (double[])[t.Minutes / pair.CarMinutes, t.Minutes / back]).Distinct().Where(f => f > 0 && double.IsFinite(f)))
                crossings.Add((pair.CarMinutes * (factor - 1), factor, pair));
        }
        foreach ((double amount, double factor, AttachmentPair pair) in crossings.OrderBy(c => Math.Abs(c.Amount)))
        {
            EmergedCentres then = emergence.Run(farther: (m, flows.UnitOf[pair.Centre], factor * (factor > 1 ? 1 + Hair : 1 - Hair)));
            if (then.Follows[m] != run.Follows[m]) return new FlipChange(true, factor == 1 ? -Hair : amount, pair.Centre, Goes(m, then));
        }
        return null;
    }

    /// <summary>Whom it follows after a run, the nearer of a twin; itself where nobody.</summary>
    private int Goes(int m, EmergedCentres then) => then.Follows[m] < 0 ? m : flows.PairOf(m, then.Follows[m]).Centre;
}
