using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Planning.Sweeps;

/// <summary>The municipality of the people nearest to a point. Immutable, any number of threads may ask.</summary>
internal sealed class NearestPeople
{
    private readonly Demand demand;
    private readonly int[] places;
    private readonly double[] eastings;

    public NearestPeople(Demand demand)
    {
        this.demand = demand;
        places = [.. Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0 && demand.IsInhabited(p)).OrderBy(p => demand.Points[p].Easting)];
        eastings = [.. places.Select(p => demand.Points[p].Easting)];
    }

    /// <summary>Index of their municipality; -1 where nobody lives in any.</summary>
    public int MunicipalityOf(PlanePoint point)
    {
        int at = Array.BinarySearch(eastings, point.Easting);
        if (at < 0) at = ~at;
        (int best, double metres) = (-1, double.PositiveInfinity);
        for (int i = at; i < places.Length && eastings[i] - point.Easting < metres; i++) Try(i);
        for (int i = at - 1; i >= 0 && point.Easting - eastings[i] < metres; i--) Try(i);
        return best < 0 ? -1 : demand.Municipalities[best];

        void Try(int i)
        {
            double there = demand.Points[places[i]].DistanceTo(point);
            if (there < metres || (there == metres && places[i] < best)) (best, metres) = (places[i], there);
        }
    }
}
