namespace NavGeo.Planning.Regions;

/// <summary>
/// Lets centres emerge: all flows that pass the test of commuting out, strongest first, then all that pass a test of the
/// sum, the strongest sum first. A flow is passed over where its municipality follows somebody or is a centre already, or where
/// the other follows somebody. Made once a market; a run costs one pass over the flows.
/// </summary>
/// <remarks>
/// A municipality goes to a centre as soon as the flow comes before whatever settled either of them, so that how strong it
/// must be follows from one run without it (<see cref="Needed"/>).
/// </remarks>
internal sealed class CentreEmergence
{
    private readonly CentreFlows flows;
    private readonly AttachmentTest[] tests;
    private readonly bool[] isCentreFromStart;
    private readonly bool[] mayBeFollowed;
    private readonly CentreFlow[] byOut;
    private readonly CentreFlow[] bySum;
    private readonly HashSet<(int, int)> between;

    /// <param name="flows">Between units.</param>
    /// <param name="tests">That of commuting out, and those of the sum.</param>
    /// <param name="isCentreFromStart">Twins and pinned ones, by index.</param>
    /// <param name="mayBeFollowed">By index.</param>
    public CentreEmergence(CentreFlows flows, AttachmentTest[] tests, bool[] isCentreFromStart, bool[] mayBeFollowed)
    {
        this.flows = flows;
        this.tests = tests;
        this.isCentreFromStart = isCentreFromStart;
        this.mayBeFollowed = mayBeFollowed;
        double least = tests.Min(t => t.Percent);
        CentreFlow[] all = [.. flows.Units.SelectMany((m, row) => flows.Pairs[row].Select(p => new CentreFlow(m, flows.UnitOf[p.Centre], p)))
            .Where(f => f.Pair.SumPercent > least).OrderBy(f => f.From).ThenBy(f => f.To)];
        byOut = [.. all.OrderByDescending(f => f.Pair.OutPercent)];
        bySum = [.. all.OrderByDescending(f => f.Pair.SumPercent)];
        between = [.. all.SelectMany(f => ((int, int)[])[(f.From, f.To), (f.To, f.From)])];
    }

    /// <summary>Whether a flow between two units, either way, is strong enough for some time to let one follow the other.</summary>
    public bool IsBetween(int one, int other) => between.Contains((one, other));

    /// <summary>One run over all flows.</summary>
    /// <param name="without">A flow that is left out.</param>
    /// <param name="farther">Two municipalities between which car times are so many times what they are.</param>
    public EmergedCentres Run((int From, int To)? without = null, (int One, int Other, double Factor)? farther = null)
    {
        var run = new EmergedCentres(isCentreFromStart);
        foreach (CentreFlow flow in byOut) Try(flow, isOut: true, flow.Pair.OutPercent);
        foreach (CentreFlow flow in bySum) Try(flow, isOut: false, flow.Pair.SumPercent);
        return run;

        void Try(CentreFlow flow, bool isOut, double strength)
        {
            if (run.IsSettled(flow.From) || run.Follows[flow.To] >= 0 || !mayBeFollowed[flow.To] || (flow.From, flow.To) == without) return;
            AttachmentPair pair = farther is { } far && ((flow.From, flow.To) == (far.One, far.Other) || (flow.To, flow.From) == (far.One, far.Other))
                ? flow.Pair with { CarMinutes = flow.Pair.CarMinutes * far.Factor }
                : flow.Pair;
            if (Array.Exists(tests, t => t.IsOutOnly == isOut && t.Holds(pair))) run.Attach(flow.From, flow.To, isOut, strength);
        }
    }

    /// <summary>How strong a flow must be (commuting out, per cent) for a municipality to go there; infinite where it never does.</summary>
    /// <param name="m">The municipality.</param>
    /// <param name="to">Where it might go.</param>
    /// <param name="pair">Their numbers.</param>
    /// <param name="run">A run in which the flow did not count.</param>
    public double Needed(int m, int to, in AttachmentPair pair, EmergedCentres run)
    {
        if (!mayBeFollowed[to]) return double.PositiveInfinity;
        double needed = double.PositiveInfinity;
        foreach (AttachmentTest test in tests)
        {
            if ((test.IsAnyMode ? pair.AnyMinutes : pair.CarMinutes) >= test.Minutes) continue;
            double before = Math.Max(run.SettledAt(m, test.IsOutOnly), run.FollowsAt(to, test.IsOutOnly));
            needed = Math.Min(needed, Math.Max(test.Percent, before) * (test.IsOutOnly ? 1 : flows.OutPart(m, to)));
        }
        return needed;
    }

    /// <summary>The flow from a municipality to another.</summary>
    private readonly record struct CentreFlow(int From, int To, AttachmentPair Pair);
}

/// <summary>Who follows whom after a run, and by how strong a flow each was settled.</summary>
internal sealed class EmergedCentres
{
    private readonly double[] settledOut;
    private readonly double[] settledSum;
    private readonly double[] followsOut;
    private readonly double[] followsSum;

    public EmergedCentres(bool[] isCentreFromStart)
    {
        int count = isCentreFromStart.Length;
        Follows = new int[count];
        Array.Fill(Follows, -1);
        (settledOut, settledSum, followsOut, followsSum) = (new double[count], new double[count], new double[count], new double[count]);
        for (int m = 0; m < count; m++)
        {
            if (isCentreFromStart[m]) settledOut[m] = double.PositiveInfinity;
        }
    }

    /// <summary>The unit each follows; -1 for centres and those alone.</summary>
    public int[] Follows { get; }

    /// <summary>Whether a municipality follows somebody or is a centre.</summary>
    public bool IsSettled(int m) => settledOut[m] > 0 || settledSum[m] > 0;

    /// <summary>Whether it is a centre.</summary>
    public bool IsCentre(int m) => IsSettled(m) && Follows[m] < 0;

    /// <summary>The strength at which a municipality was settled in a round; 0 where it was not, infinite in the second where it was in the first.</summary>
    public double SettledAt(int m, bool isOut) => isOut ? settledOut[m] : settledOut[m] > 0 ? double.PositiveInfinity : settledSum[m];

    /// <summary>The same for when it came to follow somebody.</summary>
    public double FollowsAt(int m, bool isOut) => isOut ? followsOut[m] : followsOut[m] > 0 ? double.PositiveInfinity : followsSum[m];

    public void Attach(int m, int centre, bool isOut, double strength)
    {
        Follows[m] = centre;
        (isOut ? followsOut : followsSum)[m] = strength;
        double[] settled = isOut ? settledOut : settledSum;
        settled[m] = strength;
        if (!IsSettled(centre)) settled[centre] = strength;
    }
}
