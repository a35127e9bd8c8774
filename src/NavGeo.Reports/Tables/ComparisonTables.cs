using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;

namespace NavGeo.Reports.Tables;

/// <summary>
/// A comparison as tables for a spreadsheet: <c>indicators.csv</c>, <c>municipalities.csv</c>, <c>sites.csv</c> and
/// <c>offices.csv</c>, and those of <see cref="LedgerTables"/>; docs/layers.md lists the columns. In Norwegian they wear the dress of a Norwegian Excel.
/// </summary>
public static class ComparisonTables
{
    private static readonly string[] AccessColumns =
    [
        "people", "served", "without_access", .. AccessIndicators.Thresholds.Select(t => $"within_{t}_min"),
        "mean_min", "median_min", "p90_min", "p95_min", "longest_min", "worst_tenth_min", "gini",
    ];

    private static readonly string[] ChangeColumns =
        ["gain", "lose", "unchanged", "lose_access", "gain_access", "person_hours_one_way", "worst_increase_min"];

    private static readonly string[] DayColumns = ["mean_open_days", "fewer_days", "more_days", "week_mean_min"];

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
        var indicators = new ResultTable("indicators", ["structure", "name", "offices", "open_sites", .. AccessColumns, .. ChangeColumns, .. DayColumns]);
        var municipalities = new ResultTable("municipalities", ["structure", "kommunenummer", "name", .. AccessColumns, .. ChangeColumns, .. DayColumns]);
        var sites = new ResultTable("sites", ["structure", "site", "name", .. AccessColumns]);
        var offices = new ResultTable(
            "offices", "structure", "office", "host", "municipalities", "sites", "inhabitants", "employees", "fte", "kinds");
        foreach (ComparedStructure compared in comparison.Structures)
        {
            StructureAccess access = compared.Access;
            Structure structure = access.Structure;
            indicators.Text(structure.Id).Text(structure.Name.In(language))
                .Whole(structure.Offices.Count).Whole(structure.OpenSites.Count);
            Add(indicators, access.Total);
            Add(indicators, compared.Change.Total);
            Add(indicators, compared.Ledger.Total, compared.OverTheWeek.Total);
            for (int m = 0; m < planningCase.Municipalities.Count; m++)
            {
                Municipality municipality = planningCase.Municipalities[m];
                municipalities.Text(structure.Id).Text(municipality.Number).Text(municipality.Name);
                Add(municipalities, access.ByMunicipality[m]);
                Add(municipalities, compared.Change.ByMunicipality[m]);
                Add(municipalities, compared.Ledger.Municipalities[m], compared.OverTheWeek.ByMunicipality[m]);
            }
            for (int s = 0; s < planningCase.Sites.Count; s++)
            {
                if (!structure.OpenSites.Contains(planningCase.Sites[s].Id)) continue;
                sites.Text(structure.Id).Text(planningCase.Sites[s].Id).Text(planningCase.Sites[s].Name);
                Add(sites, access.BySite[s]);
                sites.EndRow();
            }
            foreach (OfficeSize size in compared.Offices)
            {
                offices.Text(structure.Id).Text(size.Office.Name).Text(size.Office.Host)
                    .List(size.Office.Municipalities).List(size.Office.Sites)
                    .Whole(size.Inhabitants).Whole(size.Employees).Amount(size.FullTimeEquivalents)
                    .List(size.Office.Sites.Select((_, i) => size.Office.KindOf(i).Code))
                    .EndRow();
            }
        }
        return [indicators, municipalities, sites, offices, .. LedgerTables.Of(publication, language)];
    }

    private static void Add(ResultTable row, AccessIndicators access)
    {
        row.Whole(access.People).Whole(access.Served).Whole(access.WithoutAccess);
        foreach (long people in access.PeopleWithin) row.Whole(people);
        row.Decimal(access.MeanMinutes, 2);
        foreach (TravelTime? time in (ReadOnlySpan<TravelTime?>)[access.Median, access.P90, access.P95, access.Longest])
            row.Decimal(time?.Minutes, 2);
        row.Decimal(access.WorstTenthMinutes, 2).Decimal(access.Gini, 4);
    }

    private static void Add(ResultTable row, AccessChange change) =>
        row.Whole(change.Gain).Whole(change.Lose).Whole(change.Unchanged).Whole(change.LoseAccess).Whole(change.GainAccess)
            .Decimal(change.PersonMilliseconds / 3_600_000.0, 1).Decimal(change.WorstMilliseconds / 60_000.0, 2);

    private static void Add(ResultTable row, LedgerRow ledger, AccessIndicators overTheWeek) =>
        row.Decimal(ledger.MeanOpenDays, 2).Whole(ledger.FewerDays.People).Whole(ledger.MoreDays.People).Decimal(overTheWeek.MeanMinutes, 2).EndRow();
}
