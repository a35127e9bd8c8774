using System.Runtime.CompilerServices;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps;

/// <summary>How far a case reaches, in metres of its projection.</summary>
internal static class CaseExtent
{
    /// <summary>Metres shown around a case that is one single place.</summary>
    private const double AroundOnePlace = 1000;

    /// <summary>A larger part of the country is framed by its people alone.</summary>
    private const int MostWhole = 60;

    private const int SamplesASide = 40;

    private static readonly ConditionalWeakTable<MapBackground, Envelope> Lands = [];

    /// <summary>Around all sites and all people in the case's municipalities, whole cells included.</summary>
    public static Envelope Of(PlanningCase planningCase)
    {
        var extent = new Envelope();
        Demand demand = planningCase.Demand;
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] >= 0) Include(extent, demand.Points[place]);
        }
        extent.ExpandBy(demand.CellMetres / 2.0);
        foreach (PlanePoint site in planningCase.SitePoints) Include(extent, site);
        if (extent is { Width: 0, Height: 0 }) extent.ExpandBy(AroundOnePlace);
        return extent;
    }

    /// <summary>The same and every municipality of the case whole, as far as it is land.</summary>
    public static Envelope Of(PlanningCase planningCase, MapBackground background)
    {
        Envelope extent = Of(planningCase);
        if (background.Municipalities.Count is > 0 and <= MostWhole) extent.ExpandToInclude(Lands.GetValue(background, LandOf));
        return extent;
    }

    /// <summary>Around the land of the case's municipalities; their borders go far out to sea.</summary>
    private static Envelope LandOf(MapBackground background)
    {
        var land = new Envelope();
        WaterAreas? water = WaterAreas.Of(background);
        foreach (MunicipalityBoundary municipality in background.Municipalities)
        {
            var inside = new IndexedPointInAreaLocator(municipality.Area);
            Envelope box = municipality.Area.EnvelopeInternal;
            for (int i = 0; i < SamplesASide * SamplesASide; i++)
            {
                var at = new Coordinate(
                    box.MinX + (i % SamplesASide + 0.5) * box.Width / SamplesASide, box.MinY + (i / SamplesASide + 0.5) * box.Height / SamplesASide);
                if (inside.Locate(at) != Location.Exterior && water?.Holds(new PlanePoint(at.X, at.Y)) != true) land.ExpandToInclude(at);
            }
            // Of what lies inland the border is known to the metre.
            if (water is null) land.ExpandToInclude(box);
        }
        return land;
    }

    /// <summary>Around a line.</summary>
    public static Envelope Of(ReadOnlySpan<PlanePoint> line)
    {
        var extent = new Envelope();
        foreach (PlanePoint point in line) Include(extent, point);
        return extent;
    }

    private static void Include(Envelope extent, PlanePoint point) => extent.ExpandToInclude(point.Easting, point.Northing);
}
