using NavGeo.Data.Roads;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Which ways a car uses and how, from their tags: the rules of OSRM's and GraphHopper's car profiles, with the
/// Norwegian road numbers. <c>docs/roads.md</c> lists them with their sources.
/// </summary>
internal static class WayRules
{
    /// <summary>km/h on private roads at most: they are driven to a door, not through.</summary>
    private const double PrivateKmh = 15;

    /// <summary>Whether a way is a road or ferry at all; others are not even counted.</summary>
    public static bool Concerns(OsmTags tags) => tags["highway"] is not null || FerryRules.Concerns(tags);

    public static WayVerdict Judge(OsmTags tags)
    {
        if (tags["highway"] is not { } highway || !OsmSpeeds.TryClass(highway, out double classKmh))
        {
            if (FerryRules.Concerns(tags)) return FerryRules.Judge(tags);
            string value = tags["highway"] ?? "";
            return WayVerdict.Drop(value is "construction" or "proposed" or "planned" ? DropReason.NotYetOpen : DropReason.NotForCars, value);
        }
        if (tags["area"] is "yes") return WayVerdict.Drop(DropReason.NotForCars, "area");
        if (highway is "track" && tags["tracktype"] is { } grade && grade is not ("grade1" or "grade2" or "grade3"))
            return WayVerdict.Drop(DropReason.NotForCars, "track, grade4+");
        if (highway is "service" && tags["service"] is "emergency_access") return WayVerdict.Drop(DropReason.ClosedToCars, "service=emergency_access");
        if (tags["impassable"] is "yes" || tags["status"] is "impassable" || tags["smoothness"] is "impassable")
            return WayVerdict.Drop(DropReason.ClosedToCars, "impassable");
        if (tags["oneway"] is "reversible") return WayVerdict.Drop(DropReason.ClosedToCars, "oneway=reversible");
        WayAccess access = AccessRules.Of(tags);
        // Closed all year but for a condition that opens it: a summer road.
        if (access.Best == CarAccess.Closed && SeasonRules.IsOpenedInSummer(tags)) access = default;
        LinkDirections directions = DirectionsOf(tags, highway) & access.Directions;
        if (directions == LinkDirections.None) return WayVerdict.Drop(DropReason.ClosedToCars, AccessRules.Deciding(tags));

        double groundCap = OsmSpeeds.Cap(tags);
        double forwardCap = access.Forward == CarAccess.Private ? Math.Min(groundCap, PrivateKmh) : groundCap;
        double backwardCap = access.Backward == CarAccess.Private ? Math.Min(groundCap, PrivateKmh) : groundCap;
        OsmSpeed speed = OsmSpeeds.Of(tags, highway, classKmh);
        (RoadCategory category, RoadNumber road) = OsmRoadNumbers.Of(tags, highway, access.Best);
        return WayVerdict.Keep(
            new WayTraits
            {
                Kind = highway is "motorway" or "motorway_link" ? LinkKind.Motorway : tags["motorroad"] is "yes" ? LinkKind.Expressway : LinkKind.Road,
                Category = category,
                Road = road,
                Name = tags.First("bridge:name", "tunnel:name"),
                Directions = directions,
                ForwardKmh = Math.Min(speed.ForwardKmh, forwardCap),
                BackwardKmh = Math.Min(speed.BackwardKmh, backwardCap),
                IsSignposted = !speed.IsAssumed && Math.Max(speed.ForwardKmh, speed.BackwardKmh) <= Math.Min(forwardCap, backwardCap),
                IsClosedInWinter = SeasonRules.IsClosedInWinter(tags),
                Flags = (SeasonRules.IsOnlyInWinter(tags) ? LinkMarks.OnlyInWinter : LinkMarks.None)
                    | (speed.IsAssumed ? LinkMarks.AssumedSpeed : LinkMarks.None)
                    | (tags["tunnel"] is null or "no" or "building_passage" ? LinkMarks.None : LinkMarks.Underground)
                    | (highway is "motorway_link" ? LinkMarks.Ramp : LinkMarks.None),
            },
            hasUnreadSpeed: speed.IsUnread);
    }

    /// <summary>One-way as signed, or as roundabouts and motorways are.</summary>
    private static LinkDirections DirectionsOf(OsmTags tags, string highway) =>
        tags.First("oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway") switch
        {
            "yes" or "true" or "1" => LinkDirections.Forward,
            "-1" or "reverse" => LinkDirections.Backward,
            "no" or "false" or "0" or "alternating" => LinkDirections.Both,
            _ when tags.Is("junction", "roundabout", "circular") || highway is "motorway" or "motorway_link" => LinkDirections.Forward,
            _ => LinkDirections.Both,
        };
}

/// <summary>Whether a way is for cars: its traits, or why not; and what of it was not understood.</summary>
internal readonly record struct WayVerdict(WayTraits? Traits, DropReason Reason, string Value, bool HasUnreadSpeed, string? UnreadDuration)
{
    public static WayVerdict Drop(DropReason reason, string value) => new(null, reason, value, false, null);

    public static WayVerdict Keep(WayTraits traits, bool hasUnreadSpeed = false, string? unreadDuration = null) =>
        new(traits, default, "", hasUnreadSpeed, unreadDuration);
}
