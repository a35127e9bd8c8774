using System.Collections.Concurrent;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Finds the pairs of places and destinations whose straight way off the road counts (<see cref="DirectAccess"/>): places
/// in square cells, made once for a set of places, and what was found for a destination is kept for when it is asked for
/// among others. Immutable to its readers, any number of threads.
/// </summary>
internal sealed class StraightWays
{
    /// <summary>Destinations are kept up to this many: all of a case, and wherever a meeting has tried to move one.</summary>
    private const int MostKept = 4096;

    private readonly TravelProfile profile;
    private readonly WaterMask? water;
    private readonly SnappedPlace[] places;
    private readonly ConcurrentDictionary<SnappedPlace, (int Place, int Milliseconds)[]> known = [];
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
        if (known.Count + destinations.Length > MostKept) known.Clear();
        var pairs = new List<(int, int, int)>();
        for (int destination = 0; destination < destinations.Length; destination++)
        {
            foreach ((int place, int milliseconds) in known.GetOrAdd(destinations[destination], To))
                pairs.Add((place, destination, milliseconds));
        }
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
