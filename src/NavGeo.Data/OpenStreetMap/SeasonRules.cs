namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// What a way says of winter: <c>seasonal</c>, <c>winter_road</c>, <c>ice_road</c>, <c>snowplowing</c>,
/// <c>winter_service</c> and access that is <c>no</c> at a time that takes in January. Other conditions (hours of the
/// day, weights) are not used.
/// </summary>
internal static class SeasonRules
{
    private static readonly string[] ConditionalKeys =
        ["motorcar:conditional", "motor_vehicle:conditional", "vehicle:conditional", "access:conditional"];

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Whether it is a road over ice or snow.</summary>
    public static bool IsOnlyInWinter(OsmTags tags) =>
        tags["winter_road"] is "yes" || tags["ice_road"] is "yes" || tags["seasonal"] is "winter";

    /// <summary>Whether winter closes it.</summary>
    public static bool IsClosedInWinter(OsmTags tags)
    {
        if (IsOnlyInWinter(tags)) return false;
        if (tags["seasonal"] is { } seasonal and not "no")
        {
            // "yes" says that it is not open all year; in these countries it is winter that closes.
            if (seasonal is "yes" || !seasonal.Contains("winter", StringComparison.Ordinal)) return true;
        }
        if (tags.Is("snowplowing", "no") || tags.Is("winter_service", "no")) return true;
        return ConditionalKeys.Any(key => tags[key] is { } value && IsShutInJanuary(value));
    }

    /// <summary><c>no @ (Nov 15-May 20); yes @ (…)</c>: whether a part that begins with no takes in January.</summary>
    internal static bool IsShutInJanuary(string conditional)
    {
        int at = 0;
        while (at < conditional.Length)
        {
            int sign = conditional.IndexOf('@', at);
            if (sign < 0) return false;
            string value = conditional[at..sign].Trim(' ', ';');
            int open = conditional.IndexOf('(', sign);
            int close = open < 0 ? -1 : conditional.IndexOf(')', open);
            int semicolon = conditional.IndexOf(';', sign);
            int end = close > 0 && (semicolon < 0 || open < semicolon) ? close : semicolon < 0 ? conditional.Length : semicolon;
            if (value is "no" && TakesInJanuary(conditional[(sign + 1)..end])) return true;
            at = Math.Min(end + 1, conditional.Length);
        }
        return false;
    }

    private static bool TakesInJanuary(string when)
    {
        string text = when.ToUpperInvariant();
        if (text.Contains("WINTER", StringComparison.Ordinal) || text.Contains("SNOW", StringComparison.Ordinal)) return true;
        // A clock within the condition makes it one of the day, not of the year.
        if (text.Contains(':', StringComparison.Ordinal)) return false;
        var found = new List<(int At, int Month)>();
        for (int month = 0; month < Months.Length; month++)
        {
            for (int at = text.IndexOf(Months[month], StringComparison.Ordinal); at >= 0; at = text.IndexOf(Months[month], at + 1, StringComparison.Ordinal))
                found.Add((at, month));
        }
        found.Sort();
        if (found.Count == 1) return found[0].Month == 0;
        return found.Count == 2 && (found[0].Month > found[1].Month || found[0].Month == 0);
    }
}
