using NavGeo.Planning.Access;
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
    /// <param name="study">The measured case.</param>
    /// <param name="structures">One file set each; the case's baseline need not be among them.</param>
    /// <param name="settings">Coordinates and the rule for small numbers.</param>
    /// <returns>The paths written, in order.</returns>
    public static IReadOnlyList<string> Write(string folder, AccessStudy study, IReadOnlyList<StructureAccess> structures, LayerSettings settings)
    {
        var written = new List<string>();
        StructureAccess baseline = structures.FirstOrDefault(s => s.Structure.Id == study.Case.Baseline)
            ?? study.Access(study.Case.GetStructure(study.Case.Baseline));
        settings = settings with { Small = settings.Small ?? SmallNumbers.Of(study, [baseline, .. structures.Where(s => s != baseline)], settings.LeastPeople) };
        RoadLayer.Write(Next("roads"), study, settings);
        foreach (StructureAccess access in structures)
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
