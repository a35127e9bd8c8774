using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>rounds.csv</c>, where the case has it.</summary>
internal static class RoundTable
{
    public const string Name = "rounds.csv";

    private static readonly TableColumns Columns = new(["counsellor", "base_site", "to", "trips_per_year"], "people", "structures");

    /// <summary>In the order of the file; empty where there is none.</summary>
    public static List<Round> Read(
        CaseFolder input, IReadOnlyList<Located<ServiceSite>>? sites, IReadOnlyList<Partner> partners, IReadOnlyList<Structure>? structures)
    {
        var rounds = new List<Round>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return rounds;
        string[]? siteIds = sites?.Select(s => s.Value.Id).ToArray();
        string[]? places = siteIds is null ? null : [.. siteIds, .. partners.Select(p => p.Id)];
        string[]? structureIds = structures?.Select(s => s.Id).ToArray();
        foreach (DelimitedRow row in table.Rows)
        {
            IReadOnlyList<string> named = row.List("structures");
            CheckId(row, row.Text("base_site"), siteIds, "case.unknown-site");
            CheckId(row, row.Text("to"), places, "decisions.unknown-place");
            foreach (string id in named) CheckId(row, id, structureIds, "decisions.unknown-structure");
            rounds.Add(new Round(
                row.Text("counsellor"), row["base_site"], row["to"], row.Whole("trips_per_year", 0, 100_000),
                row.OptionalWhole("people", 0, 100_000) ?? 1, named));
        }
        return rounds;
    }

    private static void CheckId(DelimitedRow row, string id, string[]? known, string problem)
    {
        if (known is null || id.Length == 0 || known.Contains(id, StringComparer.Ordinal)) return;
        string? near = Spelling.Nearest(id, known);
        row.Error(new Phrase(problem, id), near is null ? new Phrase(problem + ".remedy") : new Phrase("decisions.meant.remedy", near));
    }
}
