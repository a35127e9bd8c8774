namespace NavGeo.Data.OpenStreetMap;

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
