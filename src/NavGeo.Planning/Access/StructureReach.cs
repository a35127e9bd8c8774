using NavGeo.Planning.Cases;

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

/// <summary>Which links the people of a place cannot do without on the way to an open site.</summary>
public enum LinkReach : byte
{
    /// <summary>Some site is reached by road alone (or off the road).</summary>
    ByRoad = 0,

    /// <summary>None without a car ferry, some with one.</summary>
    OnlyByFerry,

    /// <summary>None by car, some with a boat that carries people only.</summary>
    OnlyByPassengerBoat,

    /// <summary>None at all.</summary>
    WithoutLink,

    /// <summary>In none of the case's municipalities.</summary>
    Outside,
}
