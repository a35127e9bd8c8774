using NavGeo.Data;
using NavGeo.Data.Results;
using NavGeo.Data.Spreadsheets;
using NavGeo.Data.Tables;
using NavGeo.Maps;
using NavGeo.Planning;
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
        foreach (ResultTable table in DecisionTables.Of(comparison, language)) table.SaveCsv(folder, ComparisonTables.DressOf(language));
        SaveProvenance(comparison, folder, language);
    }

    /// <summary>Writes the tables as they may be published: without the people of places where few live.</summary>
    public static void Publish(Comparison comparison, string folder, UserLanguage language, SmallNumbers small, bool asCsv, bool asWorkbook)
    {
        IReadOnlyList<ResultTable> tables = [.. ComparisonTables.Of(comparison, language, small), .. DecisionTables.Of(comparison, language)];
        if (asCsv)
        {
            foreach (ResultTable table in tables) table.SaveCsv(folder, ComparisonTables.DressOf(language));
            SaveProvenance(comparison, folder, language);
        }
        if (asWorkbook)
            SpreadsheetWriter.Write(Path.Combine(folder, comparison.Study.Case.Id + ".xlsx"), [AboutTable.Of(comparison, small, language), .. tables], language);
    }

    private static void SaveProvenance(Comparison comparison, string folder, UserLanguage language)
    {
        string title = comparison.Study.Case.Name.In(language);
        Provenance provenance = Provenance.Of(
            comparison.Study, title, "none: tables without coordinates", [.. comparison.Structures.Select(s => s.Access.Structure)]);
        AtomicFile.WriteText(Path.Combine(folder, "provenance.json"), provenance.ToJson() + "\n");
    }
}
