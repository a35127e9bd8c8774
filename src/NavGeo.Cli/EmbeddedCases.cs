using NavGeo.Data;
using NavGeo.Planning.Language;

namespace NavGeo.Cli;

/// <summary>The cases that come with the program; they lie beside it.</summary>
internal static class EmbeddedCases
{
    /// <summary>Their names, the first of them for who names none.</summary>
    public static IReadOnlyList<string> Names { get; } = ["hallingdal", "lillehammer", "nordland"];

    /// <summary>Where NavGeo keeps what is its own: meetings on these cases, which cases were open last.</summary>
    public static string DataFolder => OwnFolder.Path;

    /// <summary>The folder of a case.</summary>
    /// <exception cref="InputException">It is not beside the program.</exception>
    public static string Folder(string caseName)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "data", caseName);
        return Directory.Exists(folder)
            ? folder
            : throw new InputException(folder, null, new Phrase("cli.no-embedded"), new Phrase("cli.no-embedded.remedy"));
    }
}
