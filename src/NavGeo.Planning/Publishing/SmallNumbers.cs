using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// Which places of a demand are published without their number of people, so that nobody can be picked out: those with
/// fewer than a limit. Where those of a municipality, or of another group whose sum is published, are a single place, or
/// together fewer people than the limit, the number could be found by subtraction from the sum; the next smallest places
/// of the group are then hidden too, until neither holds for any group. A group that has no other place keeps its sum. The
/// hidden people of a municipality are published as one sum, so that visible and hidden add up to everybody. Places
/// outside all municipalities are one group. Immutable.
/// </summary>
public sealed class SmallNumbers
{
    /// <summary>The limit unless the user gives another.</summary>
    public const int UsualLeast = 5;

    private readonly bool[] hidden;
    private readonly int[] people;
    private readonly long[] hiddenPeople;
    private readonly int[] hiddenPlaces;

    private SmallNumbers(int least, bool[] hidden, int[] people, long[] hiddenPeople, int[] hiddenPlaces)
    {
        Least = least;
        this.hidden = hidden;
        this.people = people;
        this.hiddenPeople = hiddenPeople;
        this.hiddenPlaces = hiddenPlaces;
    }

    /// <summary>Fewer people than this are not told; 0 or 1 hides nothing.</summary>
    public int Least { get; }

    /// <summary>Everybody in hidden places.</summary>
    public long HiddenPeople => hiddenPeople.Sum();

    /// <summary>How many places are hidden.</summary>
    public int HiddenPlaces => hiddenPlaces.Sum();

    /// <summary>Applies the rule.</summary>
    /// <param name="demand">Whose places.</param>
    /// <param name="municipalities">How many municipalities the case has.</param>
    /// <param name="least">Fewer people than this are not told.</param>
    /// <param name="groupings">What else sums are published of: for each grouping the group of every place, below 0 for none.</param>
    public static SmallNumbers Of(Demand demand, int municipalities, int least, params IReadOnlyList<int[]> groupings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        var hidden = new bool[demand.Count];
        int[] own = [.. Enumerable.Range(0, hidden.Length).Select(p => demand.Municipalities[p] < 0 ? municipalities : demand.Municipalities[p])];
        for (int place = 0; place < hidden.Length; place++) hidden[place] = demand.People[place] > 0 && demand.People[place] < least;
        int[] bySize = [.. Enumerable.Range(0, hidden.Length).Where(p => !hidden[p] && demand.People[p] > 0).OrderBy(p => demand.People[p])];
        int[][] all = [own, .. groupings];
        // What one grouping hides may leave a single place in another: again until nothing more is hidden.
        bool isMore = true;
        while (isMore)
        {
            isMore = false;
            foreach (int[] grouping in all) isMore |= Complete(demand, grouping, bySize, hidden, least);
        }
        var people = new long[municipalities + 1];
        int[] places = new int[municipalities + 1];
        for (int place = 0; place < hidden.Length; place++)
        {
            if (!hidden[place]) continue;
            people[own[place]] += demand.People[place];
            places[own[place]]++;
        }
        return new SmallNumbers(least, hidden, demand.People.ToArray(), people, places);
    }

    /// <summary>The rule for what is published of some structures: the sums of their sites, of their classes of time and of change.</summary>
    /// <param name="study">The measured case.</param>
    /// <param name="structures">What is published; the changes are those against the baseline where it is among them.</param>
    /// <param name="least">Fewer people than this are not told.</param>
    public static SmallNumbers Of(AccessStudy study, IReadOnlyList<StructureAccess> structures, int least) =>
        Of(study.Case.Demand, study.Case.Municipalities.Count, least, PublishedSums.Of(study, structures));

    /// <summary>Hides what a grouping needs, from the smallest place to the largest.</summary>
    /// <returns>Whether anything more is hidden.</returns>
    private static bool Complete(Demand demand, int[] grouping, int[] bySize, bool[] hidden, int least)
    {
        int groups = grouping.Length == 0 ? 0 : Math.Max(0, grouping.Max() + 1);
        var people = new long[groups];
        int[] places = new int[groups];
        for (int place = 0; place < hidden.Length; place++)
        {
            if (!hidden[place] || grouping[place] < 0) continue;
            people[grouping[place]] += demand.People[place];
            places[grouping[place]]++;
        }
        bool isMore = false;
        foreach (int place in bySize)
        {
            int group = grouping[place];
            if (hidden[place] || group < 0 || places[group] == 0 || (places[group] > 1 && people[group] >= least)) continue;
            hidden[place] = isMore = true;
            people[group] += demand.People[place];
            places[group]++;
        }
        return isMore;
    }

    /// <summary>The rule for the places of a case.</summary>
    public static SmallNumbers Of(PlanningCase planningCase, int least = UsualLeast) =>
        Of(planningCase.Demand, planningCase.Municipalities.Count, least);

    /// <summary>Whether the people of a place are not told.</summary>
    public bool IsHidden(int place) => hidden[place];

    /// <summary>The people of a place as published; null where they are not told.</summary>
    public int? PeopleOf(int place) => hidden[place] ? null : people[place];

    /// <summary>The people of the hidden places of a municipality, by its index in the case; -1 for those outside all.</summary>
    public long HiddenPeopleOf(int municipality) => hiddenPeople[municipality < 0 ? ^1 : municipality];

    /// <summary>How many places of a municipality are hidden.</summary>
    public int HiddenPlacesOf(int municipality) => hiddenPlaces[municipality < 0 ? ^1 : municipality];
}
