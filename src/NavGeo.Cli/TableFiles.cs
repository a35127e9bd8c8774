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

    /// <summary>Writes the tables with <c>provenance.json</c>, a workbook or both.</summary>
    /// <returns>The paths written.</returns>
    public static IReadOnlyList<string> Save(
        Publication publication, string folder, UserLanguage language, bool asCsv = true, bool asWorkbook = false)
    {
        IReadOnlyList<ResultTable> tables = [.. Tables(publication, language)];
        var written = new List<string>();
        if (asCsv)
        {
            foreach (ResultTable table in tables) table.SaveCsv(folder, ComparisonTables.DressOf(language));
            SaveProvenance(publication.Comparison, folder, language);
            written.AddRange(tables.Select(t => Path.Combine(folder, t.Name + ".csv")).Append(Path.Combine(folder, ProvenanceName)));
        }
        if (asWorkbook)
        {
            written.Add(Path.Combine(folder, publication.Case.Id + ".xlsx"));
            SpreadsheetWriter.Write(written[^1], [AboutTable.Of(publication, language), .. tables], language);
        }
        return written;
    }

    private static IEnumerable<ResultTable> Tables(Publication publication, UserLanguage language) =>
    [
        .. ComparisonTables.Of(publication, language), .. DecisionTables.Of(publication, language),
    ];

    private static void SaveProvenance(Comparison comparison, string folder, UserLanguage language)
    {
        string title = comparison.Study.Case.Name.In(language);
        Provenance provenance = Provenance.Of(
            comparison.Study, title, "none: tables without coordinates", [.. comparison.Structures.Select(s => s.Access.Structure)]).Under(comparison.Structures[0].Access.Rule);
        AtomicFile.WriteText(Path.Combine(folder, ProvenanceName), provenance.ToJson() + "\n");
    }
}
