using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Layers;

/// <summary>
/// All layers of a structure under the names that <c>docs/layers.md</c> gives: <c>A-sites.geojson</c>,
/// <c>A-cells.geojson</c>, <c>A-catchments.geojson</c>, and <c>A-change.geojson</c> for all but the baseline; the
/// roads are the same for all and stand in <c>roads.geojson</c>.
/// </summary>
public static class StructureLayers
{
    /// <summary>Writes the layers of every structure given.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="publication">The measured case.</param>
    /// <param name="structures">Of its structures, one file set each; the case's baseline need not be among them.</param>
    /// <param name="settings">Coordinates.</param>
    /// <returns>The paths written, in order.</returns>
    public static IReadOnlyList<string> Write(string folder, Publication publication, IReadOnlyList<ComparedStructure> structures, LayerSettings settings)
    {
        AccessStudy study = publication.Study;
        var written = new List<string>();
        StructureAccess baseline = publication.Comparison.Structures[0].Access;
        RoadLayer.Write(Next("roads"), study, settings);
        foreach (StructureAccess access in structures.Select(s => s.Access))
        {
            string id = access.Structure.Id;
            SiteLayer.Write(Next(id + "-sites"), study, access, settings);
            CellLayer.Write(Next(id + "-cells"), study, access, settings);
            CatchmentLayer.Write(Next(id + "-catchments"), study, access, settings);
            if (id != baseline.Structure.Id) ChangeLayer.Write(Next(id + "-change"), study, baseline, access, settings);
        }
        return written;

        string Next(string name)
        {
            written.Add(Path.Combine(folder, name + ".geojson"));
            return written[^1];
        }
    }
}
