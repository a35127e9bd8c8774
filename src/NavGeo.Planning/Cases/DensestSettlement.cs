using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Finds where in a municipality people live closest together: the place of the demand with the most of the
/// municipality's people within a kilometre and a half. A travel origin that stands on the ground, unlike the middle of
/// a polygon.
/// </summary>
public static class DensestSettlement
{
    /// <summary>So far around a place its neighbours count, metres.</summary>
    public const double ReachMetres = 1500;

    /// <summary>
    /// For each municipality the index of its densest place, -1 where nobody lives; of places as dense the one with the
    /// most people, then the first.
    /// </summary>
    public static int[] Of(Demand demand, int municipalities)
    {
        var cells = new Dictionary<(int Column, int Row), List<int>>();
        for (int place = 0; place < demand.Count; place++)
        {
            (int, int) cell = CellOf(demand.Points[place]);
            if (!cells.TryGetValue(cell, out List<int>? places)) cells[cell] = places = [];
            places.Add(place);
        }
        var densest = new int[municipalities];
        var mostPeople = new long[municipalities];
        Array.Fill(densest, -1);
        for (int place = 0; place < demand.Count; place++)
        {
            int municipality = demand.Municipalities[place];
            if (municipality < 0 || demand.People[place] == 0) continue;
            long people = PeopleAround(place);
            int best = densest[municipality];
            bool isDenser = best < 0 || people > mostPeople[municipality]
                || (people == mostPeople[municipality] && demand.People[place] > demand.People[best]);
            if (isDenser) (densest[municipality], mostPeople[municipality]) = (place, people);
        }
        return densest;

        long PeopleAround(int place)
        {
            (int column, int row) = CellOf(demand.Points[place]);
            long people = 0;
            for (int c = column - 1; c <= column + 1; c++)
            {
                for (int r = row - 1; r <= row + 1; r++)
                {
                    if (!cells.TryGetValue((c, r), out List<int>? neighbours)) continue;
                    foreach (int other in neighbours)
                    {
                        if (demand.Municipalities[other] == demand.Municipalities[place]
                            && demand.Points[other].DistanceTo(demand.Points[place]) <= ReachMetres)
                        {
                            people += demand.People[other];
                        }
                    }
                }
            }
            return people;
        }
    }

    private static (int Column, int Row) CellOf(PlanePoint point) =>
        ((int)Math.Floor(point.Easting / ReachMetres), (int)Math.Floor(point.Northing / ReachMetres));
}
