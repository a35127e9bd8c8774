using System.CommandLine;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo map DIR -o OUT</c>: a map sheet a structure, and one with all of them.</summary>
internal static class MapVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error) => MapFiles.Verb(
        "map",
        "Draw a map sheet of each structure, and one with all of them side by side.",
        common,
        output,
        error,
        MapFiles.SaveSheets);
}
