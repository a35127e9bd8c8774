using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NavGeo.Data.StatisticsNorway;

namespace NavGeo.Data.Fetch;

/// <summary>
/// What to take of a table of a statistics bank: categories by dimension. Immutable; one that asks for too much is cut
/// in smaller ones.
/// </summary>
/// <param name="Dimensions">Id and the codes to take, in the order of the table; a dimension that is not here is summed by the publisher.</param>
internal sealed record TableQuery(ImmutableArray<(string Id, ImmutableArray<string> Codes)> Dimensions)
{
    /// <summary>How many cells the answer has.</summary>
    public long Cells => Dimensions.Aggregate(1L, (cells, d) => cells * d.Codes.Length);

    /// <summary>The query for a table as its publisher describes it.</summary>
    /// <param name="metadata">The dimensions with all their categories.</param>
    /// <param name="optional">Ids of the dimensions that the publisher sums where they are left out.</param>
    /// <param name="values">What is wanted of each; see <see cref="FetchSource.Values"/>.</param>
    /// <param name="year">Fills <c>{year}</c>; null for the last there is.</param>
    public static TableQuery Of(
        IReadOnlyList<JsonStatDimension> metadata, IReadOnlySet<string> optional, IReadOnlyDictionary<string, string> values, int? year)
    {
        var dimensions = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        foreach (JsonStatDimension dimension in metadata)
        {
            if (!values.TryGetValue(dimension.Id, out string? wanted) && !values.TryGetValue("*", out wanted))
            {
                if (!optional.Contains(dimension.Id)) dimensions.Add((dimension.Id, dimension.Codes));
                continue;
            }
            string last = dimension.Codes.Order(StringComparer.Ordinal).LastOrDefault("");
            string pattern = wanted.Replace("{year}", year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? last, StringComparison.Ordinal);
            var mask = new Regex(
                "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
                RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            dimensions.Add((dimension.Id, [.. dimension.Codes.Where(c => mask.IsMatch(c))]));
        }
        return new TableQuery(dimensions.ToImmutable());
    }

    /// <summary>Index of the dimension to cut: the one with most categories, the first of equal ones.</summary>
    public int Longest => Dimensions.Index().MaxBy(d => (d.Item.Codes.Length, -d.Index)).Index;

    /// <summary>The same question in parts of at most so many cells as far as one cut goes.</summary>
    public IReadOnlyList<TableQuery> Cut(long mostCells)
    {
        int longest = Longest;
        (string id, ImmutableArray<string> codes) = Dimensions[longest];
        int fitting = (int)Math.Max(1, mostCells / (Cells / codes.Length));
        return [.. codes.Chunk(fitting).Select(part => new TableQuery(Dimensions.SetItem(longest, (id, [.. part]))))];
    }

    /// <summary>As the body that PxWebApi v2 takes.</summary>
    public string ToJson() => new JsonObject
    {
        ["selection"] = new JsonArray([.. Dimensions.Select(d => (JsonNode)new JsonObject
        {
            ["variableCode"] = d.Id,
            ["valueCodes"] = new JsonArray([.. d.Codes.Select(c => (JsonNode)c)]),
        })]),
    }.ToJsonString();
}
