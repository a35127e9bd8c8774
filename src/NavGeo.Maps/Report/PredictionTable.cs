using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Maps.Report;

/// <summary>What a report expected of a structure, to be held against later data.</summary>
/// <param name="Year">When it shall be so.</param>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Headline">Of what.</param>
/// <param name="Expected">As the report stated it.</param>
/// <param name="Low">5 of 100 draws are below; null where nobody drew.</param>
/// <param name="High">5 of 100 draws are above.</param>
public sealed record Prediction(int Year, string Structure, Headline Headline, double Expected, double? Low, double? High);

/// <summary>A log of predictions as a table: <c>year,structure,indicator,expected,low_90,high_90</c>, written by <c>report --predict</c>, read by <c>report --review</c>.</summary>
public static class PredictionTable
{
    private static readonly TableColumns Columns = new(["year", "structure", "indicator", "expected"], "low_90", "high_90");

    /// <summary>Writes what draws of a case say of each structure, for a year; whole or not there.</summary>
    public static void Save(string file, UncertaintyResult result, int year, UserLanguage language)
    {
        var table = new DelimitedWriter(
            language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel, "year", "structure", "indicator", "expected", "low_90", "high_90");
        foreach (StructureUncertainty structure in result.Structures)
        {
            foreach (HeadlineDraws number in structure.Numbers.Where(n => double.IsFinite(n.Stated)))
            {
                Band band = number.Band;
                table.Text(year.ToString(CultureInfo.InvariantCulture)).Text(structure.Structure.Id).Text(number.Headline.NameOf()).Decimal(number.Stated, 3).Decimal(band.Low, 3).Decimal(band.High, 3).EndRow();
            }
        }
        table.Save(file);
    }

    /// <summary>Reads a log.</summary>
    /// <exception cref="InputException">It has errors; every finding names its line.</exception>
    public static IReadOnlyList<Prediction> Read(InputFile file)
    {
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Read(file, Columns, findings);
        Prediction[] log = [.. (table?.Rows ?? []).Select(RowOf)];
        findings.ThrowIfErrors();
        return log;
    }

    private static Prediction RowOf(DelimitedRow row)
    {
        string indicator = row.Text("indicator");
        Headline? headline = Headlines.All.Where(h => h.NameOf() == indicator).Select(h => (Headline?)h).FirstOrDefault();
        if (headline is null && indicator.Length > 0)
            row.Error(new Phrase("case.unknown-value", "indicator", indicator), new Phrase("case.one-of.remedy", string.Join(", ", Headlines.All.Select(h => h.NameOf()))));
        return new Prediction(
            row.Whole("year", 1900, 2200), row.Text("structure"), headline ?? default, row.Decimal("expected", -1e12, 1e12), row.OptionalDecimal("low_90", -1e12, 1e12), row.OptionalDecimal("high_90", -1e12, 1e12));
    }
}
