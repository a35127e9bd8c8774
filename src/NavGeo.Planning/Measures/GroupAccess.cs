using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;

namespace NavGeo.Planning.Measures;

/// <summary>
/// A group of the inhabitants under the structures of a comparison. The case says how many of a municipality belong to it, not where they
/// live: they are spread as the inhabitants are. Municipalities where fewer than a limit belong to it are left out.
/// </summary>
/// <param name="Group">The group; null for everybody.</param>
/// <param name="People">Those who are counted.</param>
/// <param name="FewIn">Municipalities left out because they have too few.</param>
/// <param name="UnknownIn">Municipalities of which the case does not say it.</param>
/// <param name="Under">By structure of the comparison.</param>
public sealed record GroupAccess(PeopleGroup? Group, double People, int FewIn, int UnknownIn, IReadOnlyList<GroupTimes> Under)
{
    /// <summary>Everybody, then each group of the case.</summary>
    /// <param name="comparison">What was measured.</param>
    /// <param name="leastPeople">The limit; 0 leaves out none.</param>
    public static IReadOnlyList<GroupAccess> Of(Comparison comparison, int leastPeople)
    {
        Demand demand = comparison.Study.Case.Demand;
        var inhabitants = new double[comparison.Study.Case.Municipalities.Count];
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] >= 0) inhabitants[demand.Municipalities[place]] += demand.People[place];
        }
        return [Of(comparison, null, [.. inhabitants.Select(_ => 1.0)], 0, 0), .. comparison.Study.Case.Figures.Groups.Select(Group)];

        GroupAccess Group(PeopleGroup group)
        {
            bool[] few = [.. group.People.Select(p => p > 0 && p < leastPeople)];
            double[] shares = [.. group.People.Select((p, m) => p is not { } people || few[m] || inhabitants[m] == 0 ? 0 : people / inhabitants[m])];
            return Of(comparison, group, shares, few.Count(f => f), group.People.Count(p => p is null));
        }
    }

    private static GroupAccess Of(Comparison comparison, PeopleGroup? group, double[] shares, int few, int unknown)
    {
        Demand demand = comparison.Study.Case.Demand;
        double[] people = [.. Enumerable.Range(0, demand.Count).Select(p => demand.Municipalities[p] < 0 ? 0 : shares[demand.Municipalities[p]] * demand.People[p])];
        SiteAssignment[] assignments = [.. comparison.Structures.Select(s => s.Access.Assignment)];
        int[] shared = [.. Enumerable.Range(0, people.Length).Where(p => Array.TrueForAll(assignments, a => a.States[p] == AccessState.Served))];
        double all = people.Sum();
        return new GroupAccess(group, all, few, unknown, [.. assignments.Select(Times)]);

        GroupTimes Times(SiteAssignment of) => new(
            [.. AccessIndicators.Thresholds.Select(t => Enumerable.Range(0, people.Length).Where(p => of.States[p] == AccessState.Served && of.Milliseconds[p] <= t * 60_000).Sum(p => people[p]) / all)],
            shared.Sum(p => people[p] * of.Milliseconds[p]) / shared.Sum(p => people[p]) / 60_000,
            Enumerable.Range(0, people.Length).Where(p => of.States[p] != AccessState.Served).Sum(p => people[p]) / all);
    }
}

/// <summary>A group under one structure.</summary>
/// <param name="Within">Share (0 to 1) within each of <see cref="AccessIndicators.Thresholds"/>; NaN for nobody.</param>
/// <param name="MeanMinutes">Of those who reach a site under every structure; NaN for nobody.</param>
/// <param name="Without">Share (0 to 1) that reaches none.</param>
public readonly record struct GroupTimes(IReadOnlyList<double> Within, double MeanMinutes, double Without);
