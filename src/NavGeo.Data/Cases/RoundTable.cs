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
        KnownNames? siteIds = KnownNames.Of(sites);
        KnownNames? places = sites is null ? null : new KnownNames([
            .. sites.Select(s => (s.Value.Id, (IEnumerable<string?>)[s.Value.Name])), .. partners.Select(p => (p.Id, (IEnumerable<string?>)[p.Name])),
        ]);
        KnownNames? structureIds = KnownNames.Of(structures);
        foreach (DelimitedRow row in table.Rows)
        {
            string from = IdOf(row, "base_site", row.Text("base_site"), siteIds, "case.unknown-site");
            string to = IdOf(row, "to", row.Text("to"), places, "decisions.unknown-place");
            string[] named = [.. row.ListOf("structures", id => structureIds?.Find(id) is not null)
                .Select(id => IdOf(row, "structures", id, structureIds, "decisions.unknown-structure"))];
            rounds.Add(new Round(
                row.Text("counsellor"), from, to, row.Whole("trips_per_year", 0, 100_000),
                row.OptionalWhole("people", 0, 100_000) ?? 1, named));
        }
        return rounds;
    }

    private static string IdOf(DelimitedRow row, string column, string id, KnownNames? known, string problem)
    {
        if (known is null || id.Length == 0) return id;
        if (row.Meant(column, id, known) is { } meant) return meant;
        string? near = Spelling.Nearest(id, known.Ids);
        row.Error(new Phrase(problem, id), near is null ? new Phrase(problem + ".remedy") : new Phrase("decisions.meant.remedy", near));
        return id;
    }
}
