using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Layers;

/// <summary>Where people live and how long they travel under one structure: a square a cell, or a point a place.</summary>
internal static class CellLayer
{
    /// <summary>Writes the layer as GeoJSON.</summary>
    public static void Write(string path, AccessStudy study, StructureAccess access, LayerSettings settings)
    {
        PlanningCase planningCase = study.Case;
        Demand demand = planningCase.Demand;
        Provenance provenance = Provenance
            .Of(study, $"Travel time to the nearest open site, {access.Structure.Name.In(planningCase.Language)}", FeatureWriter.CrsOf(study.Case.Epsg, settings), access.Structure)
            .Under(access.Rule)
            .With("cell_metres", demand.CellMetres);
        FeatureWriter.Write(path, "cells", planningCase.Epsg, settings, provenance, features =>
        {
            SiteAssignment assignment = access.Assignment;
            for (int place = 0; place < demand.Count; place++)
            {
                int site = assignment.Sites[place];
                double gap = study.Places[place].Snap.GapMetres;
                PlaceFeature.Begin(features, demand, place);
                features.Minutes("minutes", assignment.TimeOf(place));
                features.Text("status", PlaceFeature.NameOf(assignment.States[place]));
                features.Text("site", site == SiteAssignment.NoSite ? null : planningCase.Sites[site].Id);
                features.Text("kommunenummer", PlaceFeature.NumberOf(planningCase, place));
                features.Number("gap_m", double.IsFinite(gap) ? gap : null, 0);
                features.EndFeature();
            }
        });
    }
}
