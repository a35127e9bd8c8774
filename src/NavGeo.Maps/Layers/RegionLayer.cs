using NavGeo.Data.Boundaries;
using NavGeo.Data.Regions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Regions;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Layers;

/// <summary>The regions of a division as dissolved polygons with their measures.</summary>
public static class RegionLayer
{
    /// <summary>Writes the layer as GeoJSON, one feature a region.</summary>
    /// <exception cref="ArgumentException">The market has no boundaries.</exception>
    public static void Write(string path, LoadedMarket loaded, RegionDivision division)
    {
        var settings = new LayerSettings();
        Provenance provenance = ProvenanceOf(loaded, division, $"Labour-market regions, rule {division.Rule.Name}", FeatureWriter.CrsOf(25833, settings));
        RegionMeasures[] measures = loaded.Market.Commuting is { } commuting ? [.. division.Regions.Select(r => RegionMeasures.Of(commuting, r))] : [];
        FeatureWriter.Write(path, "regions", 25833, settings, provenance, features =>
        {
            for (int r = 0; r < division.Regions.Count; r++)
            {
                Region region = division.Regions[r];
                Municipality centre = loaded.Market.Municipalities[region.Centre];
                RegionMeasures? measure = measures.Length == 0 ? null : measures[r];
                features.BeginFeature();
                features.MultiPolygon(Dissolve(loaded, region));
                features.BeginProperties();
                features.Text("region", region.Id);
                features.Text("centre", centre.Number);
                features.Text("centre_name", centre.Name);
                features.Text("rule", division.Rule.Name);
                features.Whole("municipalities", region.Members.Count);
                features.Text("members", string.Join(' ', region.Members.Select(m => loaded.Market.Municipalities[m].Number)));
                features.Whole("inhabitants", region.Members.Sum(m => (long)loaded.Market.Municipalities[m].Population));
                features.Number("employed", measure?.Residents, 0);
                features.Number("jobs", measure?.Jobs, 0);
                features.Number("supply_pct", measure?.SupplyPercent, 2);
                features.Number("demand_pct", measure?.DemandPercent, 2);
                features.Number("cohesion_pct", measure?.CohesionPercent, 2);
                features.EndFeature();
            }
        });
    }

    /// <summary>The area of a region: its municipalities without the boundaries between them; valid.</summary>
    public static Geometry Dissolve(LoadedMarket loaded, Region region) => loaded.Boundaries.Count == loaded.Market.Count
        ? Outline.Dissolved([.. region.Members.Select(m => loaded.Boundaries[m].Area)])
        : throw new ArgumentException("the market has no boundaries", nameof(loaded));

    /// <summary>Sources, rule and parameters of a division.</summary>
    internal static Provenance ProvenanceOf(LoadedMarket loaded, RegionDivision division, string title, string crs)
    {
        var parameters = new List<KeyValuePair<string, object>> { new("rule", division.Rule.Name) };
        parameters.AddRange(division.Rule.Parameters);
        parameters.Add(new("alternative_mode", division.Market.Times.AlternativeMode));
        if (loaded.Profile is { } profile) parameters.AddRange(Routing.Speeds.ProfileSettings.Of(profile));
        parameters.AddRange(loaded.Edits.Select((edit, i) => KeyValuePair.Create($"edit_{i + 1}", (object)edit)));
        string year = division.Market.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return new Provenance
        {
            Title = title,
            Case = "regions",
            Date = year,
            CodeYear = division.Market.Year ?? 0,
            Crs = crs,
            Sources = loaded.Sources,
            Parameters = parameters,
        };
    }
}
