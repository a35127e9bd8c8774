using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Finds where in a municipality people live closest together: the place of the demand with the most of the
/// municipality's people within a kilometre and a half. A travel origin that stands on the ground, unlike the middle of
/// a polygon. Remembers what it has counted; for one thread.
/// </summary>
public sealed class DensestSettlement
{
    /// <summary>So far around a place its neighbours count unless somebody says otherwise, metres.</summary>
    public const double ReachMetres = 1500;

    /// <summary>Where people live closest together, places of many people are among the first.</summary>
    private const int MostTried = 12;

    private readonly Demand demand;
    private readonly double reach;
    private readonly Dictionary<(int Column, int Row), List<int>> cells = [];

    /// <summary>People around each place; -1 where not yet counted.</summary>
    private readonly long[] around;

    /// <param name="demand">Where people live.</param>
    /// <param name="reach">So far around a place its neighbours count, metres.</param>
    public DensestSettlement(Demand demand, double reach = ReachMetres)
    {
        this.demand = demand;
        this.reach = reach;
        around = new long[demand.Count];
        Array.Fill(around, -1);
        for (int place = 0; place < demand.Count; place++)
        {
            (int, int) cell = CellOf(demand.Points[place]);
            if (!cells.TryGetValue(cell, out List<int>? places)) cells[cell] = places = [];
            places.Add(place);
        }
    }

    /// <summary>
    /// For each municipality the index of its densest place, -1 where nobody lives; of places as dense the one with the
    /// most people, then the first.
    /// </summary>
    public static int[] Of(Demand demand, int municipalities)
    {
        var settlement = new DensestSettlement(demand);
        var places = new List<int>[municipalities];
        for (int m = 0; m < municipalities; m++) places[m] = [];
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] >= 0) places[demand.Municipalities[place]].Add(place);
        }
        return [.. places.Select(settlement.Densest)];
    }

    /// <summary>
    /// The densest of the <see cref="MostTried"/> places with most people within so many metres of a point, in one municipality
    /// or, where that is negative, in any; -1 where nobody lives.
    /// </summary>
    public int Near(PlanePoint point, double metres, int municipality = -1) => Densest(Within(point, metres)
        .Where(p => demand.Municipalities[p] >= 0 && (municipality < 0 || demand.Municipalities[p] == municipality))
        .OrderByDescending(p => demand.People[p]).ThenBy(p => p).Take(MostTried));

    /// <summary>How many of a place's municipality live within the reach of it.</summary>
    public long PeopleAround(int place)
    {
        if (around[place] >= 0) return around[place];
        PlanePoint point = demand.Points[place];
        (int column, int row) = CellOf(point);
        long people = 0;
        for (int c = column - 1; c <= column + 1; c++)
        {
            for (int r = row - 1; r <= row + 1; r++)
            {
                if (!cells.TryGetValue((c, r), out List<int>? places)) continue;
                foreach (int other in places)
                {
                    if (demand.Municipalities[other] == demand.Municipalities[place] && demand.Points[other].DistanceTo(point) <= reach)
                        people += demand.People[other];
                }
            }
        }
        return around[place] = people;
    }

    /// <summary>The places within so many metres of a point, in no order.</summary>
    public IEnumerable<int> Within(PlanePoint point, double metres)
    {
        (int column, int row) = CellOf(point);
        int squares = (int)Math.Ceiling(metres / reach);
        for (int c = column - squares; c <= column + squares; c++)
        {
            for (int r = row - squares; r <= row + squares; r++)
            {
                if (!cells.TryGetValue((c, r), out List<int>? places)) continue;
                foreach (int place in places)
                {
                    if (demand.Points[place].DistanceTo(point) <= metres) yield return place;
                }
            }
        }
    }

    private int Densest(IEnumerable<int> places)
    {
        (int best, long most) = (-1, 0);
        foreach (int place in places)
        {
            if (demand.People[place] == 0) continue;
            long people = PeopleAround(place);
            if (best < 0 || people > most || (people == most && demand.People[place] > demand.People[best])) (best, most) = (place, people);
        }
        return best;
    }

    private (int Column, int Row) CellOf(PlanePoint point) => ((int)Math.Floor(point.Easting / reach), (int)Math.Floor(point.Northing / reach));
}
