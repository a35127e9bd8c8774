using NavGeo.Data.Input;

namespace NavGeo.Data.Boundaries;

/// <summary>Boundaries of the whole country for who plans a part of it.</summary>
internal static class WantedBoundaries
{
    /// <summary>All boundaries of a file; what was mended in those of others is not told.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWanted">Whether a municipality, by its number, is among the planned ones.</param>
    /// <param name="findings">Takes errors and warnings, and notes about the planned ones.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static IReadOnlyList<MunicipalityBoundary> Read(string path, Func<string, bool> isWanted, Findings findings)
    {
        var own = new Findings();
        IReadOnlyList<MunicipalityBoundary> boundaries = BoundaryReader.Read(path, own);
        HashSet<string> names = [.. boundaries.Where(b => isWanted(b.Number)).Select(b => b.Name)];
        findings.Take(own, note => note.Problem.Values is not [string name, ..] || names.Contains(name));
        return boundaries;
    }
}
