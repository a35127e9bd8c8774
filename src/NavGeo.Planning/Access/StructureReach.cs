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
        var total = Enum.GetValues<LinkReach>().ToDictionary(r => r, _ => 0L);
        Dictionary<LinkReach, long>[] each = [.. Enumerable.Range(0, municipalities).Select(_ => new Dictionary<LinkReach, long>(total))];
        for (int place = 0; place < places.Length; place++)
        {
            total[places[place]] += demand.People[place];
            if (demand.Municipalities[place] >= 0) each[demand.Municipalities[place]][places[place]] += demand.People[place];
        }
        People = total;
        ByMunicipality = each;
    }

    /// <summary>One a place of the demand.</summary>
    public ReadOnlySpan<LinkReach> Places => places;

    /// <summary>People by what they depend on; they add up to the demand.</summary>
    public IReadOnlyDictionary<LinkReach, long> People { get; }

    /// <summary>The same for each municipality, in the case's order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<LinkReach, long>> ByMunicipality { get; }
}
