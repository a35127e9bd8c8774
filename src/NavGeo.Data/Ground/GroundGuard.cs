using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Ground;

/// <summary>
/// Refuses edits that the ground does not bear: a site in the water, a ferry over land. Where nothing is known of water,
/// nothing is refused. The ground is read when an edit first needs it. Any number of threads.
/// </summary>
public sealed class GroundGuard
{
    /// <summary>So much of a drawn ferry may go over land: lines are drawn across points and quays.</summary>
    private const double MostOnLand = 0.3;

    private const double SampleMetres = 50;

    private readonly MapProjection projection;
    private readonly Lazy<WaterAreas?> water;

    /// <param name="planningCase">Whose projection the ground is in.</param>
    /// <param name="read">Reads the ground.</param>
    public GroundGuard(PlanningCase planningCase, Func<MapBackground> read)
    {
        projection = MapProjection.ForEpsg(planningCase.Epsg);
        water = new(() => WaterAreas.Of(read()));
    }

    /// <summary>Refuses an edit.</summary>
    /// <exception cref="InputException">It is refused.</exception>
    public void Check(Edit edit)
    {
        (double Longitude, double Latitude)? site = edit switch
        {
            MoveSite move => (move.Longitude, move.Latitude),
            AddSite added => (added.Longitude, added.Latitude),
            _ => null,
        };
        if (site is { } at && water.Value is { } lakes && lakes.Holds(ToPlane(at.Longitude, at.Latitude))) throw EditFault.Of("edits.wrong.inWater");
        if (edit is AddLink { IsFerry: true } ferry && water.Value is { } all) CheckCrossing(ferry, all);
    }

    private void CheckCrossing(AddLink ferry, WaterAreas areas)
    {
        PlanePoint[] line = [.. ferry.Points.Where(p => p.Length == 2).Select(p => ToPlane(p[0], p[1]))];
        double whole = PlaneLine.Metres(line);
        double onLand = 0;
        for (int i = 1; i < line.Length; i++)
        {
            double length = line[i - 1].DistanceTo(line[i]);
            int samples = Math.Clamp((int)(length / SampleMetres), 1, 2000);
            int dry = Enumerable.Range(0, samples).Count(s => !areas.Holds(line[i - 1].Towards(line[i], (s + 0.5) / samples)));
            onLand += length * dry / samples;
        }
        if (onLand > MostOnLand * whole) throw EditFault.Of("edits.wrong.ferryOnLand", onLand / 1000, whole / 1000);
    }

    /// <summary>A place far off is refused by the edit itself, in its own words.</summary>
    private PlanePoint ToPlane(double longitude, double latitude) =>
        Math.Abs(latitude) <= 85 && Math.Abs(longitude - projection.CentralMeridian) <= 35 ? projection.ToPlane(new GeoPoint(longitude, latitude)) : default;
}
