using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Reach;
using NavGeo.Routing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace NavGeo.Maps.Layers;

/// <summary>
/// Who goes to each open site: one area a site, the union of its cells. Where the demand is points, the points
/// themselves: a hull around them would cover places that go elsewhere.
/// </summary>
internal static class CatchmentLayer
{
    private static readonly GeometryFactory Factory = new();
    private static readonly int WithinThirty = Array.IndexOf([.. AccessIndicators.Thresholds], 30);

    /// <summary>Writes the layer as GeoJSON. A site that serves nobody has no area and is left out.</summary>
    public static void Write(string path, AccessStudy study, StructureAccess access, LayerSettings settings)
    {
        PlanningCase planningCase = study.Case;
        Provenance provenance = Provenance
            .Of(study, $"Catchments, {access.Structure.Name.In(planningCase.Language)}", FeatureWriter.CrsOf(study.Case.Epsg, settings), access.Structure)
            .Under(access.Rule)
            .With("cell_metres", planningCase.Demand.CellMetres);
        FeatureWriter.Write(path, "catchments", planningCase.Epsg, settings, provenance, features =>
        {
            for (int site = 0; site < planningCase.Sites.Count; site++)
            {
                List<PlanePoint> places = PlacesOf(planningCase.Demand, access.Assignment, site);
                if (places.Count == 0) continue;
                AccessIndicators served = access.BySite[site];
                features.BeginFeature();
                if (planningCase.Demand.CellMetres > 0) features.MultiPolygon(UnionOf(places, planningCase.Demand.CellMetres));
                else features.MultiPoint(places);
                features.BeginProperties();
                features.Text("site", planningCase.Sites[site].Id);
                features.Text("name", planningCase.Sites[site].Name);
                features.Text("office", SiteOpening.Of(access.Structure, planningCase.Sites[site].Id).Office);
                features.Whole("people", served.Served);
                features.Number("mean_minutes", served.MeanMinutes, 2);
                features.Number("share_within_30", served.ShareWithin(WithinThirty), 4);
                features.EndFeature();
            }
        });
    }

    /// <summary>The area that squares of one size cover together: walked around where they lie in one grid, which is linear in them; else joined.</summary>
    internal static Geometry UnionOf(IReadOnlyCollection<PlanePoint> middles, double side)
    {
        if (SquareOutline.Around(middles, side) is { } outline) return outline.Count == 1 ? outline[0] : outline;
        double half = side / 2;
        IEnumerable<Geometry> squares = middles.Distinct().Select(m => Factory.ToGeometry(
            new Envelope(m.Easting - half, m.Easting + half, m.Northing - half, m.Northing + half)));
        return UnaryUnionOp.Union([.. squares], Factory) ?? Factory.CreateMultiPolygon();
    }

    private static List<PlanePoint> PlacesOf(Demand demand, SiteAssignment assignment, int site)
    {
        var places = new List<PlanePoint>();
        for (int place = 0; place < demand.Count; place++)
        {
            if (assignment.Sites[place] == site) places.Add(demand.Points[place]);
        }
        return places;
    }
}
