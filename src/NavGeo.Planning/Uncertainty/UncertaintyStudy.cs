using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Uncertainty;

/// <summary>
/// How sure a comparison is: the case drawn anew many times within what its roads, ferries, people and visits may be off, every
/// structure measured on the same draw, so that what they share cancels between them. The same seed gives the same bytes on any
/// number of threads. Immutable.
/// </summary>
public sealed class UncertaintyStudy
{
    private readonly Comparison comparison;
    private readonly AccessStudy study;
    private readonly UncertaintyModel model;
    private readonly DrawnRoads roads;
    private readonly bool[][] open;
    private readonly int[] setOf;
    private readonly bool[] counts;
    private readonly double visits;
    private readonly double[] people;
    private readonly double[] shifts;

    /// <param name="comparison">What was measured, under <see cref="AccessRule.Nearest"/>.</param>
    /// <param name="model">How far it may be off.</param>
    /// <exception cref="ArgumentException">The comparison is under another rule.</exception>
    public UncertaintyStudy(Comparison comparison, UncertaintyModel model)
    {
        if (comparison.Structures[0].Rule != AccessRule.Nearest) throw new ArgumentException("draws are made for the nearest open site", nameof(comparison));
        (this.comparison, this.model, study) = (comparison, model, comparison.Study);
        roads = new DrawnRoads(study.Metric, study.Open, model);
        visits = (double)comparison.Contacts.VisitsPerInhabitantYear;
        string[] keys = [.. comparison.Structures.Select(s => string.Join('|', s.Structure.OpenSites.Order(StringComparer.Ordinal)))];
        string[] distinct = [.. keys.Distinct(StringComparer.Ordinal)];
        setOf = [.. keys.Select(k => Array.IndexOf(distinct, k))];
        open =
        [
            .. distinct.Select(k => comparison.Structures[Array.IndexOf(keys, k)].Structure.OpenSites.ToHashSet(StringComparer.Ordinal))
                .Select(ids => (bool[])[.. study.Case.Sites.Select(s => ids.Contains(s.Id))]),
        ];
        counts = [.. Enumerable.Range(0, study.Case.Demand.Count).Select(p => comparison.Structures.All(s => s.Access.Assignment.States[p] == AccessState.Served))];
        Demand demand = study.Case.Demand;
        people = [.. Enumerable.Range(0, demand.Count).Select(p => demand.Municipalities[p] < 0 ? 0.0 : demand.People[p])];
        shifts = new double[demand.Count];
    }

    private UncertaintyStudy(UncertaintyStudy truth, HashedNormal random)
    {
        (comparison, model, study, open, setOf, counts) = (truth.comparison, truth.model, truth.study, truth.open, truth.setOf, truth.counts);
        (RoadMetric metric, RoadMetric openTimes) = truth.roads.Draw(random);
        roads = new DrawnRoads(metric, openTimes, model);
        visits = truth.visits * Math.Exp(model.Contacts * random.Of(DrawStream.Contacts, 0));
        var drawn = new Scratch(study.ForDraws(), truth.people.Length);
        truth.DrawPeople(drawn, random, model);
        (people, shifts) = (drawn.Weights, drawn.Shifts);
    }

    /// <summary>The study of somebody whose data are off from these by one draw: their bands should hold what is stated here nine times in ten.</summary>
    internal UncertaintyStudy Observed(ulong seed, int draw) => new(this, new HashedNormal(seed, draw));

