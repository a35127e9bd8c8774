using NavGeo.Data.Roads;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>What one block of the file has of ways and relations.</summary>
internal sealed class OsmWayBatch
{
    private readonly Dictionary<WayTraits, WayTraits> shared = [];

    /// <summary>Whether ways for people on foot are kept too.</summary>
    public bool IsOnFoot { get; set; }

    /// <summary>Ways that are kept, in the order of the file.</summary>
    public List<OsmWay> Ways { get; } = [];

    /// <summary>Node ids of the kept ways, one after the other.</summary>
    public List<long> NodeIds { get; } = [];

    /// <summary>Node ids of the coastlines.</summary>
    public List<long[]> Coasts { get; } = [];

    /// <summary>Turn restrictions that concern cars.</summary>
    public List<OsmRestriction> Restrictions { get; } = [];

    /// <summary>Ferry routes.</summary>
    public List<OsmFerryRoute> FerryRoutes { get; } = [];

    /// <summary>The lowest and the highest id of all the block's ways, kept or not; the lowest is the higher where it has none.</summary>
    public (long Lowest, long Highest) WayIds { get; set; } = (long.MaxValue, long.MinValue);

    /// <summary>Ways with a road or ferry tag that no car uses, by reason.</summary>
    public Dictionary<(DropReason Reason, string Value), int> Dropped { get; } = [];

    /// <summary>Restrictions that are not used, by reason.</summary>
    public Dictionary<RestrictionFate, int> UnusedRestrictions { get; } = [];

    /// <summary>Ways with a road or ferry tag, and nodes of any kind.</summary>
    public int RowCount { get; private set; }

    /// <summary>Speed limits that could not be understood.</summary>
    public int UnreadSpeeds { get; set; }

    /// <summary>Sailing times that could not be understood, as they stand there.</summary>
    public List<string> UnreadDurations { get; } = [];

    /// <summary>Whether the block has nodes.</summary>
    public bool HasNodes { get; set; }

    /// <summary>Whether the block has relations.</summary>
    public bool HasRelations { get; set; }

    /// <summary>Takes a way: keeps a road, a ferry or a coastline, counts why a road is none for cars, and passes over others.</summary>
    public void Take(long id, OsmTags tags, ReadOnlySpan<long> nodes)
    {
        if (WayRules.Concerns(tags)) Add(id, IsOnFoot ? FootRules.Judge(tags) : WayRules.Judge(tags), nodes);
        else if (nodes.Length > 1 && OsmSea.Concerns(tags)) Coasts.Add(OsmSea.Thinned(nodes));
    }

    /// <summary>Takes a way that is a ferry by its route alone.</summary>
    public void AddByRoute(long id, OsmTags tags, WayTraits route, ReadOnlySpan<long> nodes)
    {
        if (FerryRules.ByRoute(tags, route) is { } traits) Add(id, WayVerdict.Keep(traits, unreadDuration: FerryRules.UnreadDuration(tags)), nodes);
    }

    private void Add(long id, WayVerdict verdict, ReadOnlySpan<long> nodes)
    {
        RowCount++;
        if (verdict.Traits is not { } traits)
        {
            Count(Dropped, (verdict.Reason, verdict.Value));
            return;
        }
        if (nodes.Length < 2)
        {
            Count(Dropped, (DropReason.NoGeometry, ""));
            return;
        }
        if (traits.Kind is LinkKind.CarFerry or LinkKind.PassengerBoat && nodes[0] == nodes[^1])
        {
            // A ferry that comes back to its own quay is a cruise.
            Count(Dropped, (DropReason.NotForCars, "ferry, round trip"));
            return;
        }
        if (verdict.HasUnreadSpeed) UnreadSpeeds++;
        if (verdict.UnreadDuration is { } duration) UnreadDurations.Add(duration);
        if (!shared.TryGetValue(traits, out WayTraits? known)) shared.Add(traits, known = traits);
        Ways.Add(new OsmWay(id, NodeIds.Count, nodes.Length, known));
        NodeIds.AddRange(nodes);
    }

    public static void Count<T>(Dictionary<T, int> counts, T key, int add = 1)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + add;
}
