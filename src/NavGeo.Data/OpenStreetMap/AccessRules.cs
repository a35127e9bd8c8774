namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// The access tags from the most to the least particular, as https://wiki.openstreetmap.org/wiki/Key:access orders them
/// for a car. Values as in OSRM's car profile.
/// </summary>
internal static class AccessRules
{
    private static readonly string[] Keys = ["motorcar", "motor_vehicle", "vehicle", "access"];

    public static CarAccess Of(OsmTags tags)
    {
        string? value = tags.First(Keys);
        if (IsShut(value)) return CarAccess.Closed;
        return value is "private" or "permit" or "residents" ? CarAccess.Private : CarAccess.Open;
    }

    /// <summary>The tag that decided, as it stands in the file: <c>motor_vehicle=no</c>.</summary>
    public static string Deciding(OsmTags tags)
    {
        foreach (string key in Keys)
        {
            if (tags[key] is { } value) return $"{key}={value}";
        }
        return "";
    }

    /// <summary>Whether ordinary cars are kept out; what is not known lets them through, as OSRM does.</summary>
    public static bool IsShut(string? value) =>
        value is "no" or "agricultural" or "forestry" or "emergency" or "psv" or "bus" or "military" or "restricted" or "official" or "foot" or "bicycle";

    /// <summary>Whether a value lets cars in outright.</summary>
    public static bool IsOpen(string value) => value is "yes" or "designated" or "permissive" or "official" or "destination" or "customers";
}

/// <summary>
/// Which nodes on a road stop a car. As in OSRM's car profile everything tagged <c>barrier</c> does, but for what cars
/// pass (gates, cattle grids, toll booths …); what the node's own access says goes first.
/// </summary>
internal static class BarrierRules
{
    public static bool Blocks(OsmTags tags)
    {
        if (tags["barrier"] is not { } barrier) return false;
        if (tags.First("motorcar", "motor_vehicle", "vehicle", "access") is { } access) return AccessRules.IsShut(access);
        return barrier switch
        {
            "cattle_grid" or "border_control" or "toll_booth" or "sally_port" or "gate" or "lift_gate" or "swing_gate" or "no"
                or "entrance" or "height_restrictor" or "arch" or "kerb" or "checkpoint" or "toll" or "rising_gate" => false,
            "bollard" => tags["bollard"] is not "rising",
            _ => true,
        };
    }
}
