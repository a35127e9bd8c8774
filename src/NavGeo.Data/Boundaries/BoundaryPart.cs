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
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">There are no parts, or some of them contradict each other.</exception>
    public static JoinedBoundaries JoinAll(IReadOnlyList<BoundaryPart> parts, string file, Findings findings)
    {
        findings.ThrowIfErrors();
        if (parts.Count == 0)
            throw new InputException(file, null, new Phrase("geo.json.no-features"), new Phrase("geo.json.not-collection.remedy"));
        JoinedBoundary[] joined = [.. parts
            .GroupBy(part => part.Number, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => Join(same.Key, [.. same], file, findings))];
        findings.ThrowIfErrors();
        return new JoinedBoundaries([.. parts.Select(p => new MunicipalityName(p.Number, p.Name)).Distinct()], joined);
    }

    private static JoinedBoundary Join(string number, BoundaryPart[] parts, string file, Findings findings)
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
        var repaired = new List<string>();
        Geometry[] areas = [.. parts.Select(part => part.Repaired(file, findings, repaired))];
        return new JoinedBoundary(
            new MunicipalityBoundary(number, name, areas.Length == 1 ? areas[0] : UnaryUnionOp.Union(areas)), parts[0].Place, parts.Length, repaired);
    }

    private Geometry Repaired(string file, Findings findings, List<string> places)
    {
        if (Area.IsValid) return Area;
        Geometry repaired = GeometryFixer.Fix(Area);
        if (repaired.IsEmpty || repaired is not IPolygonal)
            findings.Error(file, Place, new Phrase("geo.json.no-polygon", Name), new Phrase("geo.json.no-polygon.remedy"));
        else
            places.Add(Place);
        return repaired;
    }
}

/// <summary>The municipalities of a file, each in one piece, with what was mended on the way.</summary>
/// <param name="Names">In the order of the file.</param>
/// <param name="All">Sorted by number.</param>
internal sealed record JoinedBoundaries(IReadOnlyList<MunicipalityName> Names, IReadOnlyList<JoinedBoundary> All)
{
    /// <summary>The boundaries, once it is told what was mended.</summary>
    /// <param name="file">What findings call the file.</param>
    /// <param name="findings">Takes what was mended.</param>
    /// <param name="choose">By number, the municipalities of which it is told; all where null.</param>
    public IReadOnlyList<MunicipalityBoundary> Told(string file, Findings findings, Func<IReadOnlyList<MunicipalityName>, IReadOnlySet<string>>? choose)
    {
        IReadOnlySet<string>? chosen = choose?.Invoke(Names);
        JoinedBoundary[] told = [.. All.Where(b => chosen?.Contains(b.Boundary.Number) != false)];
        foreach (JoinedBoundary each in told.Where(b => b.Parts > 1))
            findings.Note(file, each.Place, new Phrase("geo.json.parts", each.Boundary.Name, each.Parts), new Phrase("geo.nothing-to-do"));
        (string Name, string Place)[] repaired = [.. told.SelectMany(b => b.Repaired.Select(place => (b.Boundary.Name, place)))];
        if (repaired.Length == 1) findings.Note(file, repaired[0].Place, new Phrase("geo.json.repaired", repaired[0].Name), new Phrase("geo.nothing-to-do"));
        else if (repaired.Length > 1)
            findings.Note(file, null, new Phrase("geo.json.all-repaired", repaired.Length, string.Join(", ", repaired.Select(r => r.Name))), new Phrase("geo.nothing-to-do"));
        return [.. All.Select(b => b.Boundary)];
    }
}

/// <summary>A municipality of a file.</summary>
/// <param name="Boundary">In one piece.</param>
/// <param name="Place">Of its first feature, for findings.</param>
/// <param name="Parts">How many features it stood in.</param>
/// <param name="Repaired">The places of those that were repaired.</param>
internal sealed record JoinedBoundary(MunicipalityBoundary Boundary, string Place, int Parts, IReadOnlyList<string> Repaired);
