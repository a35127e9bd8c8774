using NavGeo.Data.Roads;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Ferries. GraphHopper's rule for cars: said outright, or nothing said of anybody; where only walkers or cyclists are
/// let on, it is a boat for people. A train that carries cars is a ferry to whoever drives onto it.
/// </summary>
internal static class FerryRules
{
    /// <summary>Whether a way is one.</summary>
    public static bool Concerns(OsmTags tags) => tags.Is("route", "ferry", "shuttle_train") || tags["ferry"] is "yes";

    /// <summary>The sailing time as it stands there, where it is not understood.</summary>
    public static string? UnreadDuration(OsmTags tags) =>
        tags["duration"] is { } text && !string.IsNullOrWhiteSpace(text) && OsmDuration.Parse(text) is null ? text : null;

    /// <summary>What a way is that is a ferry by its route alone; null where it is something else: a pier, a shore.</summary>
    /// <param name="tags">The way's own.</param>
    /// <param name="route">What its route says.</param>
    public static WayTraits? ByRoute(OsmTags tags, WayTraits route)
    {
        bool isOther = WayRules.Concerns(tags) || AccessRules.IsShut(tags["access"])
            || tags.First("railway", "man_made", "natural", "landuse", "leisure", "amenity", "building", "aeroway", "power", "boundary") is not null;
        return isOther ? null : route with { Name = tags["name"] ?? route.Name, DurationMilliseconds = OsmDuration.Parse(tags["duration"]) };
    }

    public static WayVerdict Judge(OsmTags tags)
    {
        if (tags["ferry"] is "tourist" || tags["tourism"] is not null) return WayVerdict.Drop(DropReason.NotForCars, "ferry, tourist");
        string? car = tags.First("motorcar", "motor_vehicle", "vehicle");
        bool saysUsers = car is not null || tags.First("foot", "bicycle", "passengers") is not null;
        bool isForCars = car is null ? !saysUsers : AccessRules.IsOpen(car);
        if (AccessRules.IsShut(tags["access"]) && !(car is not null && isForCars))
            return WayVerdict.Drop(DropReason.ClosedToCars, "access=" + tags["access"]);
        (RoadCategory category, RoadNumber road) = OsmRoadNumbers.Of(tags, "ferry", CarAccess.Open);
        var traits = new WayTraits
        {
            Kind = isForCars ? LinkKind.CarFerry : LinkKind.PassengerBoat,
            Category = category,
            Road = road,
            Name = tags["name"],
            Directions = tags.First("oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway") switch
            {
                "yes" or "true" or "1" => LinkDirections.Forward,
                "-1" or "reverse" => LinkDirections.Backward,
                _ => LinkDirections.Both,
            },
            DoesSayUsers = saysUsers,
            DurationMilliseconds = OsmDuration.Parse(tags["duration"]),
            IsClosedInWinter = SeasonRules.IsClosedInWinter(tags),
            Flags = SeasonRules.IsOnlyInWinter(tags) ? LinkMarks.OnlyInWinter : LinkMarks.None,
        };
        return WayVerdict.Keep(traits, unreadDuration: UnreadDuration(tags));
    }
}
