using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads the tables of employees' homes, of opening hours and of groups of inhabitants that a case may have.</summary>
internal static class PeopleTables
{
    private const int SecondsADay = 86_400;

    /// <summary>Where employees live and work today, a row a cell and site.</summary>
    public static List<StaffHome> Homes(CaseFolder input, IReadOnlyList<Located<ServiceSite>>? sites) =>
        input.Rows("homes.csv", new(["site", "lon", "lat", "employees"], "employer"), row =>
        {
            string site = row.Known("site", row.Text("site"), KnownNames.Of(sites));
            StaffPart employer = row.OptionalText("employer") is null ? StaffPart.All : row.OneOf("employer", FigureTables.StaffParts);
            return new StaffHome(site, input.ToPlane(row.Position("lon", "lat", input.Settings.Area)), row.Whole("employees", 1, 100_000), employer);
        });

    /// <summary>When sites are open; two rows of a site and day must not overlap.</summary>
    public static List<SiteHours> Hours(CaseFolder input, IReadOnlyList<Located<ServiceSite>>? sites, IReadOnlyList<Structure>? structures)
    {
        var before = new List<SiteHours>();
        return input.Rows("hours.csv", new(["site", "weekdays", "opens", "closes"], "structure"), row =>
        {
            string site = row.Known("site", row.Text("site"), KnownNames.Of(sites));
            string? structure = row.OptionalText("structure") is null ? null : row.IsStructure("structure", structures);
            string written = row.Text("weekdays");
            if (!WeekdayCode.TryParse(written, out Weekdays days) && written.Length > 0)
                row.Error(new Phrase("case.unknown-value", "weekdays", written), new Phrase("hours.days.remedy"));
            var hours = new SiteHours(site, structure, days, Clock(row, "opens"), Clock(row, "closes"));
            if (row.IsFaulty) return hours;
            if (hours.Closes <= hours.Opens) row.Error(new Phrase("hours.backwards", row["opens"], row["closes"]), new Phrase("hours.clock.remedy"));
            if (before.Exists(b => b.Site == site && b.Structure == structure && (b.Days & days) != 0 && b.Opens < hours.Closes && hours.Opens < b.Closes))
                row.Error(new Phrase("hours.twice", site), new Phrase("hours.twice.remedy"));
            before.Add(hours);
            return hours;
        });
    }

    /// <summary>Groups, a row a group and municipality.</summary>
    public static List<PeopleGroup> Groups(CaseFolder input, IReadOnlyList<Municipality> municipalities)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        List<(string Group, Names Name, int Municipality, int People)> rows = input.Rows(
            "groups.csv", new(["group", "kommunenummer", "people"], "name", "name_nb", "name_nn", "name_en"), row =>
            {
                string group = row.Id("group");
                string number = row.Number("kommunenummer", row.Text("kommunenummer"));
                row.IsFirst(lines, "kommunenummer", $"{group} {number}");
                int at = municipalities.Index().Where(m => m.Item.Number == number).Select(m => m.Index).DefaultIfEmpty(-1).First();
                int people = row.Whole("people", 0, 20_000_000);
                if (at < 0 && !row.IsFaulty) row.Error(new Phrase("case.unknown-value", "kommunenummer", number), new Phrase("groups.municipality.remedy"));
                else if (!row.IsFaulty && people > municipalities[at].Population)
                    row.Warning(new Phrase("groups.many", group, people, municipalities[at].Name, municipalities[at].Population), new Phrase("groups.many.remedy"));
                return (group, row.OptionalNames("name") ?? new Names(group.Length > 0 ? group : "?"), at, people);
            });
        return
        [
            .. rows.GroupBy(r => r.Group, StringComparer.Ordinal).Select(g => new PeopleGroup(
                g.Key, g.First().Name, [.. Enumerable.Range(0, municipalities.Count).Select(m => g.Where(r => r.Municipality == m).Select(r => (int?)r.People).FirstOrDefault())])),
        ];
    }

    /// <summary>Per cent without a car, by kommunenummer.</summary>
    public static Dictionary<string, decimal> WithoutCar(CaseFolder input)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var shares = new Dictionary<string, decimal>(StringComparer.Ordinal);
        input.Rows("cars.csv", new(["kommunenummer", "without_car_pct"]), row =>
        {
            string number = row.Number("kommunenummer", row.Text("kommunenummer"));
            row.IsFirst(lines, "kommunenummer", number);
            return shares[number] = (decimal)row.Decimal("without_car_pct", 0, 100);
        });
        return shares;
    }

    /// <summary>A time of day as seconds, at most the end of the day.</summary>
    private static int Clock(DelimitedRow row, string column)
    {
        string text = row.Text(column);
        int? seconds = TimeText.Seconds(text);
        if (text.Length > 0 && seconds is not <= SecondsADay) row.Error(new Phrase("case.unknown-value", column, text), new Phrase("hours.clock.remedy"));
        return seconds ?? 0;
    }
}
