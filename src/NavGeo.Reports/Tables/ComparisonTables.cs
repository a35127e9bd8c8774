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

    /// <summary>Writes the files into a folder, with every number; each is whole or not there.</summary>
    public static void Save(Comparison comparison, string folder, UserLanguage language)
    {
        foreach (ResultTable table in Of(comparison, language)) table.SaveCsv(folder, DressOf(language));
    }

    /// <summary>How tables are written for a reader of a language.</summary>
    public static TableDress DressOf(UserLanguage language) =>
        language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;

    /// <summary>The tables.</summary>
    /// <param name="comparison">What they show.</param>
    /// <param name="language">Of the names in them.</param>
    /// <param name="small">Which places are listed without their number of people, and below which number none is told; null tells all.</param>
    public static IReadOnlyList<ResultTable> Of(Comparison comparison, UserLanguage language, SmallNumbers? small = null)
    {
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
            var counts = PublishedCounts.Of(compared, small?.Least ?? 0);
            indicators.Text(structure.Id).Text(structure.Name.In(language))
                .Whole(structure.Offices.Count).Whole(structure.OpenSites.Count);
            Add(indicators, access.Total, counts.Total);
            Add(indicators, compared.Change.Total, counts.Total);
            Add(indicators, compared.Ledger.Total, compared.OverTheWeek.Total, counts.Total);
            for (int m = 0; m < planningCase.Municipalities.Count; m++)
            {
                Municipality municipality = planningCase.Municipalities[m];
                municipalities.Text(structure.Id).Text(municipality.Number).Text(municipality.Name);
                PublishedRow told = counts.InMunicipality(m);
                Add(municipalities, access.ByMunicipality[m], told);
                Add(municipalities, compared.Change.ByMunicipality[m], told);
                Add(municipalities, compared.Ledger.Municipalities[m], compared.OverTheWeek.ByMunicipality[m], told);
            }
            for (int s = 0; s < planningCase.Sites.Count; s++)
            {
                if (!structure.OpenSites.Contains(planningCase.Sites[s].Id)) continue;
                sites.Text(structure.Id).Text(planningCase.Sites[s].Id).Text(planningCase.Sites[s].Name);
                Add(sites, access.BySite[s], counts.AtSite(s), isSite: true);
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
        return [indicators, municipalities, sites, offices, .. LedgerTables.Of(comparison, language, small)];
    }

    private static void Add(ResultTable row, AccessIndicators access, PublishedRow told, bool isSite = false)
    {
        row.Whole(isSite ? told.Served : access.People).Whole(told.Served).Whole(isSite ? 0 : told.WithoutAccess);
        foreach (long? people in told.Within) row.Whole(people);
        row.Decimal(access.MeanMinutes, 2);
        foreach (TravelTime? time in (ReadOnlySpan<TravelTime?>)[access.Median, access.P90, access.P95, access.Longest])
            row.Decimal(time?.Minutes, 2);
        row.Decimal(access.WorstTenthMinutes, 2).Decimal(access.Gini, 4);
    }

    private static void Add(ResultTable row, AccessChange change, PublishedRow told)
    {
        bool isSumTold = told is { TellsMore: true, TellsLess: true };
        row.Whole(told.Gain).Whole(told.Lose).Whole(told.Unchanged).Whole(told.LoseAccess).Whole(told.GainAccess)
            .Decimal(isSumTold ? change.PersonMilliseconds / 3_600_000.0 : null, 1).Decimal(change.WorstMilliseconds / 60_000.0, 2);
    }

    private static void Add(ResultTable row, LedgerRow ledger, AccessIndicators overTheWeek, PublishedRow told) =>
        row.Decimal(ledger.MeanOpenDays, 2).Whole(told.FewerDays).Whole(told.MoreDays).Decimal(overTheWeek.MeanMinutes, 2).EndRow();
}
