using NavGeo.Data.Roads;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Finds the links a turn restriction speaks of: those of its ways that end at its node, come in and go out by the
/// directions they may be driven.
/// </summary>
internal sealed class RestrictionBinder
{
    private readonly OsmPlaces places;
    private readonly OsmLinks links;
    private readonly Dictionary<long, List<(int Link, int From, int To, LinkDirections Directions)>> byWay = [];

    public RestrictionBinder(OsmPlaces places, OsmLinks links)
    {
        this.places = places;
        this.links = links;
        for (int b = 0; b < links.Batches.Count; b++)
        {
            foreach ((long way, int link, int from, int to, LinkDirections directions) in links.Batches[b].Asked)
            {
                if (!byWay.TryGetValue(way, out List<(int, int, int, LinkDirections)>? known)) byWay.Add(way, known = []);
                known.Add((links.NumberOf(b, link), from, to, directions));
            }
        }
    }

    /// <summary>The restrictions that bind, each once, in the order of the file; the others are counted.</summary>
    public IReadOnlyList<TurnRestriction> Bind(IReadOnlyList<OsmRestriction> restrictions, OsmReport report)
    {
        var turns = new List<TurnRestriction>();
        var known = new HashSet<TurnRestriction>();
        foreach (OsmRestriction restriction in restrictions)
        {
            RestrictionFate fate = Bind(restriction, out TurnRestriction turn);
            if (fate == RestrictionFate.Used && known.Add(turn)) turns.Add(turn);
            report.Count(fate);
        }
        return turns;
    }

    private RestrictionFate Bind(OsmRestriction restriction, out TurnRestriction turn)
    {
        turn = default;
        int via = places.Find(restriction.Via);
        if (via < 0 || places.IsMissing(via) || places.IsBlocked(via)) return RestrictionFate.NotInNetwork;
        if (!byWay.TryGetValue(restriction.From, out var fromWay) || !byWay.TryGetValue(restriction.To, out var toWay))
            return RestrictionFate.NotInNetwork;
        List<int> coming = [.. fromWay.Where(l => Arrives(l, via)).Select(l => l.Link)];
        List<int> going = [.. toWay.Where(l => Leaves(l, via)).Select(l => l.Link)];
        if (coming.Count == 0 || going.Count == 0) return RestrictionFate.ClosedAnyway;
        if (coming.Count > 1 || going.Count > 1) return RestrictionFate.Ambiguous;
        RoadLink link = links[coming[0]];
        PlanePoint place = link.FromJunction == via ? link.Shape[0] : link.Shape[^1];
        turn = new TurnRestriction(coming[0], place, going[0], restriction.IsOnly) { ViaJunction = via };
        return RestrictionFate.Used;
    }

    private static bool Arrives((int Link, int From, int To, LinkDirections Directions) l, int via) =>
        (l.To == via && (l.Directions & LinkDirections.Forward) != 0) || (l.From == via && (l.Directions & LinkDirections.Backward) != 0);

    private static bool Leaves((int Link, int From, int To, LinkDirections Directions) l, int via) =>
        (l.From == via && (l.Directions & LinkDirections.Forward) != 0) || (l.To == via && (l.Directions & LinkDirections.Backward) != 0);
}

/// <summary>A turn restriction as the relation has it.</summary>
/// <param name="Id">The relation's id.</param>
/// <param name="From">Way one comes along.</param>
/// <param name="Via">Node one passes.</param>
/// <param name="To">Way one must not, or must, go on along.</param>
/// <param name="IsOnly">Whether it is the only allowed turn instead of a forbidden one.</param>
internal readonly record struct OsmRestriction(long Id, long From, long Via, long To, bool IsOnly);
