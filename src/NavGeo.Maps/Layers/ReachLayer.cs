using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Reach;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Speeds;

namespace NavGeo.Maps.Layers;

/// <summary>How far one comes from places: one area a place and limit, each holding the smaller ones.</summary>
public static class ReachLayer
{
    private static readonly LayerSettings Settings = new();

    /// <summary>Writes the layer as GeoJSON.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scenario">The roads it was measured on.</param>
    /// <param name="sources">Where they come from.</param>
    /// <param name="reaches">Id of each place with its areas.</param>
    public static void Write(
        string path, RoadScenario scenario, IReadOnlyList<SourceReference> sources, IReadOnlyList<(string Id, IReadOnlyList<ReachArea> Areas)> reaches)
    {
        var provenance = new Provenance
        {
            Title = "Reach by minutes",
            Case = null,
            Date = sources.Count > 0 ? sources[0].Date : "",
            CodeYear = null,
            Crs = FeatureWriter.CrsOf(scenario.Graph.Epsg, Settings),
            Sources = sources,
            Parameters =
            [
                .. ProfileSettings.Of(scenario.Metric.Profile),
                .. scenario.Edits.Select((edit, i) => KeyValuePair.Create(
                    string.Create(CultureInfo.InvariantCulture, $"edit_{i + 1}"), (object)edit.ToString())),
                new("rule", "squares whose middle is reached in time, or through which a reached part of a road runs"),
            ],
        };
        FeatureWriter.Write(path, "reach", scenario.Graph.Epsg, Settings, provenance, features =>
        {
            foreach ((string id, IReadOnlyList<ReachArea> areas) in reaches)
            {
                foreach (ReachArea area in areas)
                {
                    features.BeginFeature();
                    features.MultiPolygon(area.Area);
                    features.BeginProperties();
                    features.Text("id", id);
                    features.Whole("minutes", area.Minutes);
                    features.Number("area_km2", area.SquareKilometres, 4);
                    features.Number("road_km", area.RoadKilometres, 3);
                    features.Number("square_metres", area.SquareMetres, 3);
                    features.EndFeature();
                }
            }
        });
    }
}
