using NavGeo.Data.Roads;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Finds the links a turn restriction speaks of: those of its ways that end at its node, come in and go out by the
/// directions they may be driven; where it leads over ways, the links of these from the one to the other.
/// </summary>
internal sealed class RestrictionBinder
{
    /// <summary>Links between the first and the last at most; a manoeuvre at a junction has a few.</summary>
    private const int MostBetween = 40;

    private readonly OsmPlaces places;
    private readonly OsmLinks links;
    private readonly Dictionary<long, List<WayLink>> byWay = [];
    private readonly List<TurnRestriction> turns = [];
    private readonly List<PathRestriction> paths = [];

    /// <summary>A link of a way, the places it runs between and the ways it is open.</summary>
    private readonly record struct WayLink(long Way, int Link, int From, int To, LinkDirections Directions)
    {
        public bool Arrives(int via, bool anyWay = false) =>
            (To == via && (anyWay || (Directions & LinkDirections.Forward) != 0)) || (From == via && (anyWay || (Directions & LinkDirections.Backward) != 0));

        public bool Leaves(int via, bool anyWay = false) =>
            (From == via && (anyWay || (Directions & LinkDirections.Forward) != 0)) || (To == via && (anyWay || (Directions & LinkDirections.Backward) != 0));
    }

    public RestrictionBinder(OsmPlaces places, OsmLinks links)
    {
        this.places = places;
        this.links = links;
        for (int b = 0; b < links.Batches.Count; b++)
        {
            foreach ((long way, int link, int from, int to, LinkDirections directions) in links.Batches[b].Asked)
            {
                if (!byWay.TryGetValue(way, out List<WayLink>? known)) byWay.Add(way, known = []);
                known.Add(new WayLink(way, links.NumberOf(b, link), from, to, directions));
            }
        }
    }

    /// <summary>The restrictions of turns that bind, each once, in the order of the file.</summary>
    public IReadOnlyList<TurnRestriction> Turns => turns;

    /// <summary>The restrictions over ways that bind, in the order of the file.</summary>
    public IReadOnlyList<PathRestriction> Paths => paths;

    /// <summary>Binds those that can be; the others are counted.</summary>
    public void Bind(IReadOnlyList<OsmRestriction> restrictions, OsmReport report)
    {
        var known = new HashSet<TurnRestriction>();
        foreach (OsmRestriction restriction in restrictions)
        {
            if (restriction.ViaWays.Count > 0)
            {
                report.Count(BindPath(restriction));
                continue;
            }
            RestrictionFate fate = Bind(restriction, out TurnRestriction turn);
            if (fate == RestrictionFate.Used && known.Add(turn)) turns.Add(turn);
            report.Count(fate);
        }
    }

    private RestrictionFate Bind(OsmRestriction restriction, out TurnRestriction turn)
    {
        turn = default;
        int via = places.Find(restriction.Via);
        if (via < 0 || !IsPassed(via)) return RestrictionFate.NotInNetwork;
        if (!byWay.TryGetValue(restriction.From, out List<WayLink>? fromWay) || !byWay.TryGetValue(restriction.To, out List<WayLink>? toWay))
            return RestrictionFate.NotInNetwork;
        List<int> coming = [.. fromWay.Where(l => l.Arrives(via)).Select(l => l.Link)];
        List<int> going = [.. toWay.Where(l => l.Leaves(via)).Select(l => l.Link)];
        if (coming.Count == 0 || going.Count == 0) return RestrictionFate.ClosedAnyway;
        if (coming.Count > 1 || going.Count > 1) return RestrictionFate.Ambiguous;
        turn = TurnAt(coming[0], via, going[0], restriction.IsOnly);
        return RestrictionFate.Used;
    }

    private RestrictionFate BindPath(OsmRestriction restriction)
    {
        if (!((long[])[restriction.From, .. restriction.ViaWays, restriction.To]).All(byWay.ContainsKey)) return RestrictionFate.NotInNetwork;
        List<(int[] Links, int[] Vias)> found = PathsOver(restriction, anyWay: false);
        if (found.Count == 0) return PathsOver(restriction, anyWay: true).Count > 0 ? RestrictionFate.ClosedAnyway : RestrictionFate.Incomplete;
        if (found.Count > 1) return RestrictionFate.Ambiguous;
        (int[] way, int[] vias) = found[0];
        paths.Add(new PathRestriction([.. vias.Select((via, i) => TurnAt(way[i], via, way[i + 1], restriction.IsOnly && i == vias.Length - 1))]));
        return RestrictionFate.Used;
    }

    /// <summary>The links from the first way over all those between to the last, and the places where they meet.</summary>
    private List<(int[] Links, int[] Vias)> PathsOver(OsmRestriction restriction, bool anyWay)
    {
        WayLink[] between = [.. restriction.ViaWays.Distinct().SelectMany(way => byWay[way])];
        var found = new List<(int[], int[])>();
        if (between.Length > MostBetween) return found;
        var driven = new List<WayLink>();
        var vias = new List<int>();
        foreach (WayLink come in byWay[restriction.From])
        {
            foreach (int via in (ReadOnlySpan<int>)(come.From == come.To ? [come.To] : [come.From, come.To]))
            {
                if (come.Arrives(via, anyWay)) Drive(come.Link, come, via);
            }
        }
        return found;

        void Drive(int first, WayLink come, int via)
        {
            if (!IsPassed(via) || vias.Contains(via) || found.Count > 1) return;
            vias.Add(via);
            if (driven.Count > 0 && restriction.ViaWays.All(way => driven.Exists(l => l.Way == way)))
            {
                foreach (WayLink go in byWay[restriction.To].Where(l => l.Leaves(via, anyWay) && !driven.Contains(l)))
                    found.Add(([first, .. driven.Select(l => l.Link), go.Link], [.. vias]));
            }
            foreach (WayLink next in between.Where(l => l.Leaves(via, anyWay) && l.Link != come.Link && !driven.Contains(l)))
            {
                driven.Add(next);
                Drive(first, next, next.From == via ? next.To : next.From);
                driven.RemoveAt(driven.Count - 1);
            }
            vias.RemoveAt(vias.Count - 1);
        }
    }

    private bool IsPassed(int via) => !places.IsMissing(via) && !places.IsBlocked(via);

    private TurnRestriction TurnAt(int come, int via, int go, bool isOnly)
    {
        RoadLink link = links[come];
        PlanePoint place = link.FromJunction == via ? link.Shape[0] : link.Shape[^1];
        return new TurnRestriction(come, place, go, isOnly) { ViaJunction = via };
    }
}

/// <summary>A turn restriction as the relation has it.</summary>
/// <param name="Id">The relation's id.</param>
/// <param name="From">Way one comes along.</param>
/// <param name="Via">Node one passes; 0 where one goes over ways.</param>
/// <param name="ViaWays">Ways one goes over instead, in no sure order.</param>
/// <param name="To">Way one must not, or must, go on along.</param>
/// <param name="IsOnly">Whether it is the only allowed turn instead of a forbidden one.</param>
internal readonly record struct OsmRestriction(long Id, long From, long Via, IReadOnlyList<long> ViaWays, long To, bool IsOnly);
