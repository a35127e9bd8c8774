using NavGeo.Data;
using NavGeo.Data.Results;
using NavGeo.Maps;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;

namespace NavGeo.Cli;

/// <summary>The tables of a comparison in a folder, with a file beside them that says where they come from.</summary>
internal static class TableFiles
{
    /// <summary>Writes the tables and <c>provenance.json</c>.</summary>
    public static void Save(Comparison comparison, string folder, UserLanguage language)
    {
        ComparisonTables.Save(comparison, folder, language);
        DecisionTables.Save(comparison, folder, language);
        string title = comparison.Study.Case.Name.In(language);
        Provenance provenance = Provenance.Of(
            comparison.Study, title, "none: tables without coordinates", [.. comparison.Structures.Select(s => s.Access.Structure)]);
        AtomicFile.WriteText(Path.Combine(folder, "provenance.json"), provenance.ToJson() + "\n");
    }
}
