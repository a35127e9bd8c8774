using System.CommandLine;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo export DIR -o OUT</c>: the layers of each structure for GIS.</summary>
internal static class ExportVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error) => MapFiles.Verb(
        "export",
        "Write the layers of each structure as GeoJSON.",
        common,
        output,
        error,
        MapFiles.SaveLayers);
}
