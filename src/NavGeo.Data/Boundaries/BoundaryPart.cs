using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Union;

namespace NavGeo.Data.Boundaries;

/// <summary>One row or feature of a boundary file, before those of the same municipality are joined.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">As the file writes it.</param>
/// <param name="Place">Where in the file, for findings.</param>
/// <param name="Area">In EPSG:25833; may be invalid.</param>
internal sealed record BoundaryPart(string Number, string Name, string Place, Geometry Area)
{
    /// <summary>Four digits, or null; 301 is 0301 after a spreadsheet or a number column has eaten the zero.</summary>
    public static string? NumberFrom(string written) =>
        written.Length is 3 or 4 && written.All(char.IsAsciiDigit) ? written.PadLeft(4, '0') : null;

    /// <summary>One boundary a municipality, sorted by number.</summary>
    /// <exception cref="InputException">There are no parts, or some of them contradict each other.</exception>
    public static IReadOnlyList<MunicipalityBoundary> JoinAll(IReadOnlyList<BoundaryPart> parts, string file, Findings findings)
    {
        findings.ThrowIfErrors();
        if (parts.Count == 0)
            throw new InputException(file, null, new Phrase("geo.json.no-features"), new Phrase("geo.json.not-collection.remedy"));
        MunicipalityBoundary[] boundaries = [.. parts
            .GroupBy(part => part.Number, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => Join(same.Key, [.. same], file, findings))];
        findings.ThrowIfErrors();
        return boundaries;
    }

    private static MunicipalityBoundary Join(string number, BoundaryPart[] parts, string file, Findings findings)
    {
        string name = parts[0].Name;
        for (int part = 1; part < parts.Length; part++)
        {
            string place = parts[part].Place;
            if (parts[part].Name != name)
                findings.Error(file, place, new Phrase("geo.json.two-names", number, name, parts[part].Name), new Phrase("geo.json.two-names.remedy"));
            if (parts[..part].Any(earlier => earlier.Area.EqualsNormalized(parts[part].Area)))
                findings.Error(file, place, new Phrase("geo.json.same-twice", name), new Phrase("geo.json.same-twice.remedy"));
        }
        Geometry[] areas = [.. parts.Select(part => part.Repaired(file, findings))];
        if (areas.Length > 1) findings.Note(file, parts[0].Place, new Phrase("geo.json.parts", name, areas.Length), new Phrase("geo.nothing-to-do"));
        return new MunicipalityBoundary(number, name, areas.Length == 1 ? areas[0] : UnaryUnionOp.Union(areas));
    }

    private Geometry Repaired(string file, Findings findings)
    {
        if (Area.IsValid) return Area;
        Geometry repaired = GeometryFixer.Fix(Area);
        if (repaired.IsEmpty || repaired is not IPolygonal)
            findings.Error(file, Place, new Phrase("geo.json.no-polygon", Name), new Phrase("geo.json.no-polygon.remedy"));
        else
            findings.Note(file, Place, new Phrase("geo.json.repaired", Name), new Phrase("geo.nothing-to-do"));
        return repaired;
    }
}
