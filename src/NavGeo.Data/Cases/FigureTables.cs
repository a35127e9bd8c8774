using System.Text.RegularExpressions;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>Reads the tables of money, staff and printed figures that a case may have; each in the order of its file.</summary>
internal static partial class FigureTables
{
    /// <summary>No office is run for less a year: such a sum is more likely in thousands of kroner, or lost its zeros.</summary>
    private const decimal LeastUsualNok = 10_000;

    /// <summary>The words of <c>staff</c> in <c>gathering.csv</c>.</summary>
    public static IReadOnlyList<string> StaffWords => [.. StaffParts.Select(p => p.Word)];

    internal static readonly (string Word, StaffPart Part)[] StaffParts =
        [("all", StaffPart.All), ("state", StaffPart.State), ("municipal", StaffPart.Municipal)];

    /// <summary>All of them, and those of risk.</summary>
    public static CaseFigures Read(
        CaseFolder input, IReadOnlyList<Municipality> municipalities, IReadOnlyList<Located<ServiceSite>>? sites, IReadOnlyList<Structure>? structures)
    {
        Structure? baseline = structures?.FirstOrDefault(s => s.Id == input.Settings.Baseline);
        List<RiskFactor> factors = RiskTables.Factors(input);
        return new CaseFigures
        {
            Costs = Costs(input, sites, structures, baseline),
            Leaders = Leaders(input, structures),
            Closures = Closures(input),
            CentralityClasses = Centrality(input),
            Keys = Keys(input, baseline),
            Allocations = Allocations(input, baseline),
            Contacts = Contacts(input, sites),
            Gatherings = Gatherings(input, sites, structures),
            StaffHomes = PeopleTables.Homes(input, sites),
            Hours = PeopleTables.Hours(input, sites, structures),
            Groups = PeopleTables.Groups(input, municipalities),
            WithoutCarPercent = PeopleTables.WithoutCar(input),
            RiskFactors = factors,
            RiskVotes = RiskTables.Votes(input, structures, factors),
            RiskMappings = RiskTables.Mappings(input, factors),
            RiskInputs = RiskTables.Inputs(input, structures),
            Assumptions = AssumptionsOf(input),
            Printed = Printed(input),
            Trips = Trips(input),
            CentrePoints = [.. municipalities.Select(m => input.ToPlane(m.Centre))],
        };
    }

    /// <summary>Where no site is named and the office has only one today, the line is that site's.</summary>
    private static List<CostLine> Costs(
        CaseFolder input, IReadOnlyList<Located<ServiceSite>>? sites, IReadOnlyList<Structure>? structures, Structure? baseline)
    {
        var paid = new List<(DelimitedRow Row, string Office, decimal Nok)>();
        List<CostLine> lines = input.Rows("costs.csv", new(["office", "item", "nok"], "site", "structure", "once", "paid_until"), row =>
        {
            string? structure = row.OptionalText("structure") is null ? null : row.IsStructure("structure", structures);
            Office? office = row.IsOffice("office", structure is null ? baseline : structures?.FirstOrDefault(s => s.Id == structure));
            string? site = row.OptionalText("site");
            if (site is not null) site = row.Known("site", site, KnownNames.Of(sites));
            else if (structure is null && office is { Sites: [var only] }) site = only;
            decimal nok = row.Money("nok");
            bool isOnce = row.Flag("once", otherwise: false);
            if (isOnce && structure is null) row.Error(new Phrase("money.once-today"), new Phrase("money.once-today.remedy"));
            string? until = row.OptionalText("paid_until") is null ? null : Month(row, "paid_until");
            if (!row.IsFaulty && structure is null) paid.Add((row, office?.Name ?? row["office"], nok));
            return new CostLine(office?.Name ?? row["office"], site, row.Text("item"), nok) { Structure = structure, IsOnce = isOnce, PaidUntil = until };
        });
        foreach (IGrouping<string, (DelimitedRow Row, string Office, decimal Nok)> office in paid.GroupBy(p => p.Office, StringComparer.Ordinal))
        {
            if (office.Sum(p => p.Nok) is > 0 and < LeastUsualNok and var sum)
                office.First().Row.Warning(new Phrase("money.little", office.Key, sum), new Phrase("money.little.remedy"));
        }
        return lines;
    }

