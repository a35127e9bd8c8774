using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning;

/// <summary>What users call a road that has no number.</summary>
public static class RoadWords
{
    /// <summary>"county road", "municipal road", …</summary>
    public static Phrase Unnumbered(RoadCategory category) => new(category switch
    {
        RoadCategory.European or RoadCategory.National => "decisions.road.national",
        RoadCategory.County => "decisions.road.county",
        RoadCategory.Municipal => "decisions.road.municipal",
        RoadCategory.Private => "decisions.road.private",
        RoadCategory.Forest => "decisions.road.forest",
        _ => "decisions.road.unknown",
    });
}
