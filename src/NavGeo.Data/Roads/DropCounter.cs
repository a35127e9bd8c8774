using NavGeo.Planning.Language;

namespace NavGeo.Data.Roads;

/// <summary>Counts rows that became no link, and says so. Not safe for several threads.</summary>
internal sealed class DropCounter
{
    private readonly SortedDictionary<(DropReason Reason, string Value), int> dropped = new(
        Comparer<(DropReason Reason, string Value)>.Create((a, b) =>
            a.Reason != b.Reason ? a.Reason.CompareTo(b.Reason) : string.CompareOrdinal(a.Value, b.Value)));

    /// <summary>By reason, then value.</summary>
    public IReadOnlyList<DroppedRoads> All => [.. dropped.Select(d => new DroppedRoads(d.Key.Reason, d.Key.Value, d.Value))];

    public void Count(DropReason reason, string value) =>
        dropped[(reason, value)] = dropped.GetValueOrDefault((reason, value)) + 1;

    /// <summary>One finding for each reason and value: a note where all is well, a warning where something may be wrong.</summary>
    public void Say(string path, string? place, Findings findings)
    {
        foreach (DroppedRoads rows in All)
        {
            (string key, bool isWarning) = rows.Reason switch
            {
                DropReason.NotForCars => ("geo.roads.dropped.not-for-cars", false),
                DropReason.NotYetOpen => ("geo.roads.dropped.not-yet-open", false),
                DropReason.ClosedToCars => ("osm.dropped.closed-rows", false),
                DropReason.UnknownKind => ("geo.roads.dropped.unknown-kind", true),
                DropReason.NoGeometry => ("geo.roads.dropped.no-geometry", true),
                DropReason.TooFar => ("osm.dropped.far-rows", true),
                _ => ("geo.roads.dropped.zero-length", true),
            };
            var problem = new Phrase(key, rows.Count, rows.Value);
            if (isWarning) findings.Warning(path, place, problem, new Phrase("geo.roads.dropped.check"));
            else findings.Note(path, place, problem, new Phrase("geo.nothing-to-do"));
        }
    }
}

/// <summary>Why a row of a road file did not become a link.</summary>
public enum DropReason
{
    /// <summary>A path, snow-free track, cycle way and the like: no car drives there.</summary>
    NotForCars = 0,

    /// <summary>Planned or under construction (<c>vegfase</c> other than V).</summary>
    NotYetOpen,

    /// <summary>A kind of road NavGeo does not know.</summary>
    UnknownKind,

    /// <summary>The row has no geometry, an empty one, or one that is no line.</summary>
    NoGeometry,

    /// <summary>All points of the line are the same.</summary>
    ZeroLength,

    /// <summary>Access, barriers or signs keep ordinary cars out.</summary>
    ClosedToCars,

    /// <summary>The file does not have the places the line is drawn between.</summary>
    MissingPlaces,

    /// <summary>It lies so far from the rest that one map projection cannot hold both.</summary>
    TooFar,
}

/// <summary>How many rows were left out for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Value">The value in the file that made it so (<c>sti</c>, <c>P</c>); empty where the geometry did.</param>
/// <param name="Count">Rows, at least 1.</param>
public sealed record DroppedRoads(DropReason Reason, string Value, int Count);
