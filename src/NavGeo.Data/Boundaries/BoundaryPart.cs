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
    /// <param name="parts">What was read.</param>
    /// <param name="file">What findings call the file.</param>
    /// <param name="findings">Takes what is wrong, and what was mended.</param>
    /// <param name="choose">By number, the municipalities of which it is told what was mended; all where null.</param>
    /// <exception cref="InputException">There are no parts, or some of them contradict each other.</exception>
    public static IReadOnlyList<MunicipalityBoundary> JoinAll(IReadOnlyList<BoundaryPart> parts, string file, Findings findings, Func<IReadOnlyList<MunicipalityName>, IReadOnlySet<string>>? choose = null)
    {
        findings.ThrowIfErrors();
        if (parts.Count == 0)
            throw new InputException(file, null, new Phrase("geo.json.no-features"), new Phrase("geo.json.not-collection.remedy"));
        IReadOnlySet<string>? chosen = choose?.Invoke([.. parts.Select(p => new MunicipalityName(p.Number, p.Name)).Distinct()]);
        bool IsChosen(string number) => chosen?.Contains(number) != false;
        var repaired = new List<BoundaryPart>();
        MunicipalityBoundary[] boundaries = [.. parts
            .GroupBy(part => part.Number, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => Join(same.Key, [.. same], file, findings, repaired, IsChosen(same.Key)))];
        findings.ThrowIfErrors();
        repaired.RemoveAll(r => !IsChosen(r.Number));
        if (repaired.Count == 1) findings.Note(file, repaired[0].Place, new Phrase("geo.json.repaired", repaired[0].Name), new Phrase("geo.nothing-to-do"));
        else if (repaired.Count > 1)
            findings.Note(file, null, new Phrase("geo.json.all-repaired", repaired.Count, string.Join(", ", repaired.Select(r => r.Name))), new Phrase("geo.nothing-to-do"));
        return boundaries;
    }

    private static MunicipalityBoundary Join(string number, BoundaryPart[] parts, string file, Findings findings, List<BoundaryPart> allRepaired, bool isNoted)
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
        Geometry[] areas = [.. parts.Select(part => part.Repaired(file, findings, allRepaired))];
        if (areas.Length > 1 && isNoted) findings.Note(file, parts[0].Place, new Phrase("geo.json.parts", name, areas.Length), new Phrase("geo.nothing-to-do"));
        return new MunicipalityBoundary(number, name, areas.Length == 1 ? areas[0] : UnaryUnionOp.Union(areas));
    }

    private Geometry Repaired(string file, Findings findings, List<BoundaryPart> allRepaired)
    {
        if (Area.IsValid) return Area;
        Geometry repaired = GeometryFixer.Fix(Area);
        if (repaired.IsEmpty || repaired is not IPolygonal)
            findings.Error(file, Place, new Phrase("geo.json.no-polygon", Name), new Phrase("geo.json.no-polygon.remedy"));
        else
            allRepaired.Add(this);
        return repaired;
    }
}
