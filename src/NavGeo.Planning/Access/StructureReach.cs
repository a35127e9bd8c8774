namespace NavGeo.Planning.Access;

/// <summary>
/// What the people of each place depend on to reach an open site under one structure, be it their own or not. Immutable.
/// </summary>
public sealed class StructureReach
{
    private readonly LinkReach[] places;

    internal StructureReach(Demand demand, int municipalities, LinkReach[] places)
    {
        this.places = places;
        LinkReach[] kinds = Enum.GetValues<LinkReach>();
        // The last row is of those in no municipality.
        var sums = new long[(municipalities + 1) * kinds.Length];
        for (int place = 0; place < places.Length; place++)
        {
            int municipality = demand.Municipalities[place];
            sums[(municipality >= 0 ? municipality : municipalities) * kinds.Length + (int)places[place]] += demand.People[place];
        }
        People = kinds.ToDictionary(r => r, r => Enumerable.Range(0, municipalities + 1).Sum(m => sums[m * kinds.Length + (int)r]));
        ByMunicipality =
        [
            .. Enumerable.Range(0, municipalities).Select(m => kinds.ToDictionary(r => r, r => sums[m * kinds.Length + (int)r])),
        ];
    }

    /// <summary>One a place of the demand.</summary>
    public ReadOnlySpan<LinkReach> Places => places;

    /// <summary>People by what they depend on; they add up to the demand.</summary>
    public IReadOnlyDictionary<LinkReach, long> People { get; }

    /// <summary>The same for each municipality, in the case's order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<LinkReach, long>> ByMunicipality { get; }
}
