using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps;

/// <summary>How far a case reaches, in metres of its projection.</summary>
internal static class CaseExtent
{
    /// <summary>Metres shown around a case that is one single place.</summary>
    private const double AroundOnePlace = 1000;

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

    /// <summary>Around a line.</summary>
    public static Envelope Of(ReadOnlySpan<PlanePoint> line)
    {
        var extent = new Envelope();
        foreach (PlanePoint point in line) Include(extent, point);
        return extent;
    }

    private static void Include(Envelope extent, PlanePoint point) => extent.ExpandToInclude(point.Easting, point.Northing);
}
