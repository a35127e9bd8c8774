using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Reports.Tables;

/// <summary>
/// A comparison as tables for a spreadsheet: <c>indicators.csv</c>, <c>municipalities.csv</c>, <c>sites.csv</c> and
/// <c>offices.csv</c>, and those of <see cref="LedgerTables"/>; docs/layers.md lists the columns. In Norwegian they wear the dress of a Norwegian Excel.
/// </summary>
public static class ComparisonTables
{
    /// <summary>How tables are written for a reader of a language.</summary>
    public static TableDress DressOf(UserLanguage language) =>
        language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;

    /// <summary>The tables.</summary>
    /// <param name="publication">What they show.</param>
    /// <param name="language">Of the names in them.</param>
    public static IReadOnlyList<ResultTable> Of(Publication publication, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        PlanningCase planningCase = comparison.Study.Case;
        ResultTable indicators = Table("indicators", IndicatorLevel.Structure, "structure", "name");
        ResultTable municipalities = Table("municipalities", IndicatorLevel.Municipality, "structure", "kommunenummer", "name");
        ResultTable sites = Table("sites", IndicatorLevel.Site, "structure", "site", "name");
        var offices = new ResultTable(
            "offices", "structure", "office", "host", "municipalities", "sites", "inhabitants", "employees", "fte", "kinds");
        foreach (ComparedStructure compared in comparison.Structures)
        {
            Structure structure = compared.Structure;
            Add(indicators.Text(structure.Id).Text(structure.Name.In(language)), IndicatorLevel.Structure, IndicatorSubject.Of(compared));
            foreach ((int m, Municipality municipality) in planningCase.Municipalities.Index())
            {
                Add(municipalities.Text(structure.Id).Text(municipality.Number).Text(municipality.Name),
                    IndicatorLevel.Municipality, IndicatorSubject.Of(compared, m));
            }
            foreach ((int s, ServiceSite site) in planningCase.Sites.Index().Where(s => structure.OpenSites.Contains(s.Item.Id)))
                Add(sites.Text(structure.Id).Text(site.Id).Text(site.Name), IndicatorLevel.Site, IndicatorSubject.Of(compared.Access.BySite[s]));
            foreach (OfficeSize size in compared.Offices)
            {
                offices.Text(structure.Id).Text(size.Office.Name).Text(size.Office.Host)
                    .List(size.Office.Municipalities).List(size.Office.Sites)
                    .Whole(size.Inhabitants).Whole(size.Employees).Amount(size.FullTimeEquivalents)
                    .List(size.Office.Sites.Select((_, i) => size.Office.KindOf(i).Code))
                    .EndRow();
            }
        }
        return
        [
            Told(indicators), Told(municipalities), sites, offices, .. LedgerTables.Of(publication, language).Select(Told),
            .. ((ResultTable?[])[EditEffectTable.Of(publication), AgainstTodayTable.Of(publication)]).OfType<ResultTable>(),
        ];

        // What is held against something else than today says so on each row: a file is read alone.
        ResultTable Told(ResultTable table) => comparison.Yardstick is { IsToday: false } yardstick ? table.With("held_against", yardstick.Name.In(language)) : table;
    }

    private static ResultTable Table(string name, IndicatorLevel level, params string[] columns) => new(
        name,
        [.. columns, .. IndicatorCatalogue.Of(level).SelectMany(i => i.IsEstimated is null ? (string[])[i.Key] : [i.Key, i.Key + ColumnTitles.Estimated])]);

    private static void Add(ResultTable row, IndicatorLevel level, IndicatorSubject subject)
    {
        foreach (Indicator indicator in IndicatorCatalogue.Of(level))
        {
            row.Decimal(indicator.Value(subject), indicator.Unit.FileDecimals);
            if (indicator.IsEstimated is { } isEstimated) row.Flag(isEstimated(subject));
        }
        row.EndRow();
    }
}
