using System.Globalization;
using NavGeo.Routing;
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

/// <summary>
/// What an edit of the roads says: a phrase for people, and one line of plain text for files that must be made again
/// from it. A result that was measured on edited roads carries both.
/// </summary>
public static class RoadEditText
{
    /// <summary>For people: "Rv 7 er stengt".</summary>
    public static Phrase Of(RoadEdit edit) => edit switch
    {
        CloseRoad close => new Phrase("edits.close-road", close.Road.ToString()),
        CloseStretch close => new Phrase("edits.close-stretch", close.Road.ToString()),
        ClosePoint close => new Phrase("edits.close-point", Math.Round(close.Point.Easting), Math.Round(close.Point.Northing)),
        CloseArea => new Phrase("edits.close-area"),
        RemoveFerry ferry => new Phrase("edits.remove-ferry", ferry.NameOrRoad),
        ChangeHeadway change => new Phrase("edits.headway", change.NameOrRoad, change.Minutes),
        ChangeSpeed change => new Phrase("edits.speed", change.Road.ToString(), change.Kmh),
        AddLink { Link.Kind: LinkKind.CarFerry } => new Phrase("edits.add-ferry"),
        AddLink => new Phrase("edits.add-link"),
        WinterSeason { SlowerPercent: 0 } => new Phrase("edits.winter"),
        WinterSeason { SlowerPercent: WinterSeason.AssumedPercent } winter => new Phrase("edits.winter-assumed", winter.SlowerPercent),
        WinterSeason winter => new Phrase("edits.winter-slower", winter.SlowerPercent),
        _ => throw new ArgumentException($"no text for {edit}", nameof(edit)),
    };

    /// <summary>For files, without language: <c>close-road Rv 7</c>, <c>close-point 137201.5 6732100.2</c> (metres).</summary>
    public static string Plain(RoadEdit edit) => edit switch
    {
        CloseRoad close => $"close-road {close.Road}",
        CloseStretch close => $"close-stretch {close.Road} {Plain(close.From)} {Plain(close.To)}",
        ClosePoint close => $"close-point {Plain(close.Point)}",
        CloseArea close => $"close-area {string.Join(' ', close.Ring.Select(Plain))}",
        RemoveFerry ferry => $"remove-ferry {ferry.NameOrRoad}",
        ChangeHeadway change => string.Create(CultureInfo.InvariantCulture, $"headway {change.NameOrRoad} {change.Minutes}"),
        ChangeSpeed change => string.Create(CultureInfo.InvariantCulture, $"speed {change.Road} {change.Kmh}"),
        WinterSeason winter => string.Create(CultureInfo.InvariantCulture, $"winter {winter.SlowerPercent}"),
        AddLink add => $"add-{(add.Link.Kind.IsFerry() ? "ferry" : "road")} {Pace(add.Link)} {string.Join(' ', add.Link.Shape.Select(Plain))}",
        _ => throw new ArgumentException($"no text for {edit}", nameof(edit)),
    };

    private static string Pace(RoadLink link) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(link.ForwardMilliseconds is { } time ? $"{time} ms" : $"{link.SpeedKmh} km/h")}{(link.HeadwayMinutes is { } headway ? $" every {headway} min" : "")}{(link.Directions == LinkDirections.Both ? "" : " one way")}");

    private static string Plain(PlanePoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Easting:0.0} {point.Northing:0.0}");
}
