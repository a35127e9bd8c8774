using System.Globalization;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Places;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Boundaries;

/// <summary>
/// Reads municipal boundaries from the layer <c>Kommune</c> of Kartverket's N1000 or N50. They go out to the
/// territorial border, so that, other than in files that follow the coast, no islet falls outside.
/// </summary>
public static class GeoPackageBoundaryReader
{
    /// <summary>Reads a file in EPSG:25833.</summary>
    /// <returns>Sorted by number; every number once.</returns>
    /// <exception cref="InputException">The file is unusable or has errors.</exception>
    public static IReadOnlyList<MunicipalityBoundary> Read(InputFile file, Findings findings)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        GeoPackageLayer layer = reader.GetLayer("Kommune", "kommuner");
        reader.RequireEpsg(layer, 25833);
        var parts = new List<BoundaryPart>();
        foreach (GeoPackageFeature row in reader.Read(layer, ["kommunenummer", "kommunenavn"], findings))
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{layer.Table} fid {row.Fid}");
            string written = Convert.ToString(row.Values[0], CultureInfo.InvariantCulture) ?? "";
            string name = Convert.ToString(row.Values[1], CultureInfo.InvariantCulture) ?? "";
            if (BoundaryPart.NumberFrom(written) is not { } number)
                findings.Error(file.Path, place, new Phrase("geo.json.bad-number", written), new Phrase("geo.json.number.remedy"));
            else if (name.Length == 0)
                findings.Error(file.Path, place, new Phrase("geo.json.no-name", number), new Phrase("geo.json.no-name.remedy"));
            else if (row.Geometry is not IPolygonal)
                findings.Error(file.Path, place, new Phrase("geo.json.no-polygon", name), new Phrase("geo.json.no-polygon.remedy"));
            else
                parts.Add(new BoundaryPart(number, NorwegianNames.OfMunicipality(name), place, row.Geometry));
        }
        return BoundaryPart.JoinAll(parts, file.Path, findings).Told(file.Path, findings, null);
    }
}
