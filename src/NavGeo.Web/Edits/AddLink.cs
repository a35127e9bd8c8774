using NavGeo.Data.Projection;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>
/// Lays a new road or ferry line along points drawn on the map, its ends moved to the road points nearest to them. A real
/// road is longer than the line; the answer is the best such a road could do.
/// </summary>
/// <param name="Points">Two to <see cref="MostPoints"/>, each longitude and latitude in degrees.</param>
/// <param name="IsFerry">A ferry that carries cars; a road otherwise.</param>
/// <param name="Kmh">Speed, 10 to 110; null where minutes are given.</param>
/// <param name="Minutes">From end to end, for a ferry without the wait, 1 to 600; null where a speed is given.</param>
public sealed record AddLink(IReadOnlyList<double[]> Points, bool IsFerry = false, double? Kmh = null, double? Minutes = null) : Edit
{
    /// <summary>No line has more corners.</summary>
    public const int MostPoints = 200;

    private const double LeastKmh = 10;
    private const double MostKmh = 110;
    private const double MostMinutes = 600;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        MapProjection projection = MapProjection.ForEpsg(original.Epsg);
        PlanePoint[] line = [.. Points.Select(p => projection.ToPlane(At(p)))];
        double km = line.Zip(line.Skip(1), (a, b) => a.DistanceTo(b)).Sum() / 1000;
        Phrase measure = Minutes is { } minutes ? new Phrase("web.edit.minutes", minutes) : new Phrase("web.edit.kmh", Kmh ?? 0);
        return new Phrase(
            IsFerry ? "web.edit.addFerry" : "web.edit.addRoad", EditNames.Near(original, At(Points[0])), EditNames.Near(original, At(Points[^1])), km, measure);
    }

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        if (Points.Count is < 2 or > MostPoints || Points.Any(p => p.Length != 2)) throw EditNames.Wrong("web.wrong.points", MostPoints);
        foreach (double[] point in Points) SituationDraft.CheckPosition(At(point));
        if (Kmh is null == Minutes is null) throw EditNames.Wrong("web.wrong.measure");
        if (Kmh is { } kmh && !(kmh >= LeastKmh && kmh <= MostKmh)) throw EditNames.Wrong("web.wrong.speed", kmh);
        if (Minutes is { } minutes && !(minutes >= 1 && minutes <= MostMinutes)) throw EditNames.Wrong("web.wrong.minutes", minutes);
        draft.Change(EditMemory.Of(draft.Original).OnRoads(this, () => new RoadEdits.AddLink(Link(draft.Original))), "");
    }

    /// <inheritdoc/>
    public bool Equals(AddLink? other) => other is not null && IsFerry == other.IsFerry && Kmh == other.Kmh && Minutes == other.Minutes
        && Points.Count == other.Points.Count && Points.Zip(other.Points).All(p => p.First.AsSpan().SequenceEqual(p.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsFerry, Kmh, Minutes, Points.Count, Points.Sum(p => p.Sum()));

    private static GeoPoint At(double[] point) => new(point[0], point[1]);

    private RoadLink Link(PlanningCase original)
    {
        MapProjection projection = MapProjection.ForEpsg(original.Epsg);
        PlanePoint[] line = [.. Points.Select(p => projection.ToPlane(At(p)))];
        (line[0], line[^1]) = (EditNames.NearestRoad(original, line[0]), EditNames.NearestRoad(original, line[^1]));
        if (line.Zip(line.Skip(1), (a, b) => a.DistanceTo(b)).Sum() < 1) throw EditNames.Wrong("web.wrong.noLength");
        return DrawnLink.Of(line, IsFerry, Kmh, Minutes) with
        {
            Name = IsFerry ? new Phrase("web.edit.newFerry").In(original.Language) : null,
        };
    }
}
