using NavGeo.Data.Roads;
using NavGeo.Planning.Language;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>Counts what was left out of an OpenStreetMap file and says it.</summary>
internal sealed class OsmReport
{
    private const int ValuesNamed = 8;

    private readonly SortedDictionary<(DropReason Reason, string Value), int> dropped = new(
        Comparer<(DropReason Reason, string Value)>.Create((a, b) =>
            a.Reason != b.Reason ? a.Reason.CompareTo(b.Reason) : string.CompareOrdinal(a.Value, b.Value)));

    private readonly SortedDictionary<RestrictionFate, int> restrictions = [];
    private readonly int unreadSpeeds;
    private readonly List<string> unreadDurations = [];
    private readonly bool hasRelations;

    public OsmReport(IReadOnlyList<OsmWayBatch> batches)
    {
        foreach (OsmWayBatch batch in batches)
        {
            RowCount += batch.RowCount;
            unreadSpeeds += batch.UnreadSpeeds;
            unreadDurations.AddRange(batch.UnreadDurations);
            hasRelations |= batch.HasRelations;
            foreach (((DropReason, string) key, int count) in batch.Dropped) dropped[key] = dropped.GetValueOrDefault(key) + count;
            foreach ((RestrictionFate fate, int count) in batch.UnusedRestrictions)
            {
                if (fate != RestrictionFate.Used) restrictions[fate] = restrictions.GetValueOrDefault(fate) + count;
            }
        }
    }

    public int RowCount { get; }

    /// <summary>By reason, then value.</summary>
    public IReadOnlyList<DroppedRoads> Dropped => [.. dropped.Select(d => new DroppedRoads(d.Key.Reason, d.Key.Value, d.Value))];

    public IReadOnlyList<RestrictionCount> Restrictions => [.. restrictions.Select(r => new RestrictionCount(r.Key, r.Value))];

    public void Take(IEnumerable<OsmLinkBatch> batches)
    {
        foreach (OsmLinkBatch batch in batches)
        {
            foreach (((DropReason, string) key, int count) in batch.Dropped) dropped[key] = dropped.GetValueOrDefault(key) + count;
        }
    }

    public void Count(RestrictionFate fate) => restrictions[fate] = restrictions.GetValueOrDefault(fate) + 1;

    /// <summary>One note for each reason, with its most frequent values.</summary>
    public void Say(string path, Findings findings)
    {
        var nothing = new Phrase("geo.nothing-to-do");
        foreach (IGrouping<DropReason, KeyValuePair<(DropReason Reason, string Value), int>> reason in dropped.GroupBy(d => d.Key.Reason))
        {
            int count = reason.Sum(d => d.Value);
            string values = string.Join(", ", reason.Where(d => d.Key.Value.Length > 0).OrderByDescending(d => d.Value).Take(ValuesNamed).Select(d => $"{d.Key.Value} {d.Value}"));
            string key = reason.Key switch
            {
                DropReason.NotForCars => "osm.dropped.not-for-cars",
                DropReason.NotYetOpen => "osm.dropped.not-yet-open",
                DropReason.ClosedToCars => "osm.dropped.closed",
                DropReason.MissingPlaces => "osm.dropped.missing",
                DropReason.TooFar => "osm.dropped.too-far",
                _ => "osm.dropped.no-line",
            };
            if (reason.Key is DropReason.TooFar) findings.Warning(path, null, new Phrase(key, count), new Phrase("osm.dropped.too-far.remedy"));
            else findings.Note(path, null, new Phrase(key, count, values), nothing);
        }
        // A pbf file that is cut between two blocks looks whole; the relations stand last.
        if (!hasRelations) findings.Warning(path, null, new Phrase("osm.no-relations"), new Phrase("osm.no-relations.remedy"));
        if (unreadSpeeds > 0) findings.Note(path, null, new Phrase("osm.unread-speeds", unreadSpeeds), new Phrase("osm.unread-speeds.remedy"));
        if (unreadDurations.Count > 0)
        {
            string values = string.Join(", ", unreadDurations.Distinct(StringComparer.Ordinal).Take(ValuesNamed).Select(d => $"'{d}'"));
            findings.Warning(path, null, new Phrase("osm.unread-durations", unreadDurations.Count, values), new Phrase("osm.unread-durations.remedy"));
        }
        int unused = restrictions.Where(r => r.Key != RestrictionFate.Used).Sum(r => r.Value);
        if (unused > 0)
        {
            findings.Note(
                path, null, new Phrase("osm.restrictions", restrictions.GetValueOrDefault(RestrictionFate.Used), unused,
                    string.Join(", ", restrictions.Where(r => r.Key != RestrictionFate.Used).Select(r => $"{RestrictionFates.NameOf(r.Key)} {r.Value}"))),
                nothing);
        }
    }
}
