using System.Text.Json.Nodes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;

namespace NavGeo.Reports.Json;

/// <summary>A siting answer as plain numbers for programs, in the question's own unit.</summary>
public static class SitingJson
{
    /// <summary>The whole report.</summary>
    public static JsonObject Of(SitingReport report, UserLanguage language)
    {
        (SitingTable table, SitingAnswer answer) = (report.Table, report.Answer);
        JsonObject json = Answer(table, answer);
        json["model"] = SitingModelName.Of(answer.Question.Model);
        json["within"] = answer.Question.Within is { } within ? within / table.CostScale : null;
        json["assignments"] = answer.Assignment.Count(s => s >= 0);
        json["demand_points"] = table.RowCount;
        json["candidates"] = table.SiteCount;
        json["total_weight"] = table.Weights.Aggregate(Int128.Zero, (sum, w) => sum + w) is var all ? (decimal)all / table.WeightScale : 0;
        json["served_weight"] = answer.ServedWeight / table.WeightScale;
        json["unserved"] = answer.Unserved.Count;
        json["unserved_weight"] = answer.Unserved.Sum(r => table.Weights[r]) / table.WeightScale;
        json["unserved_ids"] = new JsonArray([.. answer.Unserved.Select(r => (JsonNode)table.RowIds[r])]);
        json["searched_rows"] = answer.SearchedRows;
        json["aggregation_error"] = 0;
        json["rounding"] = table.Rounding;
        json["nodes"] = answer.Nodes;
        json["work"] = answer.Work;
        json["today"] = report.Today is { } today ? Answer(table, today) : null;
        json["opened"] = Ids(table, answer.Question.Today.Count == 0 ? [] : answer.Sites.Except(answer.Question.Today));
        json["closed"] = Ids(table, answer.Question.Today.Except(answer.Sites));
        json["curve"] = Curve(table, report.Changes, "changes", answer.Question.Today);
        json["by_count"] = Curve(table, report.Counts, "p", []);
        json["near_optimal"] = report.Standings.Count == 0 ? null : new JsonObject
        {
            ["indifference"] = SitingReport.Indifference,
            ["always"] = Standing(SiteStanding.Always),
            ["exchangeable"] = Standing(SiteStanding.Exchangeable),
            ["unknown"] = Standing(SiteStanding.Unknown),
        };
        json["prices"] = new JsonArray([.. report.Prices.Select(p => (JsonNode)new JsonObject
        {
            ["demand"] = p.Demand.In(language),
            ["price"] = p.Price is { } price ? SitingFigures.InUnits(table, answer.Question, price) : null,
            ["proven"] = p.IsProven,
        })]);
        json["closings"] = new JsonArray([.. report.Closings.Select(c => (JsonNode)new JsonObject
        {
            ["site"] = table.SiteIds[c.Site],
            ["weight"] = c.Weight / table.WeightScale,
            ["more"] = c.More is { } more ? (decimal)more / table.CostScale / table.WeightScale : null,
            ["next"] = c.Next < 0 ? null : table.SiteIds[c.Next],
            ["worst_more"] = c.WorstMore / table.CostScale,
        })]);
        return json;

        JsonArray Standing(SiteStanding standing) => Ids(table, answer.Sites.Where((_, i) => report.Standings[i] == standing));
    }

    private static JsonObject Answer(SitingTable table, SitingAnswer answer) => new()
    {
        ["p"] = answer.Sites.Count,
        ["objective"] = SitingFigures.Objective(table, answer),
        ["bound"] = SitingFigures.Bound(table, answer),
        ["gap"] = answer.Gap,
        ["proven"] = answer.IsProven,
        ["total"] = table.Total(answer.Assignment),
        ["mean"] = SitingFigures.Mean(table, answer),
        ["worst"] = SitingFigures.Worst(table, answer),
        ["covered"] = answer.Covered is { } covered ? covered / table.WeightScale : null,
        ["sites"] = Ids(table, answer.Sites),
    };

    private static JsonArray Curve(SitingTable table, IReadOnlyList<CurvePoint> points, string number, IReadOnlyList<int> today) =>
        new([.. points.Select(p =>
        {
            JsonObject point = Answer(table, p.Answer);
            point[number] = p.Number;
            if (today.Count > 0)
            {
                point["opened"] = Ids(table, p.Answer.Sites.Except(today));
                point["closed"] = Ids(table, today.Except(p.Answer.Sites));
            }
            return (JsonNode)point;
        })]);

    private static JsonArray Ids(SitingTable table, IEnumerable<int> sites) => new([.. sites.Select(s => (JsonNode)table.SiteIds[s])]);
}
