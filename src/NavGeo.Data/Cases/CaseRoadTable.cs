using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Cases;

/// <summary>
/// A folder's own <c>roads.csv</c> and <c>places.csv</c> as a road file of its own: the same tables as in a case, without
/// the case being read. <c>case.json</c>, where there is one, says which projection and area they are of.
/// </summary>
internal static class CaseRoadTable
{
    /// <summary>What the table of roads is called.</summary>
    public const string Name = RoadTable.Name;

    /// <summary>What the table of places is called.</summary>
    public const string Places = PlaceTable.Name;

    /// <summary>Reads <paramref name="path"/> and the places beside it.</summary>
    /// <exception cref="InputException">One of the tables has errors.</exception>
    public static RoadImport Read(string path, Findings findings)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        var input = new CaseInput(folder, findings);
        if (input.Has("case.json")) input.ReadSettings();
        (List<RoadLink> Links, IReadOnlyList<PlaceName> Places)? tables = RoadTable.Read(input);
        findings.ThrowIfErrors();
        (List<RoadLink> links, IReadOnlyList<PlaceName> places) = tables!.Value;
        SourceReference[] named = [.. input.Settings?.Sources ?? []];
        var source = new SourceReference(
            named.Length > 0 ? string.Join("; ", named.Select(s => s.Title)) : Path.GetFileName(path),
            string.Join("; ", named.Select(s => s.Licence).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)),
            input.Settings?.Date ?? "", Path.GetFileName(path), FileHash.Sha256(path));
        return new RoadImport(links, [], links.Count, input.Epsg, source) { Places = places };
    }
}
