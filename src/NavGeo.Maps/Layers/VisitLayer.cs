using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;

namespace NavGeo.Maps.Layers;

/// <summary>On how many of some weekdays people come to an open site and home the same day without a car: a square a cell, or a point a place.</summary>
internal static class VisitLayer
{
    /// <summary>Writes the layer as GeoJSON; where no day works <c>days</c> is 0 and the rest is empty.</summary>
    public static void Write(string path, AccessStudy study, VisitStudy visits, Structure structure, LayerSettings settings)
    {
        PlanningCase planningCase = study.Case;
        StructureVisits under = visits.Under(structure);
        Provenance provenance = Provenance
            .Of(study, $"Visits without a car, {structure.Name.In(planningCase.Language)}", FeatureWriter.CrsOf(planningCase.Epsg, settings), structure)
            .With("cell_metres", planningCase.Demand.CellMetres).With("first_date", $"{visits.Dates[0]:yyyy-MM-dd}").With("last_date", $"{visits.Dates[^1]:yyyy-MM-dd}")
            .With("stay_minutes", visits.Hours.StaySeconds / 60.0);
        FeatureWriter.Write(path, "visits", planningCase.Epsg, settings, provenance, features =>
        {
            for (int place = 0; place < planningCase.Demand.Count; place++)
            {
                DayVisit? usual = under.UsualOf(place);
                PlaceFeature.Begin(features, planningCase.Demand, place);
                features.Whole("days", under.ByPlace[place].Length);
                features.Whole("of_days", under.Days);
                features.Whole("days_week", under.WholeDays(place));
                features.Text("site", usual is { } to ? planningCase.Sites[to.Site].Id : null);
                features.Text("leave", usual is { } out1 ? DayClock.Text(out1.Leave) : null);
                features.Text("home", usual is { } back ? DayClock.Text(back.Home) : null);
                features.Number("away_min", usual is { } away ? away.AwaySeconds / 60.0 : null, 1);
                features.Text("kommunenummer", PlaceFeature.NumberOf(planningCase, place));
                features.EndFeature();
            }
        });
    }
}
