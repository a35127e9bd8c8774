using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Networks;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>futures.csv</c>, where the case has it.</summary>
internal static class FutureTable
{
    private const string Planned = "planned";
    private const string Add = "add";

    private static readonly TableColumns Columns = new(["future"], "name", "name_nb", "name_nn", "name_en", "year", "season", "changes");

    private static readonly (string Word, bool? IsWinter)[] Seasons = [("summer", false), ("winter", true)];

    /// <summary>What may be changed on the roads, by the first word; each is read as the command's option of that name.</summary>
    private static readonly string[] Words = ["close", "close-to-all", "close-at", "no-ferry", "headway", "speed", "ferry-wait", Add, Planned];

    /// <summary>In the order of the file; empty where there is none.</summary>
    public static List<Future> Read(CaseFolder input, IReadOnlyList<Municipality> municipalities)
    {
        if (!input.Has(Future.FileName)) return [];
        var lines = new Dictionary<string, int>(StringComparer.Ordinal) { [Future.Now.Id] = 0 };
        ProjectionTable? projection = ProjectionTable.Find(input, municipalities);
        return input.Rows(Future.FileName, Columns, row =>
        {
            string id = row.Id("future");
            row.IsFirst(lines, "future", id);
            var changes = new List<Edit>();
            foreach (string change in row.List("changes").Where(c => c != Planned)) changes.AddRange(EditsOf(input, row, change));
            int? year = row.OptionalWhole("year", 1900, 2200);
            if (year is not null && projection is null) row.Error(new Phrase("futures.no-projection"), new Phrase("futures.no-projection.remedy"));
            return new Future(id, row.OptionalNames("name") ?? new Names(id))
            {
                Year = year,
                Totals = year is { } known ? projection?.In(known) : null,
                IsWinter = row.OptionalText("season") is null ? null : row.OneOf("season", Seasons),
                UsesPlanned = row.List("changes").Contains(Planned),
                Edits = changes,
                Written = (input.PathOf(Future.FileName), CaseFields.Line(row.Line)),
            };
        });
    }

    private static IReadOnlyList<Edit> EditsOf(CaseFolder input, DelimitedRow row, string change)
    {
        string word = change.Split(' ')[0];
        string text = change[word.Length..].Trim();
        if (!Words.Contains(word) || text.Length == 0)
        {
            row.Error(new Phrase("case.unknown-value", "changes", change), new Phrase("futures.changes.remedy", string.Join(", ", Words)));
            return [];
        }
        try
        {
            if (word != Add) return [Edit.Parse("--" + word, text)];
            if (input.Find(text) is not { } file)
            {
                row.Error(new Phrase("table.no-file"), new Phrase("futures.add.remedy", text));
                return [];
            }
            input.Bytes(text);
            return AddedLinksFile.Read(file, input.Findings);
        }
        catch (InputException wrong)
        {
            foreach (Finding finding in wrong.Findings.Where(f => f.Severity == Severity.Error)) row.Error(finding.Problem, finding.Remedy);
            return [];
        }
    }
}
