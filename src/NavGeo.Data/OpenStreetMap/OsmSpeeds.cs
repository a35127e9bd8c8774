using System.Globalization;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// How fast a car drives on a way. A signposted limit is driven at nine tenths, as in GraphHopper; without one the
/// class's speed of OSRM's car profile holds (GraphHopper's where OSRM does not drive); surface, track type and
/// smoothness cap either, as in OSRM.
/// </summary>
internal static class OsmSpeeds
{
    private const double KilometresPerMile = 1.609344;
    private const double FastestSign = 150;

    private static readonly Dictionary<string, double> Classes = new(StringComparer.Ordinal)
    {
        ["motorway"] = 90,
        ["motorway_link"] = 45,
        ["trunk"] = 85,
        ["trunk_link"] = 40,
        ["primary"] = 65,
        ["primary_link"] = 30,
        ["secondary"] = 55,
        ["secondary_link"] = 25,
        ["tertiary"] = 40,
        ["tertiary_link"] = 20,
        ["unclassified"] = 25,
        ["residential"] = 25,
        ["living_street"] = 10,
        ["service"] = 15,
        ["road"] = 20,
        ["track"] = 15,
    };

    private static readonly Dictionary<string, double> Surfaces = new(StringComparer.Ordinal)
    {
        ["cement"] = 80,
        ["compacted"] = 80,
        ["fine_gravel"] = 80,
        ["paving_stones"] = 60,
        ["metal"] = 60,
        ["bricks"] = 60,
        ["grass"] = 40,
        ["wood"] = 40,
        ["sett"] = 40,
        ["grass_paver"] = 40,
        ["gravel"] = 40,
        ["unpaved"] = 40,
        ["ground"] = 40,
        ["dirt"] = 40,
        ["pebblestone"] = 40,
        ["tartan"] = 40,
        ["cobblestone"] = 30,
        ["clay"] = 30,
        ["earth"] = 20,
        ["stone"] = 20,
        ["rocky"] = 20,
        ["sand"] = 20,
        ["mud"] = 10,
    };

    private static readonly Dictionary<string, double> TrackTypes = new(StringComparer.Ordinal)
    {
        ["grade1"] = 60,
        ["grade2"] = 40,
        ["grade3"] = 30,
        ["grade4"] = 25,
        ["grade5"] = 20,
    };

    private static readonly Dictionary<string, double> Smoothness = new(StringComparer.Ordinal)
    {
        ["intermediate"] = 80,
        ["bad"] = 40,
        ["very_bad"] = 20,
        ["horrible"] = 10,
        ["very_horrible"] = 5,
    };

    /// <summary>Whether a value of <c>highway</c> carries cars, and at what speed where nothing is signposted.</summary>
    public static bool TryClass(string highway, out double kmh) => Classes.TryGetValue(highway, out kmh);

    /// <summary>The most a car drives on that ground, km/h.</summary>
    public static double Cap(OsmTags tags)
    {
        double cap = double.PositiveInfinity;
        if (tags["surface"] is { } surface && Surfaces.TryGetValue(surface, out double kmh)) cap = Math.Min(cap, kmh);
        if (tags["tracktype"] is { } grade && TrackTypes.TryGetValue(grade, out kmh)) cap = Math.Min(cap, kmh);
        if (tags["smoothness"] is { } smoothness && Smoothness.TryGetValue(smoothness, out kmh)) cap = Math.Min(cap, kmh);
        return cap;
    }

    public static OsmSpeed Of(OsmTags tags, string highway, double classKmh)
    {
        bool isUnread = false;
        double? both = Sign(tags["maxspeed"]) ?? Sign(tags["maxspeed:motorcar"]);
        if (both is null)
        {
            isUnread = tags["maxspeed"] is not (null or "signals" or "variable" or "none");
            both = Zone(tags.First("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic"));
        }
        double? forward = Sign(tags["maxspeed:forward"]) ?? both;
        double? backward = Sign(tags["maxspeed:backward"]) ?? both;
        return new OsmSpeed(
            forward * TravelStandards.OneLimitShare ?? classKmh, backward * TravelStandards.OneLimitShare ?? classKmh, forward is null || backward is null, isUnread);

        double? Sign(string? text) => Signposted(text, highway);
    }

    /// <summary>The limit in km/h; null where the text has none (<c>none</c> on a motorway is the class's speed).</summary>
    internal static double? Signposted(string? text, string highway)
    {
        if (text is null) return null;
        // Lanes or seasons may have limits of their own; the first is the sign on the right.
        text = text.Split(';', '|')[0].Trim();
        if (text is "none") return highway is "motorway" ? 130 : null;
        if (text is "walk") return 7;
        if (Zone(text) is { } zone) return zone;
        int digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.')) digits++;
        if (digits == 0 || !double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)) return null;
        double? kmh = text[digits..].Trim().ToLowerInvariant() switch
        {
            "" or "km/h" or "kmh" or "kph" => number,
            "mph" => number * KilometresPerMile,
            "knots" => number * 1.852,
            _ => null,
        };
        return kmh is >= 3 and <= FastestSign ? kmh : null;
    }

    /// <summary>A limit that follows from the kind of place: <c>NO:urban</c>, <c>NO:rural</c>, <c>NO:zone30</c>.</summary>
    private static double? Zone(string? text)
    {
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon != 2) return null;
        string country = text![..colon].ToUpperInvariant();
        string kind = text[(colon + 1)..].ToLowerInvariant();
        if (kind.StartsWith("zone", StringComparison.Ordinal) && double.TryParse(kind.AsSpan(4).TrimStart(':'), NumberStyles.None, CultureInfo.InvariantCulture, out double zone))
            return zone is >= 5 and <= 100 ? zone : null;
        return (country, kind) switch
        {
            (_, "urban") => country is "GB" ? 30 * KilometresPerMile : 50,
            ("NO" or "DK" or "FI" or "IS" or "NL" or "CH" or "FR" or "MT", "rural") => 80,
            ("SE", "rural") => 70,
            ("AT" or "DE" or "GB", "rural") => 100,
            (_, "rural") => 90,
            (_, "living_street") => 10,
            ("NO" or "SE", "motorway") => 110,
            ("NO", "trunk") => 90,
            ("PT", "trunk") => 100,
            (_, "trunk") => 110,
            ("FI" or "BE" or "CH" or "ES" or "PT" or "GB", "motorway") => 120,
            (_, "motorway") => 130,
            _ => null,
        };
    }
}

/// <summary>Speeds of a road in km/h each way, after the sign has been turned into what is driven.</summary>
/// <param name="ForwardKmh">Along the drawing.</param>
/// <param name="BackwardKmh">Against it.</param>
/// <param name="IsAssumed">Whether they are the class's default in either direction.</param>
/// <param name="IsUnread">Whether there was a limit that could not be understood.</param>
internal readonly record struct OsmSpeed(double ForwardKmh, double BackwardKmh, bool IsAssumed, bool IsUnread);
