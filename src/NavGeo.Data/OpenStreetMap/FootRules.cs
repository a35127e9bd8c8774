using NavGeo.Data.Roads;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Which ways people walk, from their tags: the roads of cars but motorways, in both directions, and the paths that are none.
/// Footways are for anybody unless <c>foot</c> or <c>access</c> says otherwise
/// (https://wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions).
/// </summary>
internal static class FootRules
{
    /// <summary>km/h that stands on a path; who walks keeps their own pace.</summary>
    private const double PathKmh = 5;

    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal)
    {
        "footway", "path", "pedestrian", "steps", "cycleway", "bridleway", "track", "corridor", "platform",
    };

    public static WayVerdict Judge(OsmTags tags)
    {
        if (tags["highway"] is not { } highway || !(Paths.Contains(highway) || OsmSpeeds.TryClass(highway, out _))) return WayRules.Judge(tags);
        if (tags.First("foot", "access") is "no" or "private" or "use_sidepath" or "military")
            return WayVerdict.Drop(DropReason.ClosedToCars, $"foot={tags.First("foot", "access")}");
        if (WayRules.Judge(tags).Traits is { } road) return WayVerdict.Keep(road with { Directions = LinkDirections.Both });
        return WayVerdict.Keep(new WayTraits { Kind = LinkKind.Road, Category = RoadCategory.Private, ForwardKmh = PathKmh, BackwardKmh = PathKmh, Flags = LinkMarks.AssumedSpeed });
    }
}
