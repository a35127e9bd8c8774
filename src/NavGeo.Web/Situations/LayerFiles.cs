using System.Collections.Concurrent;
using NavGeo.Maps.Layers;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Web.Situations;

/// <summary>
/// The map layers of a structure of a situation, as the command writes them: each is made when it is first asked for, and kept
/// with the situation. Immutable to its readers; any number of threads.
/// </summary>
public sealed class LayerFiles
{
    private readonly Publication publication;
    private readonly ComparedStructure structure;
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> files = new(StringComparer.Ordinal);

    /// <param name="publication">What those who see them may know.</param>
    /// <param name="structure">Whose.</param>
    public LayerFiles(Publication publication, ComparedStructure structure)
    {
        (this.publication, this.structure) = (publication, structure);
        Names = StructureLayers.NamesOf(publication, structure);
    }

    /// <summary>sites, cells, catchments, roads, change for all structures but the baseline, and visits where they were searched.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The layer as GeoJSON; null where there is none of that name: it is one of a list, never a path.</summary>
    public byte[]? Find(string name) => Names.Contains(name, StringComparer.Ordinal) ? files.GetOrAdd(name, n => new(() => Made(n))).Value : null;

    /// <summary>Has it written by the one who knows how, in a folder of its own that is gone afterwards.</summary>
    private byte[] Made(string name)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-layers-");
        try
        {
            string path = Path.Combine(folder.FullName, name + ".geojson");
            StructureLayers.WriteOne(path, name, publication, structure, new LayerSettings());
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
