using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Routing;

namespace NavGeo.Maps.Layers;

/// <summary>What happens to each place when one structure takes the place of another.</summary>
internal static class ChangeLayer
{
    /// <summary>Writes the layer as GeoJSON.</summary>
    public static void Write(string path, AccessStudy study, StructureAccess from, StructureAccess to, LayerSettings settings)
    {
        PlanningCase planningCase = study.Case;
        Demand demand = planningCase.Demand;
        Provenance provenance = Provenance
            .Of(study, $"Change of travel time, {to.Structure.Name.In(planningCase.Language)} against {from.Structure.Name.In(planningCase.Language)}", FeatureWriter.CrsOf(study.Case.Epsg, settings), to.Structure)
            .Under(to.Rule)
            .Against(from, study)
            .With("cell_metres", demand.CellMetres);
        FeatureWriter.Write(path, "change", planningCase.Epsg, settings, provenance, features =>
        {
            for (int place = 0; place < demand.Count; place++)
            {
                TravelTime before = from.Assignment.TimeOf(place);
                TravelTime after = to.Assignment.TimeOf(place);
                bool isOutside = to.Assignment.States[place] == AccessState.Outside;
                double? difference = before.IsReachable && after.IsReachable
                    ? ((long)after.Milliseconds - before.Milliseconds) / 60_000.0
                    : null;
                PlaceFeature.Begin(features, demand, place);
                features.Text("change", isOutside ? "outside" : ChangeClass.NameOf(ChangeScale.KindOf(before, after)));
                features.Minutes("minutes_before", before);
                features.Minutes("minutes_after", after);
                features.Number("difference_minutes", difference, 2);
                features.Text("site_before", SiteOf(planningCase, from, place));
                features.Text("site_after", SiteOf(planningCase, to, place));
                features.Text("kommunenummer", PlaceFeature.NumberOf(planningCase, place));
                features.EndFeature();
            }
        });
    }

    private static string? SiteOf(PlanningCase planningCase, StructureAccess access, int place)
    {
        int site = access.Assignment.Sites[place];
        return site == SiteAssignment.NoSite ? null : planningCase.Sites[site].Id;
    }
}
