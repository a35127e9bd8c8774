namespace NavGeo.Planning;

/// <summary>
/// Which places of a demand are published without their number of people, so that nobody can be picked out: those with
/// fewer than a limit. Where those of a municipality are a single place, or together fewer people than the limit, the
/// number could be found by subtraction from the municipality's sum; the next smallest places are then hidden too,
/// until neither holds. The hidden people of a municipality are published as one sum, so that visible and hidden add up
/// to everybody. Places outside all municipalities are one group. Immutable.
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
    public static SmallNumbers Of(Demand demand, int municipalities, int least)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        var hidden = new bool[demand.Count];
        var people = new long[municipalities + 1];
        int[] places = new int[municipalities + 1];
        for (int place = 0; place < hidden.Length; place++)
        {
            if (demand.People[place] > 0 && demand.People[place] < least) Hide(place);
        }
        // From the smallest to the largest; a group that needs more takes the first of its own.
        int[] bySize = [.. Enumerable.Range(0, hidden.Length).Where(p => !hidden[p] && demand.People[p] > 0).OrderBy(p => demand.People[p])];
        foreach (int place in bySize)
        {
            int group = GroupOf(place);
            if (places[group] > 0 && (places[group] == 1 || people[group] < least)) Hide(place);
        }
        return new SmallNumbers(least, hidden, demand.People.ToArray(), people, places);

        int GroupOf(int place) => demand.Municipalities[place] < 0 ? municipalities : demand.Municipalities[place];

        void Hide(int place)
        {
            hidden[place] = true;
            people[GroupOf(place)] += demand.People[place];
            places[GroupOf(place)]++;
        }
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
