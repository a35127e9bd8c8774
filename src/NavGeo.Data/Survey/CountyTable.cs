using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Data.Survey;

/// <summary>
/// Reads <c>counties.csv</c>: one row a county, blank where the county did not answer, and a last row <c>sum</c> with
/// the sums as printed.
/// </summary>
internal static class CountyTable
{
    public const string Name = "counties.csv";

    private const string SumRow = "sum";

    private static readonly string[] Numbers =
        ["municipalities", "offices", "state_leader", "municipal_leader", "joint_leader", "split_leadership", "guarantee_offices"];

    private static readonly TableColumns Columns = new(["county", .. Numbers]);

    /// <summary>The counties that answered, those that did not, and the printed sums; null where the table cannot be read.</summary>
    public static (List<CountyAnswer> Answers, List<string> Blank, int[]? PrintedSums)? Read(InputFile file, Findings findings)
    {
        if (DelimitedTable.Read(file, Columns, findings) is not { } table) return null;
        var answers = new List<CountyAnswer>();
        var blank = new List<string>();
        int[]? sums = null;
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (DelimitedRow row in table.Rows)
        {
            string county = row.Text("county");
            if (!seen.TryAdd(county, row.Line))
                row.Error(new Phrase("survey.county-twice", county), new Phrase("case.duplicate.remedy"));
            if (Numbers.All(n => row[n].Length == 0))
            {
                blank.Add(county);
                continue;
            }
            int[] figures = [.. Numbers.Select(n => row.Whole(n, 0, 100_000))];
            if (row.IsFaulty) continue;
            if (string.Equals(county, SumRow, StringComparison.OrdinalIgnoreCase)) sums = figures;
            else answers.Add(new CountyAnswer(county, figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]));
        }
        if (sums is not null) CheckSums(file.Path, answers, sums, findings);
        return (answers, blank, sums);
    }

    private static void CheckSums(string path, List<CountyAnswer> answers, int[] sums, Findings findings)
    {
        for (int i = 0; i < Numbers.Length; i++)
        {
            int sum = answers.Sum(a => a.Figures[i]);
            if (sum != sums[i])
                findings.Warning(path, null, new Phrase("survey.sum-differs", Numbers[i], sums[i], sum), new Phrase("survey.sum-differs.remedy"));
        }
    }
}
