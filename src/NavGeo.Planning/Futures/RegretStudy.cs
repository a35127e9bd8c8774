using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Futures;

/// <summary>
/// The structures of a comparison measured in other futures, each future a case of its own. Pure: the same comparison and futures
/// give the same result. A mean is over those who reach a site under every structure in that future, so that nothing gets better
/// by cutting people off; who is cut off counts among those who have far.
/// </summary>
public static class RegretStudy
{
    /// <summary>Who travels longer has far.</summary>
    public const int FarMinutes = 30;

    /// <summary>Measures.</summary>
    /// <param name="comparison">The structures, in the case as it is.</param>
    /// <param name="futures">What may come beside <see cref="Future.Now"/>, which is measured first.</param>
    /// <param name="planned">The same case with its planned roads open; null where it has none.</param>
    /// <param name="progress">Told of each future before it is measured; null for nobody.</param>
    /// <param name="cancellation">Stops between two futures.</param>
    /// <exception cref="InputException">An edit of a future finds nothing to change, or it needs planned roads that are not there.</exception>
    public static RegretResult Of(
        Comparison comparison, IReadOnlyList<Future> futures, PlanningCase? planned, Action<Future>? progress = null, CancellationToken cancellation = default)
    {
        Future[] all = [Future.Now, .. futures];
        int[][] choices = ChoicesOf(comparison);
        var people = new long[all.Length];
        double[][][] values = [.. Enum.GetValues<RegretCriterion>().Select(_ => new double[all.Length][])];
        for (int future = 0; future < all.Length; future++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(all[future]);
            Comparison there = comparison.On(In(comparison.Study, all[future], planned));
            SiteAssignment[] assignments = [.. choices.Select(c => there.Structures[c[0]].Access.Assignment)];
            people[future] = PeopleOf(there.Study.Case.Demand);
            Measured[] measured = Measure(there.Study.Case.Demand, assignments);
            values[(int)RegretCriterion.Mean][future] = [.. measured.Select(m => m.Mean)];
            values[(int)RegretCriterion.WorstTenth][future] = [.. measured.Select(m => m.WorstTenth)];
            values[(int)RegretCriterion.Far][future] = [.. measured.Select(m => m.Far)];
        }
        return new RegretResult(
            all, people,
            [.. choices.Select(c => new RegretChoice([.. c.Select(i => comparison.Structures[i].Structure)], comparison.Structures[c[0]].Structure.OpenSites.Count))],
            [.. Enum.GetValues<RegretCriterion>().Select(c => new RegretMeasure(c, values[(int)c]))]);
    }

    /// <summary>The times and people of a future.</summary>
    private static AccessStudy In(AccessStudy study, Future future, PlanningCase? planned)
    {
        if (future.UsesPlanned && planned is null) throw Wrong(future, new Phrase("futures.no-planned"), new Phrase("futures.no-planned.remedy"));
        PlanningCase ground = future.UsesPlanned ? study.Case with { Roads = planned!.Roads } : study.Case;
        AccessStudy there = future is { UsesPlanned: false, IsWinter: null, Edits.Count: 0 } ? study : OnRoads(study, ground, future);
        if (future.Totals is not { } totals) return there;
        Demand demand = study.Case.Demand;
        return there.WithPeople(demand.WithPeople(PeopleSpread.Of(demand.People.ToArray(), demand.Municipalities.ToArray(), totals).People));
    }

    private static AccessStudy OnRoads(AccessStudy study, PlanningCase ground, Future future)
    {
        var draft = new EditDraft(ground);
        if (future.IsWinter is { } isWinter) draft.Add(new SetWinter(isWinter), future.Written?.File, future.Written?.Line);
        foreach (Edit edit in future.Edits) draft.Add(edit, future.Written?.File, future.Written?.Line);
        return draft.Explained(() => study.With(draft.ToCase(), [.. study.TriedEdits, .. draft.TriedOnRoads]));
    }

    /// <summary>Structures that keep the same sites open are one choice where everybody goes to the nearest.</summary>
    private static int[][] ChoicesOf(Comparison comparison) =>
    [
        .. comparison.Structures.Index()
            .GroupBy(s => comparison.Structures[0].Rule == AccessRule.Nearest ? string.Join('|', s.Item.Structure.OpenSites.Order(StringComparer.Ordinal)) : s.Item.Structure.Id, StringComparer.Ordinal)
            // Who counts the nearest site does not see opening days: structures with fewer are not told as equal.
            .Select(g => (int[])[.. g.Where(s => s.Item.Structure.IsOpenAllWeek == g.First().Item.Structure.IsOpenAllWeek).Select(s => s.Index)]),
    ];

    private static long PeopleOf(Demand demand)
    {
        long people = 0;
        for (int place = 0; place < demand.Count; place++) people += demand.Municipalities[place] < 0 ? 0 : demand.People[place];
        return people;
    }

    private static Measured[] Measure(Demand demand, SiteAssignment[] assignments)
    {
        int[] home = [.. Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0 && demand.People[p] > 0)];
        int[] shared = [.. home.Where(p => Array.TrueForAll(assignments, a => a.States[p] == AccessState.Served))];
        return [.. assignments.Select(a => new Measured(MeanOf(shared, a), WorstTenthOf(shared, a), home.Where(p => IsFar(a, p)).Sum(p => (long)demand.People[p])))];

        double MeanOf(int[] places, SiteAssignment of)
        {
            (double sum, long people) = (0, 0);
            foreach (int place in places)
            {
                sum += (double)of.Milliseconds[place] * demand.People[place];
                people += demand.People[place];
            }
            return sum / people / 60_000;
        }

        double WorstTenthOf(int[] places, SiteAssignment of)
        {
            double all = places.Sum(p => (long)demand.People[p]) / 10.0;
            (double left, double sum) = (all, 0);
            foreach (int place in places.OrderByDescending(p => of.Milliseconds[p]))
            {
                double taken = Math.Min(left, demand.People[place]);
                (sum, left) = (sum + taken * of.Milliseconds[place], left - taken);
                if (left <= 0) break;
            }
            return sum / all / 60_000;
        }
    }

    private static bool IsFar(SiteAssignment assignment, int place) =>
        assignment.States[place] != AccessState.Served || assignment.Milliseconds[place] > FarMinutes * 60_000;

    private static InputException Wrong(Future future, Phrase problem, Phrase remedy) => new(future.Written?.File ?? Future.FileName, future.Written?.Line, problem, remedy);

    private readonly record struct Measured(double Mean, double WorstTenth, double Far);
}
