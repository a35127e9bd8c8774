using NavGeo.Data;
using NavGeo.Data.Formats.Tables;
using NavGeo.Maps;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Tables;

namespace NavGeo.Cli;

/// <summary>The tables of a comparison in a folder, with a file beside them that says where they come from.</summary>
internal static class TableFiles
{
    private const string ProvenanceName = "provenance.json";

    /// <summary>Writes the tables and <c>provenance.json</c>.</summary>
    public static void Save(Comparison comparison, EditEffect? effect, string folder, UserLanguage language)
    {
        foreach (ResultTable table in Tables(comparison, effect, language, null)) table.SaveCsv(folder, ComparisonTables.DressOf(language));
        SaveProvenance(comparison, folder, language);
    }

    /// <summary>Writes the tables as they may be published: without the people of places where few live.</summary>
    /// <returns>The paths written.</returns>
    public static IEnumerable<string> Publish(
        Comparison comparison, EditEffect? effect, string folder, UserLanguage language, SmallNumbers small, bool asCsv, bool asWorkbook)
    {
        IReadOnlyList<ResultTable> tables = [.. Tables(comparison, effect, language, small)];
        var written = new List<string>();
        if (asCsv)
        {
            foreach (ResultTable table in tables) table.SaveCsv(folder, ComparisonTables.DressOf(language));
            SaveProvenance(comparison, folder, language);
            written.AddRange(tables.Select(t => Path.Combine(folder, t.Name + ".csv")).Append(Path.Combine(folder, ProvenanceName)));
        }
        if (asWorkbook)
        {
            written.Add(Path.Combine(folder, comparison.Study.Case.Id + ".xlsx"));
            SpreadsheetWriter.Write(written[^1], [AboutTable.Of(comparison, small, language), .. tables], language);
        }
        return written;
    }

    private static IEnumerable<ResultTable> Tables(Comparison comparison, EditEffect? effect, UserLanguage language, SmallNumbers? small) =>
    [
        .. ComparisonTables.Of(comparison, language, small), .. effect is null ? (ResultTable[])[] : [EditEffectTable.Of(effect, small)],
        .. DecisionTables.Of(comparison, language),
    ];

    private static void SaveProvenance(Comparison comparison, string folder, UserLanguage language)
    {
        string title = comparison.Study.Case.Name.In(language);
        Provenance provenance = Provenance.Of(
            comparison.Study, title, "none: tables without coordinates", [.. comparison.Structures.Select(s => s.Access.Structure)]).Under(comparison.Structures[0].Access.Rule);
        AtomicFile.WriteText(Path.Combine(folder, ProvenanceName), provenance.ToJson() + "\n");
    }
}
