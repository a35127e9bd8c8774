using NavGeo.Planning.Access;

namespace NavGeo.Planning.Ledger;

/// <summary>Adds up one row of a ledger place by place. Scratch for one thread.</summary>
internal sealed class LedgerTally
{
    private readonly long[] longer = new long[ChangeClass.Count];
    private readonly long[] shorter = new long[ChangeClass.Count];
    private long more;
    private long less;
    private PlaceChange? mostLost;
    private PlaceChange? worstOff;

    public void Add(PlaceChange change)
    {
        if (change.People == 0) return;
        if (worstOff is not { } worst || IsWorse(change, worst)) worstOff = change;
        if (change.Difference is not { } difference || difference == 0) return;
        long[] classes = difference > 0 ? longer : shorter;
        classes[ChangeClass.Of(Math.Abs(difference))] += change.People;
        if (difference < 0)
        {
            less -= difference * change.People;
            return;
        }
        more += difference * change.People;
        if (mostLost is not { } most || difference > most.Difference || (difference == most.Difference && change.People > most.People))
            mostLost = change;
    }

    public LedgerRow ToRow(int municipality, AccessChange change, ContactRate contacts) => new()
    {
        Municipality = municipality,
        Change = change,
        Longer = [.. longer],
        Shorter = [.. shorter],
        HoursMore = contacts.Hours(more),
        HoursLess = contacts.Hours(less),
        MostLost = mostLost?.Place ?? LedgerRow.NoPlace,
        WorstOff = worstOff?.Place ?? LedgerRow.NoPlace,
    };

    private static bool IsWorse(PlaceChange change, PlaceChange worst)
    {
        int later = change.After.CompareTo(worst.After);
        return later > 0 || (later == 0 && change.People > worst.People);
    }
}