    /// <summary>Draws.</summary>
    /// <param name="draws">How many, at least 1.</param>
    /// <param name="seed">The same gives the same.</param>
    /// <param name="threads">How many may work at once.</param>
    /// <param name="progress">Told how many are done; null for nobody.</param>
    public UncertaintyResult Run(int draws, ulong seed, int threads, Action<int>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var values = new double[draws][];
        int done = 0;
        Parallel.For(
            0, draws, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Scratch(study.ForDraws(), people.Length),
            (draw, _, scratch) =>
            {
                values[draw] = Measure(scratch, new HashedNormal(seed, draw + 1));
                progress?.Invoke(Interlocked.Increment(ref done));
                return scratch;
            },
            static _ => { });
        double[] stated = Measure(new Scratch(study.ForDraws(), people.Length), null);
        return new UncertaintyResult(
            draws, seed, model,
            [.. comparison.Structures.Select((s, i) => new StructureUncertainty(s.Structure, i, setOf[i], [.. Headlines.All.Select(h => new HeadlineDraws(h, stated[At(i, h)], [.. values.Select(v => h.Corrected(stated[At(i, h)], v[At(i, h)], v[^1]))]))]))]);

        int At(int structure, Headline headline) => setOf[structure] * Headlines.All.Count + (int)headline;
    }

    /// <summary>
    /// Some of the draws one after the other, each with the headlines of every structure in the order of <see cref="Headlines.All"/>: those that
    /// <see cref="Run"/> gathers, whichever of them one begins with. For one thread.
    /// </summary>
    /// <param name="from">The first, from 0.</param>
    /// <param name="to">One after the last.</param>
    /// <param name="seed">The same gives the same.</param>
    public IEnumerable<double[][]> Draws(int from, int to, ulong seed)
    {
        var scratch = new Scratch(study.ForDraws(), people.Length);
        double[] of = NetworkCache.Get(this, static truth => truth.Measure(new Scratch(truth.study.ForDraws(), truth.people.Length), null));
        for (int draw = from; draw < to; draw++)
        {
            double[] drawn = Measure(scratch, new HashedNormal(seed, draw + 1));
            yield return
            [
                .. setOf.Select(set => (double[])[.. Headlines.All.Select(h => set * Headlines.All.Count + (int)h).Select((at, h) => ((Headline)h).Corrected(of[at], drawn[at], drawn[^1]))]),
            ];
        }
    }

    /// <summary>The comparison.</summary>
    internal Comparison Comparison => comparison;

    /// <summary>How far it may be off.</summary>
    internal UncertaintyModel Model => model;

    /// <summary>The roads.</summary>
    internal DrawnRoads Roads => roads;

    /// <summary>Who is counted in the means: those who reach a site under every structure.</summary>
    internal IReadOnlyList<bool> Counts => counts;

    /// <summary>Mean minutes under each set of open sites when every edge's time is multiplied with a factor; NaN where nobody is counted.</summary>
    /// <param name="times">Scratch of the thread.</param>
    /// <param name="factors">One an edge.</param>
    internal double[] Means(DrawnTimes times, double[] factors)
    {
        (RoadMetric metric, RoadMetric openTimes) = roads.Times(factors);
        times.Draw(metric, openTimes);
        return [.. open.Select(set => Mean(times.Nearest(set)))];

        double Mean(int[] milliseconds)
        {
            (double sum, double all) = (0, 0);
            for (int place = 0; place < milliseconds.Length; place++)
            {
                if (!counts[place] || milliseconds[place] == TravelTime.UnreachableMilliseconds) continue;
                sum += people[place] * milliseconds[place] / 60_000.0;
                all += people[place];
            }
            return all == 0 ? double.NaN : sum / all;
        }
    }

    /// <summary>
    /// Headlines of every set of open sites under one draw, set after set, hours at the visits of the data; last what those are multiplied
    /// with. As the data stand where nothing is drawn.
    /// </summary>
    private double[] Measure(Scratch scratch, HashedNormal? random)
    {
        (RoadMetric metric, RoadMetric openTimes) = roads.Draw(random);
        scratch.Times.Draw(metric, openTimes);
        DrawPeople(scratch, random ?? default, random is null ? UncertaintyModel.None : model);
        var values = new double[open.Length * Headlines.All.Count + 1];
        values[^1] = random is { } numbers ? Math.Exp(model.Contacts * numbers.Of(DrawStream.Contacts, 0)) : 1;
        double[] baseline = [];
        for (int set = 0; set < open.Length; set++)
        {
            int[] nearest = scratch.Times.Nearest(open[set]);
            double[] minutes = [.. nearest.Select((ms, p) => counts[p] && ms != TravelTime.UnreachableMilliseconds ? Math.Max(0, ms / 60_000.0 + scratch.Shifts[p]) : double.NaN)];
            if (set == 0) baseline = minutes;
            Tally(scratch, minutes, baseline, visits, values.AsSpan(set * Headlines.All.Count, Headlines.All.Count));
        }
        return values;
    }

