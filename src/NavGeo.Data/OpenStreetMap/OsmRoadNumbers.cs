using System.Globalization;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Owner and number of a road. Norwegian roads carry <c>ref</c> as "E 6", "Rv 7", "Fv 50", or the bare number of a
/// riksveg (on a trunk) or fylkesveg (on the classes below); a road with several numbers takes the highest road.
/// </summary>
internal static class OsmRoadNumbers
{
    public static (RoadCategory Category, RoadNumber Road) Of(OsmTags tags, string highway, CarAccess access)
    {
        RoadCategory byClass = highway switch
        {
            "motorway" or "motorway_link" or "trunk" or "trunk_link" => RoadCategory.National,
            "primary" or "primary_link" or "secondary" or "secondary_link" or "tertiary" or "tertiary_link" => RoadCategory.County,
            "ferry" => RoadCategory.Unknown,
            _ => access == CarAccess.Private || highway is "service" or "track" ? RoadCategory.Private : RoadCategory.Municipal,
        };
        RoadNumber best = default;
        foreach (string? written in (ReadOnlySpan<string?>)[tags["ref"], tags["int_ref"]])
        {
            foreach (string part in (written ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                RoadNumber road = NumberOf(part, byClass);
                if (road.IsNumbered && (!best.IsNumbered || road.Category < best.Category)) best = road;
            }
            if (best.IsNumbered) return (best.Category, best);
        }
        return (byClass, default);
    }

    private static RoadNumber NumberOf(string text, RoadCategory byClass)
    {
        if (RoadNumber.TryParse(text, out RoadNumber road)) return road;
        bool isBare = byClass is RoadCategory.National or RoadCategory.County
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0;
        return isBare ? new RoadNumber(byClass, int.Parse(text, CultureInfo.InvariantCulture)) : default;
    }
}
