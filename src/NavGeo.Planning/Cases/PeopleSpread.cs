using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Municipality totals of one year spread over the places where people were counted in another: every place keeps its
/// share of its municipality. The shares are made whole by the largest remainder, so that the places of a municipality
/// add up to its total exactly. Pure and deterministic; linear but for a sort within each municipality.
/// </summary>
/// <param name="People">Persons a place, in the order of the places.</param>
/// <param name="Rows">One a municipality, in their order.</param>
public sealed record PeopleSpread(ImmutableArray<int> People, ImmutableArray<SpreadRow> Rows)
{
    /// <summary>Spreads.</summary>
    /// <param name="counted">Persons counted a place, 0 or more.</param>
    /// <param name="homes">Index of the municipality a place lies in; negative for none: such places keep their count.</param>
    /// <param name="totals">The wanted sum a municipality; null keeps what was counted.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a total is below 0.</exception>
    public static PeopleSpread Of(IReadOnlyList<int> counted, IReadOnlyList<int> homes, IReadOnlyList<long?> totals)
    {
        if (counted.Count != homes.Count) throw new ArgumentException("a place has one count and one home", nameof(homes));
        if (totals.Any(t => t < 0)) throw new ArgumentException("a municipality cannot have fewer than 0 people", nameof(totals));
        int[] people = [.. counted];
        var rows = new SpreadRow[totals.Count];
        ILookup<int, int> placesOf = Enumerable.Range(0, counted.Count).Where(p => homes[p] >= 0).ToLookup(p => homes[p]);
        for (int home = 0; home < rows.Length; home++)
        {
            int[] places = [.. placesOf[home]];
            long[] weights = [.. places.Select(p => (long)counted[p])];
            rows[home] = new SpreadRow(home, places.Length, weights.Sum(), totals[home]);
            if (totals[home] is not { } total || rows[home].Counted == 0) continue;
            foreach ((int i, long share) in LargestRemainder.Split(total, weights).Index()) people[places[i]] = checked((int)share);
        }
        return new PeopleSpread(ImmutableCollectionsMarshal.AsImmutableArray(people), ImmutableCollectionsMarshal.AsImmutableArray(rows));
    }
}

/// <summary>What became of one municipality when totals were spread over places.</summary>
/// <param name="Municipality">Index of the municipality.</param>
/// <param name="Places">How many places lie in it.</param>
/// <param name="Counted">Persons counted there.</param>
/// <param name="Total">Persons wanted; null where no total was given and the count stands.</param>
public sealed record SpreadRow(int Municipality, int Places, long Counted, long? Total)
{
    /// <summary>What every count was multiplied by; null where nothing was spread.</summary>
    public double? Factor => Total is { } total && Counted > 0 ? total / (double)Counted : null;

    /// <summary>Whether there are people, but no place where anyone was counted: they stand nowhere.</summary>
    public bool IsWithoutPlaces => Total > 0 && Counted == 0;
}
