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
    /// <summary>The layer of visits without a car.</summary>
    public const string Visits = "visits";

    private const string Roads = "roads";
    private const string Sites = "sites";
    private const string Cells = "cells";
    private const string Catchments = "catchments";
    private const string Change = "change";

    /// <summary>Writes the layers of every structure given.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="publication">The measured case.</param>
    /// <param name="structures">Of its structures, one file set each; the case's baseline need not be among them.</param>
    /// <param name="settings">Coordinates.</param>
    /// <returns>The paths written, in order.</returns>
    public static IReadOnlyList<string> Write(string folder, Publication publication, IReadOnlyList<ComparedStructure> structures, LayerSettings settings)
    {
        var written = new List<string>();
        string? roads = null;
        foreach (ComparedStructure structure in structures)
        {
            foreach (string layer in NamesOf(publication, structure))
            {
                // The roads are the same for all.
                if (layer == Roads && roads is not null) continue;
                string path = Path.Combine(folder, (layer == Roads ? "" : structure.Structure.Id + "-") + layer + ".geojson");
                WriteOne(path, layer, publication, structure, settings);
                if (layer == Roads) roads = path;
                written.Add(path);
            }
        }
        return written;
    }

    /// <summary>The layers there are of a structure: change of all but the baseline, visits where they were searched.</summary>
    public static IReadOnlyList<string> NamesOf(Publication publication, ComparedStructure structure) =>
    [
        Roads, Sites, Cells, Catchments, .. structure.Structure.Id == publication.Comparison.Structures[0].Structure.Id ? (string[])[] : [Change],
        .. publication.Visits is null ? (string[])[] : [Visits],
    ];

    /// <summary>Writes one layer of a structure.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layer">One of <see cref="NamesOf"/>.</param>
    /// <param name="publication">The measured case.</param>
    /// <param name="structure">Of its structures.</param>
    /// <param name="settings">Coordinates.</param>
    public static void WriteOne(string path, string layer, Publication publication, ComparedStructure structure, LayerSettings settings)
    {
        AccessStudy study = publication.Study;
        switch (layer)
        {
            case Roads: RoadLayer.Write(path, study, settings); break;
            case Sites: SiteLayer.Write(path, study, structure.Access, settings); break;
            case Cells: CellLayer.Write(path, study, structure.Access, settings); break;
            case Catchments: CatchmentLayer.Write(path, study, structure.Access, settings); break;
            case Change: ChangeLayer.Write(path, study, publication.Comparison.Structures[0].Access, structure.Access, settings); break;
            case Visits: VisitLayer.Write(path, study, publication.Visits!, structure.Structure, settings); break;
            default: throw new ArgumentException($"no layer {layer}", nameof(layer));
        }
    }
}
