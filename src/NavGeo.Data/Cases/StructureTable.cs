using System.Text.RegularExpressions;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>structures.csv</c>: one row an office of a structure.</summary>
internal sealed partial class StructureTable
{
    public const string Name = "structures.csv";

    private static readonly TableColumns Columns = new(
        ["structure", "office", "host", "municipalities", "sites"], "open_days", "weekdays", "kinds", "name", "name_nb", "name_nn", "name_en");

    private readonly CaseFolder input;
    private readonly IReadOnlyDictionary<string, Located<Municipality>>? municipalities;
    private readonly IReadOnlyList<Municipality> parts;
    private readonly Dictionary<string, ServiceSite>? sites;
    private readonly KnownNames? names;

    private StructureTable(
        CaseFolder input,
        IReadOnlyDictionary<string, Located<Municipality>>? municipalities,
        IReadOnlyList<Municipality> parts,
        IReadOnlyList<Located<ServiceSite>>? sites)
    {
        this.input = input;
        this.municipalities = municipalities;
        this.parts = parts;
        names = KnownNames.Of(sites);
        this.sites = sites?.ToDictionary(s => s.Value.Id, s => s.Value, StringComparer.Ordinal);
    }

    /// <summary>In order of appearance; null where the table could not be read at all.</summary>
    public static List<Structure>? Read(
        CaseFolder input,
        IReadOnlyDictionary<string, Located<Municipality>>? municipalities,
        IReadOnlyList<Municipality> parts,
        IReadOnlyList<Located<ServiceSite>>? sites)
    {
        if (input.Table(Name, Columns) is not { } table) return null;
        if (!table.Has("open_days") && !table.Has("weekdays"))
            input.Findings.Note(input.PathOf(Name), "1", new Phrase("case.no-days-column"), new Phrase("case.no-days-column.remedy"));
        var reader = new StructureTable(input, municipalities, parts, sites);
        var structures = table.Rows
            .GroupBy(row => row.Text("structure"), StringComparer.OrdinalIgnoreCase)
            .Where(rows => rows.Key.Length > 0)
            .Select(rows => reader.StructureOf(rows.Key, [.. rows.Select(row => OfOneSpelling(row, rows.Key))]))
            .ToList();
        if (structures.TrueForAll(s => s.Id != input.Settings.Baseline) && input.Settings.Baseline.Length > 0)
        {
            input.Findings.Error(
                input.PathOf("case.json"), input.Settings.BaselinePlace,
                new Phrase("case.unknown-baseline", input.Settings.Baseline),
                new Phrase("case.unknown-baseline.remedy", string.Join(", ", structures.Select(s => s.Id))));
        }
        return structures;
    }

    /// <summary>An id in other letters than where it first stands is the same structure.</summary>
    private static DelimitedRow OfOneSpelling(DelimitedRow row, string id)
    {
        if (row["structure"] != id) row.ReadAs("structure", row["structure"], id);
        return row;
    }

    private Structure StructureOf(string id, DelimitedRow[] rows)
    {
        var offices = new List<Office>();
        var officeLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var municipalityLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var siteLines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in rows)
        {
            Office office = OfficeOf(row);
            if (office.Name.Length > 0) row.IsFirst(officeLines, "office", office.Name);
            foreach (string number in office.Municipalities)
            {
                if (parts.FirstOrDefault(p => p.Number == number)?.PartOf is { } whole && municipalityLines.TryGetValue(whole, out int line))
                    row.Error(new Phrase("case.two-offices", Titled(whole), id, CaseFields.Line(line)), new Phrase("case.two-offices.remedy"));
                if (municipalityLines.TryAdd(number, row.Line)) continue;
                row.Error(new Phrase("case.two-offices", Titled(number), id, CaseFields.Line(municipalityLines[number])),
                    new Phrase("case.two-offices.remedy"));
            }
            foreach (string site in office.Sites)
            {
                if (siteLines.TryAdd(site, row.Line)) continue;
                row.Warning(new Phrase("case.shared-site", site, id, CaseFields.Line(siteLines[site])), new Phrase("case.shared-site.remedy"));
            }
            offices.Add(office);
        }
        if (id.Length > 0 && (!IdPattern().IsMatch(id) || id is "all" or "roads"))
            rows[0].Error(new Phrase("case.bad-structure-id", id), new Phrase("case.bad-structure-id.remedy"));
        var structure = new Structure(id, NameOf(id, rows), offices);
        if (Array.Exists(rows, row => row.IsFaulty)) return structure;
        if (structure.OpenSites.Count == 0)
            rows[0].Error(new Phrase("case.no-open-site", id), new Phrase("case.no-open-site.remedy"));
        string[] forgotten = municipalities is null ? []
            : [.. municipalities.Keys.SelectMany(Needed).Where(number => !municipalityLines.ContainsKey(number)).Order(StringComparer.Ordinal)];
        if (forgotten.Length > 0)
        {
            rows[0].Error(
                new Phrase("case.no-office", forgotten.Length, string.Join(", ", forgotten.Select(Titled)), id),
                new Phrase("case.no-office.remedy", forgotten.Length));
        }
        return structure;

