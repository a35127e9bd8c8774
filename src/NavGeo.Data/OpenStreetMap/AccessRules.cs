using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// The access tags from the most to the least particular, as https://wiki.openstreetmap.org/wiki/Key:access orders them
/// for a car; what is said of one direction goes before what is said of both. Values as in OSRM's car profile.
/// </summary>
internal static class AccessRules
{
    private static readonly string[] Keys = ["motorcar", "motor_vehicle", "vehicle", "access"];

    private static readonly string[] ForwardKeys = [.. Keys.SelectMany(key => (string[])[key + ":forward", key])];

    private static readonly string[] BackwardKeys = [.. Keys.SelectMany(key => (string[])[key + ":backward", key])];

    public static WayAccess Of(OsmTags tags)
    {
        if (tags.HasDirections) return new WayAccess(Judge(tags.First(ForwardKeys)), Judge(tags.First(BackwardKeys)));
        CarAccess both = Judge(tags.First(Keys));
        return new WayAccess(both, both);
    }

    /// <summary>The tag that closes it, as it stands in the file: <c>motor_vehicle=no</c>.</summary>
    public static string Deciding(OsmTags tags)
    {
        foreach (string key in (ReadOnlySpan<string>)[.. ForwardKeys, .. BackwardKeys])
        {
            if (tags[key] is { } value && IsShut(value)) return $"{key}={value}";
        }
        return "";
    }

    /// <summary>Whether ordinary cars are kept out; what is not known lets them through, as OSRM does.</summary>
    public static bool IsShut(string? value) => Judge(value) == CarAccess.Closed;

    /// <summary>Whether a value lets cars in outright.</summary>
    public static bool IsOpen(string value) => value is "yes" or "designated" or "permissive" or "official" or "destination" or "customers";

    /// <summary>What a value, or several set apart by semicolons, says to a car.</summary>
    private static CarAccess Judge(string? value)
    {
        if (value is null) return CarAccess.Open;
        return value.Contains(';', StringComparison.Ordinal) ? value.Split(';', StringSplitOptions.TrimEntries).Min(JudgeOne) : JudgeOne(value);
    }

    private static CarAccess JudgeOne(string value) => value switch
    {
        "no" or "agricultural" or "forestry" or "emergency" or "psv" or "bus" or "military" or "restricted" or "official" or "foot" or "bicycle"
            or "hgv" or "goods" or "taxi" or "tourist_bus" => CarAccess.Closed,
        "private" or "permit" or "residents" => CarAccess.Private,
        _ => CarAccess.Open,
    };
}

/// <summary>May a car use it?</summary>
internal enum CarAccess
{
    /// <summary>Yes.</summary>
    Open = 0,

    /// <summary>Those who live there or are let in: open to drive to a door.</summary>
    Private,

    /// <summary>No.</summary>
    Closed,
}

/// <summary>May a car use a way?</summary>
/// <param name="Forward">Along the drawing.</param>
/// <param name="Backward">Against it.</param>
internal readonly record struct WayAccess(CarAccess Forward, CarAccess Backward)
{
    /// <summary>The better of the two.</summary>
    public CarAccess Best => (CarAccess)Math.Min((int)Forward, (int)Backward);

    /// <summary>The ways a car may drive.</summary>
    public LinkDirections Directions =>
        (Forward == CarAccess.Closed ? 0 : LinkDirections.Forward) | (Backward == CarAccess.Closed ? 0 : LinkDirections.Backward);
}

/// <summary>
/// Which nodes on a road stop a car. As in OSRM's car profile everything tagged <c>barrier</c> does, but for what cars
/// pass (gates, cattle grids, toll booths …); what the node's own access says goes first. A locked gate is passed only
/// where cars are let in outright, as in GraphHopper.
/// </summary>
internal static class BarrierRules
{
    public static bool Blocks(OsmTags tags)
    {
        if (tags["barrier"] is not { } barrier) return false;
        string? access = tags.First("motorcar", "motor_vehicle", "vehicle", "access");
        if (AccessRules.IsShut(access)) return true;
        if (tags["locked"] is "yes" && !(access is not null && AccessRules.IsOpen(access))) return true;
        if (access is not null) return false;
        return barrier switch
        {
            "cattle_grid" or "border_control" or "toll_booth" or "sally_port" or "gate" or "lift_gate" or "swing_gate" or "no"
                or "entrance" or "height_restrictor" or "arch" or "kerb" or "checkpoint" or "toll" or "rising_gate" => false,
            "bollard" => tags["bollard"] is not "rising",
            _ => true,
        };
    }
}
