using System.Globalization;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Language;

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

/// <summary>What users call a way to count the wait at a quay; the setting's own name is for commands and appendices.</summary>
public static class FerryWaitWords
{
    /// <summary>"half the time between departures, at most 120 minutes", …</summary>
    public static Phrase Of(FerryWait wait)
    {
        string[] parts = wait.Name.Split('(', ')');
        string key = "ferry-wait." + parts[0];
        return parts.Length == 1 ? new Phrase(key) : new Phrase(key, double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

/// <summary>What users are told of a winter: its share is an assumption, NavGeo's own where nobody stated another.</summary>
public static class WinterWords
{
    /// <summary>"winter roads: roads closed in winter are closed, and all driving takes 10 % longer (NavGeo's assumption)".</summary>
    public static Phrase Of(WinterSeason winter) => winter.SlowerPercent switch
    {
        0 => new Phrase("edits.winter"),
        WinterSeason.AssumedPercent => new Phrase("edits.winter-assumed", winter.SlowerPercent),
        _ => new Phrase("edits.winter-slower", winter.SlowerPercent),
    };
}
