using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>
/// What a spot on the map is called: by the settlement or valley of its municipality that it lies at, else by distance and
/// direction from the nearest settlement there, since most grid cells have no name of their own. Immutable.
/// </summary>
public sealed class PlaceLabels
{
    /// <summary>A spot no farther from a settlement than this is at it, metres; farther off it is so many kilometres north of it.</summary>
    public const double NearMetres = 5000;

    private readonly PlanningCase planningCase;
    private readonly MapProjection projection;
    private readonly Settlement[] named;

    /// <param name="planningCase">Whose demand gives the names; where it has none, its settlements do.</param>
    /// <param name="alsoBy">What else a spot may be named by.</param>
    public PlaceLabels(PlanningCase planningCase, params IEnumerable<Settlement> alsoBy)
    {
        this.planningCase = planningCase;
        projection = MapProjection.ForEpsg(planningCase.Epsg);
        Demand demand = planningCase.Demand;
        named =
        [
            .. Enumerable.Range(0, demand.Count).Where(p => !string.IsNullOrWhiteSpace(demand.Names[p]))
                .Select(p => new Settlement(demand.Names[p]!, demand.Points[p], demand.Municipalities[p])),
        ];
        if (named.Length == 0) named = [.. planningCase.Settlements];
        named = [.. named, .. alsoBy];
    }

    /// <summary>A place of the demand: by its own name, else from the settlements of its municipality, else from that of another.</summary>
    public PlaceLabel OfPlace(int place)
    {
        Demand demand = planningCase.Demand;
        if (demand.Names[place] is { Length: > 0 } own) return new PlaceLabel(own);
        int municipality = demand.Municipalities[place];
        if (municipality < 0) return new PlaceLabel(demand.Ids[place]);
        if (Nearest(demand.Points[place], s => s.Municipality == municipality) is { } label) return label;
        return Nearest(demand.Points[place], s => !s.IsValley, isElsewhere: true) ?? new PlaceLabel(planningCase.Municipalities[municipality].Name);
    }

    /// <summary>
    /// A point, of which no municipality is said: from the nearest settlement; in a case that names none, the municipality of
    /// the people nearest to it. Null where nobody lives in any.
    /// </summary>
    public PlaceLabel? Near(PlanePoint point)
    {
        if (Nearest(point, _ => true) is { } label) return label;
        Demand demand = planningCase.Demand;
        (int municipality, double metres) = (-1, double.PositiveInfinity);
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] < 0) continue;
            double distance = demand.Points[place].DistanceTo(point);
            if (distance < metres) (municipality, metres) = (demand.Municipalities[place], distance);
        }
        return municipality < 0 ? null : new PlaceLabel(planningCase.Municipalities[municipality].Name);
    }

    /// <summary>The nearest settlement that is meant, where that is near; else a valley that is; else so far from the settlement.</summary>
    private PlaceLabel? Nearest(PlanePoint point, Func<Settlement, bool> isMeant, bool isElsewhere = false)
    {
        (Settlement settlement, double metres) = Nearest(point, s => isMeant(s) && !s.IsValley, out bool isAny);
        if (isAny && metres <= NearMetres && !isElsewhere) return new PlaceLabel(settlement.Name);
        (Settlement valley, double away) = Nearest(point, s => isMeant(s) && s.IsValley, out bool isInValley);
        if (isInValley && away <= NearMetres) return new PlaceLabel(valley.Name);
        if (!isAny) return null;
        string? there = isElsewhere && settlement.Municipality >= 0 ? planningCase.Municipalities[settlement.Municipality].Name : null;
        return new PlaceLabel(settlement.Name, Math.Max(1, Math.Round(metres / 1000)), CompassDirections.From(projection.ToGeo(settlement.Point), projection.ToGeo(point)), there);
    }

    private (Settlement Settlement, double Metres) Nearest(PlanePoint point, Func<Settlement, bool> isMeant, out bool isAny)
    {
        (Settlement nearest, double metres) = (default, double.PositiveInfinity);
        foreach (Settlement settlement in named)
        {
            double distance = settlement.Point.DistanceTo(point);
            if (distance < metres && isMeant(settlement)) (nearest, metres) = (settlement, distance);
        }
        isAny = double.IsFinite(metres);
        return (nearest, metres);
    }
}

/// <summary>What a spot is called: a name, or how far and in which direction it lies from one.</summary>
/// <param name="Name">Of the settlement.</param>
/// <param name="Kilometres">How far off, whole; null where it is at it.</param>
/// <param name="Direction">One of eight, from the settlement to the spot.</param>
/// <param name="Elsewhere">The settlement's municipality where the spot lies in another; else null.</param>
public readonly record struct PlaceLabel(string Name, double? Kilometres = null, Compass Direction = Compass.North, string? Elsewhere = null)
{
    /// <summary>As the name of the spot: "Bruflat", "25 km north of Bruflat".</summary>
    public Phrase Called => Kilometres is null ? new Phrase("place.called", Name) : Off;

    /// <summary>As where something is: "near Bruflat", "25 km north of Bruflat".</summary>
    public Phrase At => Kilometres is null ? new Phrase("place.at", Name) : Off;

    private Phrase Off => Elsewhere is null
        ? new Phrase("place.off", Kilometres!, Direction.Title, Name)
        : new Phrase("place.off-elsewhere", Kilometres!, Direction.Title, Name, Elsewhere);
}

/// <summary>The eight directions, from north with the sun.</summary>
public enum Compass : byte
{
    /// <summary>0 degrees; each of the others 45 more than the one before.</summary>
    North = 0,

    /// <summary>45 degrees.</summary>
    NorthEast,

    /// <summary>90 degrees.</summary>
    East,

    /// <summary>135 degrees.</summary>
    SouthEast,

    /// <summary>180 degrees.</summary>
    South,

    /// <summary>225 degrees.</summary>
    SouthWest,

    /// <summary>270 degrees.</summary>
    West,

    /// <summary>315 degrees.</summary>
    NorthWest,
}

/// <summary>How directions are found and called.</summary>
public static class CompassDirections
{
    /// <summary>From one place to another by the true north, which the grid's is up to 14 degrees off.</summary>
    public static Compass From(GeoPoint from, GeoPoint to)
    {
        double east = (to.Longitude - from.Longitude) * Math.Cos(double.DegreesToRadians((from.Latitude + to.Latitude) / 2));
        double eighths = Math.Atan2(east, to.Latitude - from.Latitude) * 4 / Math.PI;
        return (Compass)(((int)Math.Round(eighths) + 8) % 8);
    }

    extension(Compass direction)
    {
        /// <summary>"north-east".</summary>
        public Phrase Title => new("place.direction." + direction);
    }
}
