using NavGeo.Maps.Layers;

namespace NavGeo.Web.Situations;

/// <summary>The map layers of the structure that is shown, as the command writes them. Immutable.</summary>
public sealed class LayerFiles
{
    private readonly Dictionary<string, byte[]> files;

    private LayerFiles(Dictionary<string, byte[]> files) => this.files = files;

    /// <summary>sites, cells, catchments, roads, and change for all structures but the baseline.</summary>
    public IReadOnlyCollection<string> Names => files.Keys;

    /// <summary>The layer as GeoJSON; null where there is none of that name.</summary>
    public byte[]? Find(string name) => files.GetValueOrDefault(name);

    /// <summary>
    /// Has the layers written by the one who knows how, in a folder of their own that is gone afterwards; the names a
    /// request may ask for are those that were written, never a path.
    /// </summary>
    public static LayerFiles Of(Situation situation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-layers-");
        try
        {
            string prefix = situation.Chosen.Structure.Id + "-";
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (string path in StructureLayers.Write(folder.FullName, situation.Publication, [situation.Chosen], new LayerSettings()))
            {
                string name = Path.GetFileNameWithoutExtension(path);
                if (name.StartsWith(prefix, StringComparison.Ordinal)) name = name[prefix.Length..];
                files[name] = File.ReadAllBytes(path);
            }
            return new LayerFiles(files);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
