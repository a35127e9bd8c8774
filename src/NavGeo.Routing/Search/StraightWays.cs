using NavGeo.Routing.Snapping;

namespace NavGeo.Routing.Search;

/// <summary>
/// Finds the pairs of places and destinations whose straight way off the road counts (<see cref="DirectAccess"/>): places
/// in square cells, made once for a set of places. Immutable, any number of threads may read it.
/// </summary>
internal sealed class StraightWays
{
    private readonly TravelProfile profile;
    private readonly SnappedPlace[] places;
    private readonly double side;
    private readonly List<int> remote = [];
    private readonly PointGrid cells;

    public StraightWays(TravelProfile profile, SnappedPlace[] places)
    {
        this.profile = profile;
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
    public List<(int Place, int Destination, int Milliseconds)> To(WaterMask? water, SnappedPlace[] destinations)
    {
        var pairs = new List<(int, int, int)>();
        for (int destination = 0; destination < destinations.Length; destination++)
        {
            SnappedPlace to = destinations[destination];
            double gap = to.Snap.State == SnapState.OnRoad ? to.Snap.GapMetres : 0;
            foreach (int place in cells.Within(to.Point, side + gap)) Try(place, destination);
            foreach (int place in remote) Try(place, destination);
        }
        return pairs;

        void Try(int place, int destination)
        {
            int milliseconds = DirectAccess.Milliseconds(profile, water, places[place], destinations[destination]);
            if (milliseconds != TravelTime.UnreachableMilliseconds) pairs.Add((place, destination, milliseconds));
        }
    }
}
