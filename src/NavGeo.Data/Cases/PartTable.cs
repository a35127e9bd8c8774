using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>parts.csv</c>, where the case has it: the parts of municipalities that structures may divide.</summary>
internal static class PartTable
{
    public const string Name = "parts.csv";

    private static readonly TableColumns Columns = new(["part", "kommunenummer", "name", "population", "lon", "lat"], "population_estimated");

    /// <summary>In the order of the file; empty where there is none.</summary>
    public static List<Municipality> Read(CaseFolder input, IReadOnlyDictionary<string, Located<Municipality>>? municipalities)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Municipality> parts = input.Rows(Name, Columns, row =>
        {
            string id = row.Text("part");
            string whole = row.Text("kommunenummer");
            if (id.Length > 0) row.IsFirst(lines, "part", id);
            if (whole.Length > 0) whole = row.Municipality("kommunenummer", whole, municipalities);
            if (municipalities?.ContainsKey(id) == true)
                row.Error(new Phrase("decisions.part-id", id), new Phrase("decisions.part-id.remedy", whole));
            return new Municipality(
                id, row.Text("name"), row.Whole("population", 0, 20_000_000), row.Position("lon", "lat", input.Settings.Area))
            {
                PartOf = whole,
                IsPopulationEstimated = row.Flag("population_estimated", otherwise: false),
            };
        });
        Check(input, parts, municipalities);
        return parts;
    }

    /// <summary>The parts of a municipality must be two or more and add up to it.</summary>
    private static void Check(CaseFolder input, List<Municipality> parts, IReadOnlyDictionary<string, Located<Municipality>>? municipalities)
    {
        foreach (IGrouping<string, Municipality> group in parts.GroupBy(p => p.PartOf!, StringComparer.Ordinal))
        {
            string file = input.PathOf(Name);
            if (group.Count() < 2)
                input.Findings.Error(file, null, new Phrase("decisions.part-alone", group.Key), new Phrase("decisions.part-alone.remedy"));
            if (municipalities is null || !municipalities.TryGetValue(group.Key, out Located<Municipality> whole)) continue;
            long sum = group.Sum(p => (long)p.Population);
            if (sum == whole.Value.Population) continue;
            input.Findings.Error(file, null,
                new Phrase("decisions.part-sum", $"{group.Key} {whole.Value.Name}", sum, whole.Value.Population),
                new Phrase("decisions.part-sum.remedy"));
        }
    }
}
