using NavGeo.Data.Roads;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// What relations say to a car: turn restrictions (https://wiki.openstreetmap.org/wiki/Relation:restriction) and ferry
/// routes, with the sailing time.
/// </summary>
internal static class RelationRules
{
    /// <summary>Members of a route or restriction that are believed; sound ones have a handful.</summary>
    private const int MostMembers = 500;

    public static bool Concerns(OsmTags tags) => tags["type"] is "restriction" || (tags["type"] is "route" && tags["route"] is "ferry");

    public static void Take(long id, OsmTags tags, ReadOnlySpan<OsmMember> members, OsmWayBatch batch)
    {
        if (tags["type"] is "route") TakeFerry(tags, members, batch);
        else OsmWayBatch.Count(batch.UnusedRestrictions, TakeRestriction(id, tags, members, batch));
    }

    private static void TakeFerry(OsmTags tags, ReadOnlySpan<OsmMember> members, OsmWayBatch batch)
    {
        if (members.Length > MostMembers) return;
        long[] ways = [.. members.ToArray().Where(m => m.Kind == OsmKind.Way && !IsLanding(m.Role)).Select(m => m.Id)];
        if (ways.Length == 0) return;
        WayVerdict verdict = FerryRules.Judge(tags);
        if (verdict.UnreadDuration is { } duration) batch.UnreadDurations.Add(duration);
        batch.FerryRoutes.Add(new OsmFerryRoute(ways, verdict.Traits, OsmDuration.Parse(tags["duration"])));
    }

    private static bool IsLanding(string role) => role.StartsWith("platform", StringComparison.Ordinal) || role.StartsWith("stop", StringComparison.Ordinal);

    private static RestrictionFate TakeRestriction(long id, OsmTags tags, ReadOnlySpan<OsmMember> members, OsmWayBatch batch)
    {
        if ((tags["except"] ?? "").Split(';', StringSplitOptions.TrimEntries).Any(e => e is "motorcar" or "motor_vehicle" or "vehicle"))
            return RestrictionFate.CarsExcepted;
        string? kind = tags.First("restriction:motorcar", "restriction:motor_vehicle", "restriction");
        if (kind is null || tags.First("day_on", "hour_on") is not null) return RestrictionFate.Conditional;
        bool isOnly = kind.StartsWith("only_", StringComparison.Ordinal);
        if (!isOnly && !kind.StartsWith("no_", StringComparison.Ordinal)) return RestrictionFate.Incomplete;
        if (members.Length > MostMembers) return RestrictionFate.Incomplete;
        List<long> from = [], to = [], via = [], viaWays = [];
        foreach (OsmMember member in members)
        {
            switch (member.Role, member.Kind)
            {
                case ("from", OsmKind.Way):
                    from.Add(member.Id);
                    break;
                case ("to", OsmKind.Way):
                    to.Add(member.Id);
                    break;
                case ("via", OsmKind.Node):
                    via.Add(member.Id);
                    break;
                case ("via", OsmKind.Way):
                    viaWays.Add(member.Id);
                    break;
            }
        }
        // Several ways in or out are meant by no_entry and no_exit only.
        bool isComplete = via.Count + Math.Min(viaWays.Count, 1) == 1 && from.Count > 0 && to.Count > 0
            && (from.Count == 1 || kind is "no_entry") && (to.Count == 1 || kind is "no_exit");
        if (!isComplete) return RestrictionFate.Incomplete;
        foreach (long come in from)
        {
            foreach (long go in to) batch.Restrictions.Add(new OsmRestriction(id, come, via.FirstOrDefault(), viaWays, go, isOnly));
        }
        return RestrictionFate.Used;
    }
}