    private static List<OfficeKey> Keys(CaseFolder input, Structure? baseline)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("cost_keys.csv", new(["office", "state_pct", "municipal_pct"]), row =>
        {
            string office = row.IsOffice("office", baseline)?.Name ?? row["office"];
            row.IsFirst(lines, "office", office);
            int state = row.Whole("state_pct", 0, 100);
            int municipal = row.Whole("municipal_pct", 0, 100);
            if (!row.IsFaulty && state + municipal != 100)
                row.Error(new Phrase("money.key-sum", state, municipal), new Phrase("money.key-sum.remedy"));
            return new OfficeKey(office, new CostKey(state));
        });
    }

    private static List<OfficeAllocation> Allocations(CaseFolder input, Structure? baseline)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("base_allocation.csv", new(["office", "fte"]), row =>
        {
            string office = row.IsOffice("office", baseline)?.Name ?? row["office"];
            row.IsFirst(lines, "office", office);
            return new OfficeAllocation(office, row.Amount("fte"));
        });
    }

    /// <summary>Drop-in visits a month; warns of printed sums that are not the sum.</summary>
    private static List<ContactCount> Contacts(CaseFolder input, IReadOnlyList<Located<ServiceSite>>? sites)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var printed = new List<(DelimitedRow Row, ContactCount Sum)>();
        List<ContactCount> counts = input.Rows("contacts.csv", new(["month", "site", "visits"]), row =>
        {
            string month = Month(row, "month");
            string? site = row.OptionalText("site");
            if (site is not null) site = row.Known("site", site, KnownNames.Of(sites));
            row.IsFirst(lines, "site", $"{month} {site}");
            var count = new ContactCount(month, site, row.Whole("visits", 0, 10_000_000));
            if (site is null && !row.IsFaulty) printed.Add((row, count));
            return count;
        });
        foreach ((DelimitedRow row, ContactCount said) in printed)
        {
            int sum = counts.Where(c => c.Month == said.Month && c.Site is not null).Sum(c => c.Visits);
            if (sum != said.Visits) row.Warning(new Phrase("staffing.contact-sum", said.Visits, sum), new Phrase("staffing.contact-sum.remedy"));
        }
        return counts;
    }

    /// <summary>Leaders as the case counts them: one a row, of one office or of the whole structure.</summary>
    private static List<LeaderPost> Leaders(CaseFolder input, IReadOnlyList<Structure>? structures) =>
        input.Rows("leaders.csv", new(["structure", "leader"], "office", "number"), row =>
        {
            string structure = row.IsStructure("structure", structures);
            Office? office = row.OptionalText("office") is null ? null : row.IsOffice("office", structures?.FirstOrDefault(s => s.Id == structure));
            return new LeaderPost(structure, office?.Name, row.Text("leader"), row.OptionalWhole("number", 1, 10_000) ?? 1);
        });

    /// <summary>Centrality classes of municipalities, as Statistics Norway publishes them.</summary>
    private static Dictionary<string, int> Centrality(CaseFolder input)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        input.Rows("centrality.csv", new(["kommunenummer", "class"]), row =>
        {
            string number = row.Number("kommunenummer", row.Text("kommunenummer"));
            row.IsFirst(lines, "kommunenummer", number);
            return classes[number] = row.Whole("class", 1, 6);
        });
        return classes;
    }

    /// <summary>Passes and ferries with the hours a year they are closed; what cannot be read as a closure is reported at its line.</summary>
    private static List<ExpectedClosure> Closures(CaseFolder input) =>
        input.Rows(ExpectedClosure.FileName, new(["name", "close", "hours_a_year"], "source", "source_nb", "source_nn", "source_en"), row =>
        {
            var closure = new ExpectedClosure(row.Text("name"), row.Text("close"), row.Amount("hours_a_year"), row.OptionalNames("source"));
            if (closure.HoursAYear > ClosureExpectation.HoursAYear) row.Error(new Phrase("closures.too-long", closure.HoursAYear), new Phrase("closures.too-long.remedy"));
            if (row.IsFaulty) return closure;
            try
            {
                ClosureExpectation.EditOf(closure);
            }
            catch (InputException wrong)
            {
                foreach (Finding finding in wrong.Findings) row.Error(finding.Problem, new Phrase("closures.close.remedy"));
            }
            return closure;
        });

    /// <summary>A month as <c>2017-04</c>.</summary>
    private static string Month(DelimitedRow row, string column)
    {
        string month = row.Text(column);
        if (!MonthPattern().IsMatch(month) && DateText.TryMonth(month, out string plain))
        {
            row.ReadAs(column, month, plain);
            month = plain;
        }
        if (month.Length > 0 && !MonthPattern().IsMatch(month))
            row.Error(new Phrase("case.unknown-value", column, month), new Phrase("staffing.month.remedy"));
        return month;
    }

    /// <summary>Staff that a structure gathers at one site.</summary>
    private static List<StaffGathering> Gatherings(CaseFolder input, IReadOnlyList<Located<ServiceSite>>? sites, IReadOnlyList<Structure>? structures) =>
        input.Rows("gathering.csv", new(["structure", "staff", "site"]), row =>
        {
            string structure = row.IsStructure("structure", structures);
            StaffPart part = row.OneOf("staff", StaffParts);
            string site = row.Text("site");
            site = row.Known("site", site, KnownNames.Of(sites));
            return new StaffGathering(structure, part, site);
        });

    /// <summary>The settings of the rules where the case has its own, NavGeo's defaults for the others.</summary>
    private static Assumptions AssumptionsOf(CaseFolder input)
    {
        const string Name = "assumptions.csv";
        if (!input.Has(Name)) return Assumptions.Default;
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return new Assumptions(input.Rows(Name, new(["setting", "value"], "given", "source", "source_nb", "source_nn", "source_en"), row =>
        {
            string name = row.Text("setting");
            if (name.Length > 0) row.IsFirst(lines, "setting", name);
            if (!Assumptions.TryParse(name, out AssumptionKey key) && name.Length > 0)
            {
                row.Error(new Phrase("case.unknown-value", "setting", name),
                    new Phrase("case.one-of.remedy", string.Join(", ", Assumptions.Names)));
            }
            return new Assumption(key, row.Amount("value"), row.Flag("given", otherwise: false), row.OptionalNames("source"));
        }));
    }

    /// <summary>What a report printed, to be held against what is computed.</summary>
    private static List<PrintedFigure> Printed(CaseFolder input)
    {
        var columns = new TableColumns(
            ["figure", "subject", "value"], "approximate", "by_construction", "among", "note", "note_nb", "note_nn", "note_en");
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("printed.csv", columns, row =>
        {
            string figure = row.Text("figure");
            string subject = row.Text("subject");
            row.IsFirst(lines, "subject", $"{figure} {subject}");
            string written = row.Text("value");
            // A printed change may be negative, which amounts may not.
            if (written.Length > 0 && written[0] is not ('-' or '\u2212')) row.OptionalAmount("value");
            if (!NumberText.TryExact(written, out decimal value) && written.Length > 0 && !row.IsFaulty)
                row.Error(new Phrase("table.not-a-number", "value", written), new Phrase("table.decimal.remedy"));
            return new PrintedFigure(figure, subject, value, row.Flag("approximate", otherwise: false), row.OptionalNames("note"))
            {
                IsByConstruction = row.Flag("by_construction", otherwise: false),
                Among = row.List("among"),
            };
        });
    }

    /// <summary>Ways somebody asked about.</summary>
    private static List<CentreTrip> Trips(CaseFolder input) =>
        input.Rows("trips.csv", new(["question", "from", "from_lon", "from_lat", "to", "to_lon", "to_lat"]), row =>
        {
            string question = row.Text("question");
            string from = row.Text("from");
            string to = row.Text("to");
            GeoPoint start = row.Position("from_lon", "from_lat", input.Settings.Area);
            GeoPoint end = row.Position("to_lon", "to_lat", input.Settings.Area);
            return new CentreTrip(question, from, input.ToPlane(start), to, input.ToPlane(end));
        });

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthPattern();
}