        // A municipality is served whole or part by part.
        IEnumerable<string> Needed(string number)
        {
            string[] own = [.. parts.Where(p => p.PartOf == number).Select(p => p.Number)];
            return Array.Exists(own, municipalityLines.ContainsKey) ? own : [number];
        }
    }

    private Office OfficeOf(DelimitedRow row)
    {
        string name = row.Text("office");
        string? host = row.OptionalText("host");
        row.Text("municipalities");
        string[] members = [.. row.ListOf("municipalities", IsNamed).Select(text => IsPart(text) ? text : row.Municipality("municipalities", text, municipalities))
            .Where(number => IsPart(number) || municipalities is null || municipalities.ContainsKey(number))];
        if (host is not null) host = row.Municipality("host", host, municipalities);
        if (host is not null && !row.IsFaulty && !IsMember(members, host))
            row.Warning(new Phrase("case.foreign-host", Titled(host), name), new Phrase("case.foreign-host.remedy"));

        IReadOnlyList<string> siteIds = names is null ? row.List("sites")
            : [.. row.ListOf("sites", text => names.Find(text) is not null).Select(text => row.Meant("sites", text, names) ?? text)];
        foreach (string site in siteIds) CheckSite(row, site, name, members);
        IReadOnlyList<double> days = row.Decimals("open_days", 0, 5, new Phrase("case.open-days.remedy"));
        if (days.Count > 0 && days.Count != siteIds.Count)
            row.Error(new Phrase("case.open-days-count", days.Count, siteIds.Count), new Phrase("case.open-days-count.remedy"));
        var office = new Office(name, host, members, siteIds);
        if (days.Count == siteIds.Count && days.Count > 0) office = office with { OpenDays = days };
        if (row.OptionalText("kinds") is not null) office = WithKinds(row, office);
        return row.OptionalText("weekdays") is null ? office : WithWeekdays(row, office, days.Count > 0);
    }

    /// <summary>Whether an office serves a municipality or a part of it.</summary>
    private bool IsMember(string[] members, string number) =>
        members.Contains(number, StringComparer.Ordinal)
        || parts.Any(p => p.PartOf == number && members.Contains(p.Number, StringComparer.Ordinal));

    private bool IsNamed(string text) => IsPart(text) || (municipalities is not null && MunicipalityFields.MunicipalityNamed(text, municipalities) is not null);

    private bool IsPart(string id) => parts.Any(p => p.Number == id);

    /// <summary>What each site is.</summary>
    private static Office WithKinds(DelimitedRow row, Office office)
    {
        var kinds = new List<SiteKind>();
        foreach (string text in row.CommaList("kinds"))
        {
            if (!SiteKinds.TryParse(text, out SiteKind kind))
                row.Error(new Phrase("decisions.kind", text), new Phrase("decisions.kind.remedy", SiteKinds.All));
            kinds.Add(kind);
        }
        if (kinds.Count != office.Sites.Count)
            row.Error(new Phrase("decisions.kinds-count", kinds.Count, office.Sites.Count), new Phrase("decisions.kinds-count.remedy"));
        return row.IsFaulty ? office : office with { GivenKinds = kinds };
    }

    /// <summary>Which days the sites are open; their count follows where <c>open_days</c> says nothing.</summary>
    private static Office WithWeekdays(DelimitedRow row, Office office, bool hasOpenDays)
    {
        var weekdays = new List<Weekdays>();
        foreach (string text in row.CommaList("weekdays"))
        {
            if (!WeekdayCode.TryParse(text, out Weekdays days))
                row.Error(new Phrase("decisions.weekdays", text), new Phrase("decisions.weekdays.remedy"));
            weekdays.Add(days);
        }
        if (weekdays.Count != office.Sites.Count)
            row.Error(new Phrase("decisions.weekdays-count", weekdays.Count, office.Sites.Count), new Phrase("decisions.weekdays-count.remedy"));
        if (row.IsFaulty) return office;
        if (!hasOpenDays) office = office with { OpenDays = [.. weekdays.Select(d => (double)WeekdayCode.Count(d))] };
        for (int i = 0; i < weekdays.Count; i++)
        {
            if (Math.Ceiling(office.OpenDays[i]) == WeekdayCode.Count(weekdays[i])) continue;
            row.Error(
                new Phrase("decisions.weekdays-differ", office.OpenDays[i], WeekdayCode.Count(weekdays[i]), WeekdayCode.Of(weekdays[i])),
                new Phrase("decisions.weekdays-differ.remedy"));
        }
        return office with { GivenWeekdays = weekdays };
    }

    private void CheckSite(DelimitedRow row, string id, string office, string[] members)
    {
        if (sites is null) return;
        if (!sites.TryGetValue(id, out ServiceSite? site))
        {
            string? near = Spelling.Nearest(id, sites.Keys);
            row.Error(new Phrase("case.unknown-site", id), near is null
                ? new Phrase("case.unknown-site.remedy")
                : new Phrase("table.unknown-column.remedy", near));
        }
        else if (!row.IsFaulty && municipalities?.ContainsKey(site.Municipality) == true && !IsMember(members, site.Municipality))
        {
            row.Warning(new Phrase("case.foreign-site", id, Titled(site.Municipality), office), new Phrase("case.foreign-site.remedy"));
        }
    }

    /// <summary>The first row with a name gives it; a later one may only repeat it.</summary>
    private static Names NameOf(string id, DelimitedRow[] rows)
    {
        Names? name = null;
        foreach (DelimitedRow row in rows)
        {
            string? all = row.OptionalText("name");
            string? nb = row.OptionalText("name_nb");
            string? nn = row.OptionalText("name_nn");
            string? en = row.OptionalText("name_en");
            if ((all ?? nb ?? nn ?? en) is null) continue;
            var here = new Names(nb ?? all, nn ?? all, en ?? all);
            name ??= here;
            if (here != name) row.Warning(new Phrase("case.two-names", id), new Phrase("case.two-names.remedy", name.ToString()));
        }
        return name ?? new Names(id);
    }

    private string Titled(string number) =>
        municipalities is not null && municipalities.TryGetValue(number, out Located<Municipality> known) ? $"{number} {known.Value.Name}" : number;

    /// <summary>What may name a file: ids become the names of sheets and layers.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
