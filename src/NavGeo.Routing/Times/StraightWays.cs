using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Finds the pairs of places and destinations whose straight way off the road counts (<see cref="DirectAccess"/>): places
/// in square cells, made once for a set of places. What was found for the destinations asked for last is remembered for when
/// most of them are asked for again. Immutable, any number of threads may ask.
/// </summary>
internal sealed class StraightWays
{
    private readonly TravelProfile profile;
    private readonly WaterMask? water;
    private readonly SnappedPlace[] places;
    private readonly double side;
    private readonly List<int> remote = [];
    private readonly PointGrid cells;

    public StraightWays(TravelProfile profile, WaterMask? water, SnappedPlace[] places)
    {
        this.profile = profile;
        this.water = water;
        this.places = places;
        // A straight way is never longer than this plus the destination's own gap, unless the place's gap is longer: those
        // few places are looked at for every destination.
        side = Math.Max(profile.MaximumDirectMetres, 1000);
        var near = new List<int>(places.Length);
        for (int place = 0; place < places.Length; place++)
        {
            bool isRemote = places[place].Snap.State == SnapState.OnRoad && places[place].Snap.GapMetres > side;
            (isRemote ? remote : near).Add(place);
        }
        cells = new PointGrid(near, place => places[place].Point, side);
    }

    /// <summary>The pairs, by destination and then by place.</summary>
    public List<(int Place, int Destination, int Milliseconds)> To(SnappedPlace[] destinations)
    {
        var known = NetworkCache.Find<Dictionary<SnappedPlace, (int Place, int Milliseconds)[]>>(this);
        var ways = new Dictionary<SnappedPlace, (int Place, int Milliseconds)[]>();
        var pairs = new List<(int, int, int)>();
        for (int destination = 0; destination < destinations.Length; destination++)
        {
            SnappedPlace to = destinations[destination];
            if (!ways.TryGetValue(to, out (int Place, int Milliseconds)[]? there)) ways[to] = there = known?.GetValueOrDefault(to) ?? To(to);
            foreach ((int place, int milliseconds) in there) pairs.Add((place, destination, milliseconds));
        }
        NetworkCache.Put(this, ways);
        return pairs;
    }

    private (int Place, int Milliseconds)[] To(SnappedPlace to)
    {
        var ways = new List<(int, int)>();
        double gap = to.Snap.State == SnapState.OnRoad ? to.Snap.GapMetres : 0;
        foreach (int place in cells.Within(to.Point, side + gap)) Try(place);
        foreach (int place in remote) Try(place);
        return [.. ways];

        void Try(int place)
        {
            int milliseconds = DirectAccess.Milliseconds(profile, water, places[place], to);
            if (milliseconds != TravelTime.UnreachableMilliseconds) ways.Add((place, milliseconds));
        }
    }
}
