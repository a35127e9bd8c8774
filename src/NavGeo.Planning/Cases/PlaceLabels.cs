using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>
/// What a spot on the map is called: the nearest settlement the case names, since most grid cells have no name of
/// their own. Immutable.
/// </summary>
public sealed class PlaceLabels
{
    private readonly PlanningCase planningCase;
    private readonly Settlement[] named;

    /// <param name="planningCase">Whose demand gives the names; where it has none, its settlements do.</param>
    public PlaceLabels(PlanningCase planningCase)
    {
        this.planningCase = planningCase;
        Demand demand = planningCase.Demand;
        named =
        [
            .. Enumerable.Range(0, demand.Count).Where(p => !string.IsNullOrWhiteSpace(demand.Names[p]))
                .Select(p => new Settlement(demand.Names[p]!, demand.Points[p], demand.Municipalities[p])),
        ];
        if (named.Length == 0) named = [.. planningCase.Settlements];
    }

    /// <summary>Name of a place of the demand: its own, else the nearest in the same municipality, else the municipality's.</summary>
    public string OfPlace(int place)
    {
        Demand demand = planningCase.Demand;
        if (demand.Names[place] is { Length: > 0 } own) return own;
        int municipality = demand.Municipalities[place];
        return Nearest(demand.Points[place], s => s.Municipality == municipality)
            ?? (municipality < 0 ? demand.Ids[place] : planningCase.Municipalities[municipality].Name);
    }

    /// <summary>
    /// The settlement nearest to a point; in a case that names none, the municipality of the people nearest to it. Null
    /// where nobody lives in any.
    /// </summary>
    public string? Near(PlanePoint point)
    {
        if (named.Length > 0) return Nearest(point, _ => true);
        Demand demand = planningCase.Demand;
        (int municipality, double metres) = (-1, double.PositiveInfinity);
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] < 0) continue;
            double distance = demand.Points[place].DistanceTo(point);
            if (distance < metres) (municipality, metres) = (demand.Municipalities[place], distance);
        }
        return municipality < 0 ? null : planningCase.Municipalities[municipality].Name;
    }

    private string? Nearest(PlanePoint point, Func<Settlement, bool> isMeant)
    {
        (string? name, double metres) = (null, double.PositiveInfinity);
        foreach (Settlement settlement in named)
        {
            double distance = settlement.Point.DistanceTo(point);
            if (distance < metres && isMeant(settlement)) (name, metres) = (settlement.Name, distance);
        }
        return name;
    }
}
