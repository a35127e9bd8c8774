using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Building;

namespace NavGeo.Data.Roads;

/// <summary>Opens a network by the kind of its file: the one place that knows which formats <c>--roads</c> takes.</summary>
public static class RoadFile
{
    /// <summary>Reads a network and its sea, where the file holds one.</summary>
    /// <param name="path">A <c>.gpkg</c> with national road data, or a built <c>.navnet</c>.</param>
    /// <param name="findings">Takes what the reader has to say.</param>
    /// <exception cref="InputException">The file is missing, damaged or of a kind NavGeo does not read.</exception>
    public static RoadNetwork Open(string path, Findings findings)
    {
        if (!File.Exists(path))
            throw new InputException(path, null, new Phrase("roads.no-file"), new Phrase("roads.no-file.remedy"));
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case BuiltNetwork.Extension:
                return BuiltNetwork.Open(path);
            case ".gpkg":
                RoadImport import = N1000RoadReader.Read(path, findings);
                RoadGraph graph = new RoadGraphBuilder(import.Epsg).AddRange(import.Links).Build();
                return new RoadNetwork(graph, SeaMaskReader.Find(path), import.Source) { Import = import };
            default:
                throw new InputException(
                    path, null, new Phrase("roads.unknown-kind", Path.GetExtension(path)), new Phrase("roads.unknown-kind.remedy"));
        }
    }
}