    /// <summary>Weights of the places and minutes that each is nearer or farther than its cell's middle.</summary>
    private void DrawPeople(Scratch scratch, HashedNormal random, UncertaintyModel drawn)
    {
        Demand demand = study.Case.Demand;
        TravelProfile profile = study.Case.Profile;
        double[] ofMunicipality = [.. study.Case.Municipalities.Select((_, m) => drawn.Municipality * random.Of(DrawStream.Municipality, m))];
        double slower = Math.Exp(drawn.OffRoad * random.Of(DrawStream.OffRoad, 0)) - 1;
        double cellMinutes = drawn.CellShare * demand.CellMetres / 1000 / profile.OffRoadKmh * 60;
        for (int place = 0; place < demand.Count; place++)
        {
            int municipality = demand.Municipalities[place];
            if (people[place] == 0)
            {
                (scratch.Weights[place], scratch.Shifts[place]) = (0, 0);
                continue;
            }
            double gap = study.Places[place].Snap.Edge < 0 ? 0 : study.Places[place].Snap.GapMetres / 1000 / profile.OffRoadKmh * 60;
            scratch.Weights[place] = people[place] * Math.Exp(ofMunicipality[municipality] + drawn.Place * random.Of(DrawStream.Place, place));
            scratch.Shifts[place] = shifts[place] + gap * slower + (cellMinutes == 0 ? 0 : cellMinutes * random.Of(DrawStream.Cell, place));
        }
    }

    private static void Tally(Scratch scratch, double[] minutes, double[] baseline, double visits, Span<double> values)
    {
        (double people, double sum, double within, double longer, double hours) = (0, 0, 0, 0, 0);
        int served = 0;
        for (int place = 0; place < minutes.Length; place++)
        {
            double weight = scratch.Weights[place];
            if (weight == 0) continue;
            people += weight;
            if (double.IsNaN(minutes[place])) continue;
            sum += weight * minutes[place];
            if (minutes[place] <= Headlines.Threshold) within += weight;
            if (minutes[place] > baseline[place]) longer += weight;
            hours += weight * (minutes[place] - baseline[place]);
            (scratch.Sorted[served], scratch.SortedWeights[served]) = (minutes[place], weight);
            served++;
        }
        double servedPeople = scratch.SortedWeights.AsSpan(0, served).ToArray().Sum();
        values[(int)Headline.Mean] = servedPeople == 0 ? double.NaN : sum / servedPeople;
        values[(int)Headline.Within30] = people == 0 ? double.NaN : 100 * within / people;
        values[(int)Headline.WorstTenth] = WorstTenth(scratch, served, servedPeople);
        values[(int)Headline.Longer] = longer;
        values[(int)Headline.HoursMore] = hours / 60 * visits * ContactRate.TripsPerVisit;
    }

    private static double WorstTenth(Scratch scratch, int served, double people)
    {
        if (served == 0) return double.NaN;
        Array.Sort(scratch.Sorted, scratch.SortedWeights, 0, served);
        double missing = people / 10;
        double sum = 0;
        for (int i = served - 1; i >= 0 && missing > 0; i--)
        {
            double taken = Math.Min(missing, scratch.SortedWeights[i]);
            sum += taken * scratch.Sorted[i];
            missing -= taken;
        }
        return sum / (people / 10);
    }

    /// <summary>What one thread writes on.</summary>
    private sealed class Scratch(DrawnTimes times, int places)
    {
        public DrawnTimes Times { get; } = times;

        public double[] Weights { get; } = new double[places];

        /// <summary>Minutes.</summary>
        public double[] Shifts { get; } = new double[places];

        public double[] Sorted { get; } = new double[places];

        public double[] SortedWeights { get; } = new double[places];
    }
}
