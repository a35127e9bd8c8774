using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Layers;

/// <summary>All sites of a case as points, with what one structure does with each; closed ones are there too.</summary>
internal static class SiteLayer
{
    /// <summary>Writes the layer as GeoJSON.</summary>
    public static void Write(string path, AccessStudy study, StructureAccess access, LayerSettings settings)
    {
        PlanningCase planningCase = study.Case;
        var provenance = Provenance.Of(study, $"Sites, {access.Structure.Name.In(planningCase.Language)}", FeatureWriter.CrsOf(study.Case.Epsg, settings), access.Structure).Under(access.Rule);
        FeatureWriter.Write(path, "sites", planningCase.Epsg, settings, provenance, features =>
        {
            for (int i = 0; i < planningCase.Sites.Count; i++)
            {
                ServiceSite site = planningCase.Sites[i];
                SiteOpening opening = SiteOpening.Of(access.Structure, site.Id);
                AccessIndicators served = access.BySite[i];
                features.BeginFeature();
                features.Point(planningCase.SitePoints[i]);
                features.BeginProperties();
                features.Text("id", site.Id);
                features.Text("name", site.Name);
                features.Text("kommunenummer", site.Municipality);
                features.Text("office", opening.Office);
                features.Number("open_days", opening.OpenDays, 2);
                features.Text("kind", opening.Office is null ? null : opening.Kind.Code);
                features.Whole("people", served.Served);
                features.Number("mean_minutes", served.MeanMinutes, 2);
                features.Flag("position_estimated", site.IsPositionEstimated);
                features.EndFeature();
            }
        });
    }
}
