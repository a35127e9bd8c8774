using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;

namespace NavGeo.Data.Siting;

/// <summary>
/// Reads a cost matrix (<c>--cost-matrix</c>: candidates' ids in the first row, places' ids in the first column, numbers as
/// given; an empty field, <c>inf</c> and <c>-</c> are no way) and the weights of the places (<c>--demand</c>: id, weight).
/// Decimals are made whole by a power of ten, so that sums are exact; where a sum would not fit in 64 bits the last
/// decimals are rounded and the table says by how much.
/// </summary>
public static class CostMatrixFile
{
    private static readonly string[] NoWay = ["", "-", "inf", "+inf", "infinity", "nan", "∞"];
    private static readonly TableColumns WeightColumns = new(["id", "weight"]);

    /// <summary>Reads both files.</summary>
    /// <param name="matrixPath">The matrix.</param>
    /// <param name="weightPath">The weights; null where every place weighs 1.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public static SitingTable Read(string matrixPath, string? weightPath, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(matrixPath, new TableColumns([]), findings);
        findings.ThrowIfErrors();
        string[] sites = [.. table!.Columns.Skip(1)];
        if (sites.Length == 0)
            findings.Error(matrixPath, 1, new Phrase("siting.no-candidates"), new Phrase("siting.matrix.remedy"));
        for (int site = 0; site < sites.Length; site++)
        {
            if (sites[site].Length == 0)
                findings.Error(matrixPath, 1, new Phrase("siting.nameless", site + 2), new Phrase("siting.matrix.remedy"));
        }
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<string>();
        var costs = new List<decimal?>();
        foreach (DelimitedRow row in table.Rows)
        {
            string id = row.At(0);
            if (id.Length == 0) row.Error(new Phrase("siting.nameless-row"), new Phrase("siting.matrix.remedy"));
            else if (!lines.TryAdd(id, row.Line))
                row.Error(new Phrase("siting.twice", id, Line(lines[id])), new Phrase("siting.matrix.remedy"));
            for (int site = 0; site < sites.Length; site++) costs.Add(Cost(row, sites[site], row.At(site + 1)));
            rows.Add(id);
        }
        findings.ThrowIfErrors();
        decimal[] weights = Weights(weightPath, lines, rows, findings);
        return Whole(rows, sites, weights, costs);
    }

    /// <summary>
    /// A number, as itself or for each id from a file with the columns id and <paramref name="column"/>: opening costs,
    /// capacities. Ids the file does not name have <paramref name="otherwise"/>.
    /// </summary>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static decimal[] PerSite(string given, string column, IReadOnlyList<string> ids, decimal otherwise, Findings findings)
    {
        if (TryNumber(given, out decimal same)) return [.. ids.Select(_ => same)];
        DelimitedTable? table = DelimitedTable.Read(given, new TableColumns(["id", column]), findings);
        findings.ThrowIfErrors();
        var values = Enumerable.Repeat(otherwise, ids.Count).ToArray();
        Dictionary<string, int> index = Index(ids);
        foreach (DelimitedRow row in table!.Rows)
        {
            string id = row.Text("id");
            decimal value = row.OptionalAmount(column) ?? otherwise;
            if (index.TryGetValue(id, out int site)) values[site] = value;
            else row.Warning(new Phrase("siting.unknown-id", id), new Phrase("siting.unknown-id.remedy"));
        }
        findings.ThrowIfErrors();
        return values;
    }

    /// <summary>
    /// Which area each candidate lies in, from a file with the column id (or kommunenummer) and the area's; null where it
    /// lies in none.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The column with areas.</param>
    /// <param name="ids">The candidates.</param>
    /// <param name="municipalities">The municipality of each; null where they have none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static string?[] Areas(
        string path, string column, IReadOnlyList<string> ids, IReadOnlyList<string>? municipalities, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(path, new TableColumns([column], "id", "kommunenummer"), findings);
        findings.ThrowIfErrors();
        var areas = new string?[ids.Count];
        foreach (DelimitedRow row in table!.Rows)
        {
            string? area = row.OptionalText(column);
            string key = row["id"].Length > 0 ? row["id"] : row["kommunenummer"];
            IReadOnlyList<string> among = row["id"].Length > 0 || municipalities is null ? ids : municipalities;
            for (int site = 0; site < areas.Length; site++)
            {
                if (among[site] == key) areas[site] = area;
            }
        }
        findings.ThrowIfErrors();
        return areas;
    }

    /// <summary>Reads a number as people write it, with or without exponent.</summary>
    public static bool TryNumber(string text, out decimal value) =>
        NumberText.TryExact(text, out value) || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static decimal? Cost(DelimitedRow row, string column, string text)
    {
        if (NoWay.Contains(text, StringComparer.OrdinalIgnoreCase)) return null;
        if (!TryNumber(text, out decimal cost)) row.Error(new Phrase("table.not-a-number", column, text), new Phrase("siting.cost.remedy"));
        else if (cost < 0) row.Error(new Phrase("table.too-small", column, text, 0), new Phrase("siting.cost.remedy"));
        return cost;
    }

    private static decimal[] Weights(string? path, Dictionary<string, int> lines, List<string> rows, Findings findings)
    {
        var weights = Enumerable.Repeat(1m, rows.Count).ToArray();
        if (path is null) return weights;
        DelimitedTable? table = DelimitedTable.Read(path, WeightColumns, findings);
        findings.ThrowIfErrors();
        Dictionary<string, int> index = Index(rows);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            string id = row.Text("id");
            string text = row.Text("weight");
            if (row.IsFaulty) continue;
            if (!seen.TryAdd(id, row.Line)) row.Error(new Phrase("siting.twice", id, Line(seen[id])), new Phrase("siting.weight.remedy"));
            if (!TryNumber(text, out decimal weight)) row.Error(new Phrase("table.not-a-number", "weight", text), new Phrase("siting.weight.remedy"));
            else if (weight < 0) row.Error(new Phrase("table.too-small", "weight", text, 0), new Phrase("siting.weight.remedy"));
            else if (index.TryGetValue(id, out int at)) weights[at] = weight;
            else row.Error(new Phrase("siting.unknown-place", id), new Phrase("siting.unknown-place.remedy"));
        }
        string[] missing = [.. lines.Keys.Where(id => !seen.ContainsKey(id))];
        if (missing.Length > 0)
        {
            findings.Error(path, null, new Phrase("siting.no-weight", missing.Length, string.Join(", ", missing.Take(5))),
                new Phrase("siting.weight.remedy"));
        }
        findings.ThrowIfErrors();
        return weights;
    }

    private static SitingTable Whole(List<string> rows, string[] sites, decimal[] weights, List<decimal?> costs)
    {
        int costDecimals = costs.Max(c => c is { } cost ? Decimals(cost) : 0);
        int weightDecimals = weights.Max(Decimals);
        double most = 1;
        for (int row = 0; row < rows.Count; row++)
        {
            decimal dearest = 0;
            for (int site = 0; site < sites.Length; site++) dearest = Math.Max(dearest, costs[row * sites.Length + site] ?? 0);
            most += (double)weights[row] * (double)dearest;
        }
        // 2^58 is what the search can sum over all rows and sites.
        double room = Math.Pow(2, 58) / most / (sites.Length + 1) / Math.Pow(10, weightDecimals);
        int fitting = Math.Max(0, (int)Math.Floor(Math.Log10(room)));
        int kept = Math.Min(costDecimals, fitting);
        decimal scale = Power(kept);
        decimal weightScale = Power(weightDecimals);
        long[] whole = [.. costs.Select(c => c is { } cost ? (long)decimal.Round(cost * scale) : SitingTable.Unreachable)];
        long[] wholeWeights = [.. weights.Select(w => (long)(w * weightScale))];
        bool isRounded = kept < costDecimals;
        return SitingTable.Of(rows, sites, wholeWeights, whole) with
        {
            CostScale = scale,
            WeightScale = weightScale,
            Rounding = isRounded ? 0.5m / scale : 0,
            Given = isRounded ? [.. costs.Select(c => c ?? 0)] : null,
        };
    }

    private static decimal Power(int decimals)
    {
        decimal power = 1;
        for (int i = 0; i < decimals; i++) power *= 10;
        return power;
    }

    private static int Decimals(decimal value)
    {
        int decimals = value.Scale;
        while (decimals > 0 && decimal.Round(value, decimals - 1) == value) decimals--;
        return decimals;
    }

    private static Dictionary<string, int> Index(IReadOnlyList<string> ids) =>
        ids.Select((id, i) => (id, i)).GroupBy(x => x.id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal);

    private static string Line(int line) => line.ToString(CultureInfo.InvariantCulture);
}
