using NavGeo.Routing;
using NavGeo.Routing.Building;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Finds the links a turn restriction speaks of: those of its ways that end at its node, come in and go out by the
/// directions they may be driven.
/// </summary>
internal sealed class RestrictionBinder
{
    private readonly OsmPlaces places;
    private readonly IReadOnlyList<OsmLinkBatch> batches;
    private readonly Dictionary<long, List<(int Batch, int Link, int From, int To)>> byWay = [];
    private readonly int[] firstLink;

    public RestrictionBinder(OsmPlaces places, IReadOnlyList<OsmLinkBatch> batches)
    {
        this.places = places;
        this.batches = batches;
        firstLink = new int[batches.Count];
        int count = 0;
        for (int b = 0; b < batches.Count; b++)
        {
            firstLink[b] = count;
            count += batches[b].Links.Count;
            foreach ((long way, int link, int from, int to) in batches[b].Asked)
            {
                if (!byWay.TryGetValue(way, out List<(int, int, int, int)>? links)) byWay.Add(way, links = []);
                links.Add((b, link, from, to));
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
        List<int> coming = [.. fromWay.Where(l => Arrives(l, via)).Select(Number)];
        List<int> going = [.. toWay.Where(l => Leaves(l, via)).Select(Number)];
        if (coming.Count == 0 || going.Count == 0) return RestrictionFate.ClosedAnyway;
        if (coming.Count > 1 || going.Count > 1) return RestrictionFate.Ambiguous;
        RoadLink link = LinkOf(fromWay.First(l => Number(l) == coming[0]));
        PlanePoint place = link.FromJunction == via ? link.Shape[0] : link.Shape[^1];
        turn = new TurnRestriction(coming[0], place, going[0], restriction.IsOnly) { ViaJunction = via };
        return RestrictionFate.Used;
    }

    private bool Arrives((int Batch, int Link, int From, int To) l, int via) =>
        (l.To == via && (LinkOf(l).Directions & LinkDirections.Forward) != 0)
        || (l.From == via && (LinkOf(l).Directions & LinkDirections.Backward) != 0);

    private bool Leaves((int Batch, int Link, int From, int To) l, int via) =>
        (l.From == via && (LinkOf(l).Directions & LinkDirections.Forward) != 0)
        || (l.To == via && (LinkOf(l).Directions & LinkDirections.Backward) != 0);

    private int Number((int Batch, int Link, int From, int To) l) => firstLink[l.Batch] + l.Link;

    private RoadLink LinkOf((int Batch, int Link, int From, int To) l) => batches[l.Batch].Links[l.Link];
}
