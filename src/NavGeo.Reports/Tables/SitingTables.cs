using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;

namespace NavGeo.Reports.Tables;

/// <summary>
/// A siting answer as tables: <c>chosen.csv</c> (each chosen site, its catchment), <c>assignment.csv</c> (each place and its
/// site) and <c>curve.csv</c>. In Norwegian they wear the dress of a Norwegian Excel.
/// </summary>
public static class SitingTables
{
    /// <summary>Writes the files into a folder; each is whole or not there.</summary>
    public static void Save(SitingReport report, string folder, UserLanguage language)
    {
        TableDress dress = language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        Chosen(report, dress).Save(Path.Combine(folder, "chosen.csv"));
        Assignment(report, dress).Save(Path.Combine(folder, "assignment.csv"));
        if (report.Changes.Count + report.Counts.Count > 0) Curve(report, dress).Save(Path.Combine(folder, "curve.csv"));
    }

    private static DelimitedWriter Chosen(SitingReport report, TableDress dress)
    {
        (SitingTable table, SitingAnswer answer) = (report.Table, report.Answer);
        var weight = new long[table.SiteCount];
        var worst = new long[table.SiteCount];
        var total = new Int128[table.SiteCount];
        for (int row = 0; row < table.RowCount; row++)
        {
            int site = answer.Assignment[row];
            if (site < 0 || table.Weights[row] == 0) continue;
            long cost = table.Cost(row, site);
            weight[site] += table.Weights[row];
            worst[site] = Math.Max(worst[site], cost);
            total[site] += (Int128)cost * table.Weights[row];
        }
        var written = new DelimitedWriter(dress, "site", "name", "today", "weight", "mean", "worst", "standing");
        for (int i = 0; i < answer.Sites.Count; i++)
        {
            int site = answer.Sites[i];
            written.Text(table.SiteIds[site]).Text(report.SiteNames[site]).Flag(answer.Question.Today.Contains(site))
                .Amount(weight[site] / table.WeightScale)
                .Decimal(weight[site] == 0 ? null : (double)total[site] / weight[site] / (double)table.CostScale, 3)
                .Amount(worst[site] / table.CostScale)
                .Text(report.Standings.Count == 0 ? null : report.Standings[i] switch
                {
                    SiteStanding.Always => "always",
                    SiteStanding.Exchangeable => "exchangeable",
                    _ => "unknown",
                })
                .EndRow();
        }
        return written;
    }

    private static DelimitedWriter Assignment(SitingReport report, TableDress dress)
    {
        (SitingTable table, SitingAnswer answer) = (report.Table, report.Answer);
        var written = new DelimitedWriter(dress, "id", "weight", "site", "cost");
        for (int row = 0; row < table.RowCount; row++)
        {
            int site = answer.Assignment[row];
            written.Text(table.RowIds[row]).Amount(table.Weights[row] / table.WeightScale)
                .Text(site < 0 ? null : table.SiteIds[site])
                .Amount(site < 0 ? null : table.Given is { } given ? given[row * table.SiteCount + site] : table.Cost(row, site) / table.CostScale)
                .EndRow();
        }
        return written;
    }

    private static DelimitedWriter Curve(SitingReport report, TableDress dress)
    {
        SitingTable table = report.Table;
        var written = new DelimitedWriter(dress, "changes", "p", "objective", "bound", "mean", "worst", "sites");
        foreach (CurvePoint point in report.Changes.Concat(report.Counts))
        {
            bool isByChange = report.Changes.Contains(point);
            written.Whole(isByChange ? point.Number : null).Whole(point.Answer.Sites.Count)
                .Amount(SitingFigures.Objective(table, point.Answer)).Amount(SitingFigures.Bound(table, point.Answer))
                .Decimal((double?)SitingFigures.Mean(table, point.Answer), 3).Amount(SitingFigures.Worst(table, point.Answer))
                .List(point.Answer.Sites.Select(s => table.SiteIds[s])).EndRow();
        }
        return written;
    }
}
