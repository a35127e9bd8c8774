using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Ground;
using NavGeo.Data.Kartverket;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Cases;

/// <summary>The background that a case folder can give its maps, from the best of what it names.</summary>
public static class CaseGround
{
    /// <summary>
    /// Its own <c>background.geojson</c>; else the N1000 its roads come from, with the municipalities of that file or of
    /// the case's boundaries, whichever has all of the case's; else the boundaries alone; else nothing.
    /// </summary>
    /// <param name="folder">The case folder.</param>
    /// <param name="planningCase">What was read from it.</param>
    /// <param name="window">What maps will show, metres in EPSG:25833.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <exception cref="InputException">A file is unusable.</exception>
    public static MapBackground Of(string folder, PlanningCase planningCase, Envelope window, Findings findings)
    {
        string own = Path.Combine(folder, GroundFile.Name);
        if (File.Exists(own)) return GroundFile.Read(own);
        IReadOnlyDictionary<string, CaseFile> files = CaseFolder.ReadSettings(folder, new Findings()).Files;
        string? roads = files.GetValueOrDefault("roads")?.FullPath;
        MapBackground found = roads is not null && N1000Ground.IsIn(roads) ? N1000Ground.Read(roads, window, findings) : MapBackground.None;
        IReadOnlyList<MunicipalityBoundary> all = found.Neighbours;
        if (!HasAll(all, planningCase)) all = files.GetValueOrDefault("boundaries") is { } file ? BoundaryReader.Read(file.FullPath, new Findings()) : [];
        if (!HasAll(all, planningCase)) return found with { Neighbours = [] };
        var numbers = planningCase.Municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
        return found with
        {
            Municipalities = [.. all.Where(m => numbers.Contains(m.Number))],
            Neighbours = [.. all.Where(m => !numbers.Contains(m.Number) && m.Area.EnvelopeInternal.Intersects(window))],
        };
    }

    private static bool HasAll(IReadOnlyList<MunicipalityBoundary> boundaries, PlanningCase planningCase)
    {
        var numbers = boundaries.Select(b => b.Number).ToHashSet(StringComparer.Ordinal);
        return planningCase.Municipalities.All(m => numbers.Contains(m.Number));
    }
}
