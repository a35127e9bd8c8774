using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Cases;

/// <summary>
/// What planners who know Excel do to a case: where the meaning is plain the case is right and a note says how it was
/// read; else the message has file, line and remedy.
/// </summary>
public sealed class PlannerMistakeTests
{
    private const string Municipalities = "municipalities.csv";
    private const string Sites = "sites.csv";
    private const string Structures = "structures.csv";
    private const string Json = "case.json";
    private const string Costs = "costs.csv";
    private const string CostColumns = "office;site;item;nok\n";

    /// <summary>Accepted: the mistake, what the case must then hold, and what is told of it; nothing told where that is null.</summary>
    private static readonly (string Mistake, Action<CaseOnDisk> Make, Func<PlanningCase, bool> IsRight, string? Told)[] Accepted =
    [
        ("point between thousands of kroner", Cost("180.000"), Costing(180_000), "costs.csv:2: nok '180.000' is read as 180000"),
        ("two points", Cost("1.180.000"), Costing(1_180_000), "costs.csv:2: nok '1.180.000' is read as 1180000"),
        ("comma between thousands", Cost("180,000"), Costing(180_000), "costs.csv:2: nok '180,000' is read as 180000"),
        ("points and øre", Cost("180.000,50"), Costing(180_000.50m), null),
        ("space", Cost("180 000"), Costing(180_000), null),
        ("no-break space", Cost("180\u00A0000"), Costing(180_000), null),
        ("narrow no-break space", Cost("180\u202F000"), Costing(180_000), null),
        ("apostrophe", Cost("180'000"), Costing(180_000), null),
        ("typographic apostrophe", Cost("180\u2019000,5"), Costing(180_000.5m), null),
        ("currency before", Cost("kr 180 000,00"), Costing(180_000), null),
        ("currency behind", Cost("180 000 kr"), Costing(180_000), null),
        ("a dash for the øre", Cost("kr 180.000,-"), Costing(180_000), null),
        ("kroner that are too few", Cost("420"), Costing(420), "costs.csv:2: NAV Ål costs NOK 420 a year in all"),
        ("office in other letters", c => c.Write(Costs, CostColumns + "nav  ål;;husleie;180000\n"), Costing(180_000), "costs.csv:2: office 'nav  ål' is read as NAV Ål"),
        ("site by its name in a cost", c => c.Write(Costs, CostColumns + "NAV Ål;NAV Gol;husleie;180000\n"), c => c.Figures.Costs[0].Site == "gol", "costs.csv:2: site 'NAV Gol' is read as gol"),
        ("per cent sign in a key", c => c.Write("cost_keys.csv", "office;state_pct;municipal_pct\nNAV Ål;60 %;40 %\n"), c => c.Figures.Keys[0].Key.StatePercent == 60, null),
        ("point between thousands of people", c => c.Change(Municipalities, "4600", "4.600"), Having(4600), "municipalities.csv:2: population '4.600' is read as 4600"),
        ("round thousands of people", c => c.Change(Municipalities, "4600", "5.000"), Having(5000), "municipalities.csv:2: population '5.000' is read as 5000"),
        ("zero decimals of people", c => c.Change(Municipalities, "4600", "4600.0"), Having(4600), null),
        ("lost zero in municipalities", c => c.Change(Municipalities, "0617", "617"), Numbered, "municipalities.csv:2: kommunenummer '617' is read as 0617"),
        ("lost zero in sites", c => c.Change(Sites, "Gol,0617", "Gol,617"), Numbered, "sites.csv:2: kommunenummer '617' is read as 0617"),
        ("lost zeros in structures", c => c.Change(Structures, "0617,0617|0618", "617,617|618"), Numbered, "structures.csv:2: municipalities '617' is read as 0617"),
        ("lost zeros in staff", c => c.Change("staff.csv", "0617|0618", "617|618"), c => c.Staffing[0].Municipalities.SequenceEqual(["0617", "0618"]), "staff.csv:2: municipalities '617' is read as 0617"),
        ("lost zero in demand", c => c.Change("demand.csv", "Gol,0617", "Gol,617"), c => c.Demand.Municipalities[0] == 0, "demand.csv:2: kommunenummer '617' is read as 0617"),
        ("K- before the number", c => c.Change(Sites, "Gol,0617", "Gol,K-0617"), Numbered, "sites.csv:2: kommunenummer 'K-0617' is read as 0617"),
        ("number and name", c => c.Change(Sites, "Gol,0617", "Gol,0617 Gol"), Numbered, "sites.csv:2: kommunenummer '0617 Gol' is read as 0617"),
        ("municipality by its name", c => c.Change(Sites, "Gol,0617", "Gol,gol"), Numbered, "sites.csv:2: kommunenummer 'gol' is read as 0617"),
        ("municipalities by their names", c => c.Change(Structures, "0617|0618,", "Gol|Hemsedal,"), Numbered, "structures.csv:2: municipalities 'Gol' is read as 0617"),
        ("host by its name", c => c.Change(Structures, "NAV Gol/Hemsedal,0617", "NAV Gol/Hemsedal,Gol"), c => c.Structures[0].Offices[0].Host == "0617", "structures.csv:2: host 'Gol' is read as 0617"),
        ("municipalities between commas", c => c.Change(Structures, "0617|0618,", "\"0617, 0618\","), Numbered, null),
        ("municipalities between commas alone", c => c.Change(Structures, "0617|0618,", "\"0617,0618\","), Numbered, null),
        ("municipalities joined by og", c => c.Change(Structures, "0617|0618,", "Gol og Hemsedal,"), Numbered, "structures.csv:2: municipalities 'Gol' is read as 0617"),
        ("sites between commas", c => c.Change(Structures, "gol|hemsedal,5|2.5", "\"gol, hemsedal\",\"5, 2,5\""), Opened, null),
        ("sites below one another in a cell", c => c.Change(Structures, "gol|hemsedal,", "\"gol\nhemsedal\","), Opened, null),
        ("sites by their names", c => c.Change(Structures, "gol|hemsedal,", "NAV Gol|NAV Hemsedal,"), Opened, "structures.csv:2: sites 'NAV Gol' is read as gol"),
        ("kind of partner in the reader's words", c => c.Write("partners.csv", "partner,name,kind,kommunenummer,lon,lat\nskule,Gol skule,Skule,0617,8.95,60.70\n"), c => c.Partners[0].Kind == PartnerKind.School, null),
        ("site with NAV that has none in its name", c => c.Change(Sites, "NAV Gol", "Gol").Change(Structures, "gol|hemsedal,", "NAV Gol|hemsedal,"), Opened, "structures.csv:2: sites 'NAV Gol' is read as gol"),
        ("sum below the table", c => c.Write(Municipalities, c.Text(Municipalities).TrimEnd('\n') + "\n,Sum,11000,,\n"), Numbered, "municipalities.csv:5: the row 'Sum' is a sum and is not read"),
        ("structure in small letters", c => c.Write(Structures, SmallLater(c.Text(Structures))), c => c.Structures.All(s => s.Id != "a"), "structures.csv:3: structure 'a' is read as A"),
        ("column of days taken out", c => c.Write(Structures, string.Join('\n', c.Text(Structures).Split('\n').Select(l => l.Length == 0 ? l : l[..l.LastIndexOf(',')]))),
            c => c.Structures[0].IsOpenAllWeek, "structures.csv:1: the column open_days is missing: all sites are taken as open five days a week"),
        ("sites by their names without NAV", c => c.Change(Structures, "gol|hemsedal,", "\"GOL, Hemsedal \","), Opened, "structures.csv:2: sites 'GOL' is read as gol"),
        ("road between places in other letters", c => c.Change("roads.csv", "Gol,Hemsedal", "GOL,hemsedal"), Numbered, "roads.csv:2: from 'GOL' is read as Gol"),
        ("decimal commas and semicolons", c => c.Write(Sites, c.Text(Sites).Replace(',', ';').Replace('.', ',')), Numbered, null),
        ("sheet's headings in the file", c => c.Change(Sites, "site,name,kommunenummer,lon,lat", "Tjenestested (site),Navn,Kommunenummer,Lengdegrad,Breddegrad (lat)"), Numbered, null),
        ("metres under their names", c => c.Write(Sites, MetreSites("easting", "northing")), Numbered, null),
        ("metres as øst and nord", c => c.Write(Sites, MetreSites("Øst", "Nord")), Numbered, null),
        ("saved as ANSI", c => File.WriteAllBytes(c.PathOf(Sites), Encoding.Latin1.GetBytes(c.Text(Sites))), Named, "sites.csv:4: the text is not UTF-8; it is read as Windows-1252 (ANSI)"),
        ("case.json saved as ANSI", c => File.WriteAllBytes(c.PathOf(Json), Encoding.Latin1.GetBytes(c.Text(Json).Replace("Tre daler", "Tre dalår", StringComparison.Ordinal))),
            c => c.Name.In(UserLanguage.Bokmaal) == "Tre dalår", "case.json:3: the text is not UTF-8; it is read as Windows-1252 (ANSI)"),
        ("backslashes twice in a path", c => { Directory.CreateDirectory(c.PathOf("data")); c.Write("data/pendling.csv", "from,to,workers\n0617,0618,5\n").Change(Json, "\"travel\"", Naming("commuting", @"data\\pendling.csv")); }, Numbered, null),
        ("month that Excel made", c => c.Write("contacts.csv", "month;site;visits\napr.17;gol;46\n"), c => c.Figures.Contacts[0].Month == "2017-04", "contacts.csv:2: month 'apr.17' is read as 2017-04"),
        ("day for a month", c => c.Write("contacts.csv", "month;site;visits\n01.04.2017;gol;46\n"), c => c.Figures.Contacts[0].Month == "2017-04", "contacts.csv:2: month '01.04.2017' is read as 2017-04"),
        ("optional table left as a workbook", c => File.Move(c.PathOf("staff.csv"), c.PathOf("staff.xlsx")), c => c.Staffing.Count == 0, "staff.xlsx: the file is not read; the case may have a staff.csv"),
    ];

    /// <summary>Refused: the mistake, and where and why, with what to do.</summary>
    private static readonly (string Mistake, Action<CaseOnDisk> Make, string Told)[] Refused =
    [
        ("kroner with a power of ten", Cost("1E+05"), "costs.csv:2: nok '1E+05' is not a number; write kroner, e.g. 180000"),
        ("kroner below zero", Cost("-180 000"), "costs.csv:2: nok -180 000 is less than 0"),
        ("thousands or decimals of posts", c => c.Write("staff.csv", "unit;municipalities;employees;fte\nNAV Ål;0619;;11.500\n"), "staff.csv:2: fte '11.500' may be thousands or decimals; write 11500 or 11,500"),
        ("thousands or decimals of a printed figure", c => c.Write("printed.csv", "figure;subject;value\nemployees;all;180.000\n"), "printed.csv:2: value '180.000' may be thousands or decimals; write 180000 or 180,000"),
        ("two decimal signs in a column", c => c.Change("roads.csv", "31.5", "\"31,512\""), "roads.csv:2: km '31,512' may be thousands or decimals; write 31512 or 31.512"),
        ("days made a date", c => c.Change(Structures, "5|2.5", "5|02.mai"), "structures.csv:2: open_days '02.mai' is not a number; the spreadsheet has made a date of the number"),
        ("kilometres made a date", c => c.Change("roads.csv", "31.5", "31.mai"), "roads.csv:2: km '31.mai' is not a number; the spreadsheet has made a date of the number"),
        ("unknown municipality among known", c => c.Change(Structures, "0617|0618,", "\"Gol, Hemsedahl\","), "structures.csv:2: municipalities 'Hemsedahl' does not have the four digits of a municipality number; did you mean 'Hemsedal'?"),
        ("unknown site among known", c => c.Change(Structures, "gol|hemsedal,", "\"gol, hemsedall\","), "structures.csv:2: service site 'hemsedall' is not in sites.csv; did you mean 'hemsedal'?"),
        ("two sites of one name, asked for by it", c => c.Change(Sites, "NAV Hemsedal", "NAV Kontor").Change(Sites, "NAV Gol", "NAV Kontor").Change(Structures, "gol|hemsedal,", "gol|Kontor,"), "structures.csv:2: service site 'Kontor' is not in sites.csv"),
        ("metres under the names of degrees", c => c.Change(Sites, "8.9461,60.7001", "168321,6741234"), "sites.csv:2: lon and lat '168321 / 6741234' look like metres in UTM; call the columns easting and northing if they are metres in EPSG:25833"),
        ("degrees under the names of metres", c => c.Change(Sites, "lon,lat", "easting,northing"), "sites.csv:2: lon and lat '8.9461 / 60.7001' are no place in Norway in metres (EPSG:25833)"),
        ("table left as a workbook", c => File.Move(c.PathOf(Sites), c.PathOf("sites.xlsx")), "sites.csv: the file does not exist, but 'sites.xlsx' lies there; save the sheet as 'CSV UTF-8' under the name sites.csv"),
        ("ending twice", c => File.Move(c.PathOf(Sites), c.PathOf("sites.csv.txt")), "sites.csv: the file does not exist, but 'sites.csv.txt' lies there; call it sites.csv"),
        ("copy of a table", c => File.Move(c.PathOf(Sites), c.PathOf("Sites (1).csv")), "sites.csv: the file does not exist, but 'Sites (1).csv' lies there; call it sites.csv"),
        ("workbook called csv", c => File.WriteAllBytes(c.PathOf(Sites), [.. "PK\u0003\u0004"u8, 20]), "sites.csv: the file is an Excel workbook, not CSV; save the sheet again as 'CSV UTF-8'"),
        ("workbook as the population", c => { File.WriteAllBytes(c.PathOf("folk.xlsx"), [.. "PK\u0003\u0004"u8, 20, 0, 0, 0]); c.Change(Json, "\"travel\"", Naming("population", @"folk.xlsx")); }, "folk.xlsx: the file is an Excel workbook, not CSV; save the sheet again as 'CSV UTF-8'"),
        ("saved as Unicode text", c => File.WriteAllText(c.PathOf(Sites), c.Text(Sites), Encoding.Unicode), "sites.csv:1: the text is UTF-16, not UTF-8; save again as 'CSV UTF-8' in Excel"),
        ("saved with tabs", c => c.Write(Sites, c.Text(Sites).Replace(',', '\t')), "sites.csv:1: columns site, name, kommunenummer, lon, lat are missing"),
        ("backslashes in a path", c => c.Change(Json, "\"travel\"", Naming("roads", @"C:\data\veier.gpkg")), "case.json:11:37: the path has backslashes, which JSON reads as something else; write / for /, e.g. C:/data/roads.gpkg"),
        ("backslash that begins another sign", c => c.Change(Json, "\"travel\"", Naming("roads", @"data\nveier.gpkg")), "case.json:11:33: the path has backslashes, which JSON reads as something else; write / for /, e.g. C:/data/roads.gpkg"),
        ("header alone", c => c.Write(Sites, "site,name,kommunenummer,lon,lat\n"), "sites.csv: the table has a header but no rows; add at least one row"),
    ];

    [Fact]
    public void Mistake_of_plain_meaning_gives_the_right_case_and_says_how_it_was_read()
    {
        var wrong = new List<string>();
        foreach ((string mistake, Action<CaseOnDisk> make, Func<PlanningCase, bool> isRight, string? told) in Accepted)
        {
            using var disk = new CaseOnDisk();
            make(disk);
            CaseCheck check = disk.Check();
            string[] all = [.. check.Findings.Where(f => f.Problem.Key is not ("case.planned-roads" or "case.people-differ")).Select(f => disk.Told(f, UserLanguage.English))];
            if (check.Case is not { } read || !isRight(read)) wrong.Add($"{mistake}: not the right case; {string.Join(" / ", all)}");
            else if (told is null ? all.Length > 0 : !Array.Exists(all, f => f.Contains("case/" + told, StringComparison.Ordinal))) wrong.Add($"{mistake}: {told} but {string.Join(" / ", all)}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Other_mistake_is_refused_with_file_line_and_remedy()
    {
        var wrong = new List<string>();
        foreach ((string mistake, Action<CaseOnDisk> make, string told) in Refused)
        {
            using var disk = new CaseOnDisk();
            make(disk);
            CaseCheck check = disk.Check();
            string[] errors = [.. check.Findings.Where(f => f.Severity == Severity.Error).Select(f => disk.Told(f, UserLanguage.English))];
            if (check.Case is not null || !Array.Exists(errors, f => f.Contains("case/" + told, StringComparison.Ordinal))) wrong.Add($"{mistake}: {told} but {string.Join(" / ", errors)}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>A file that the case names, with its path as it is typed.</summary>
    private static string Naming(string key, string path) => $$"""
        "files": { "{{key}}": { "path": "{{path}}" } },
          "travel"
        """;

    private static Action<CaseOnDisk> Cost(string nok) => c => c.Write(Costs, CostColumns + $"NAV Ål;;husleie;{nok}\n");

    private static Func<PlanningCase, bool> Costing(decimal nok) => c => c.Figures.Costs is [var cost] && cost.Nok == nok && cost.Office == "NAV Ål";

    private static Func<PlanningCase, bool> Having(int people) => c => c.Municipalities[0].Population == people;

    private static bool Numbered(PlanningCase c) =>
        c.Municipalities.Select(m => m.Number).SequenceEqual(["0617", "0618", "0619"]) && c.Sites[0].Municipality == "0617"
        && Math.Abs(c.Sites[0].Position.Longitude - 8.9461) < 1e-4 && c.Structures[0].Offices[0].Municipalities.SequenceEqual(["0617", "0618"]);

    private static bool Opened(PlanningCase c) =>
        c.Structures[0].Offices[0].Sites.SequenceEqual(["gol", "hemsedal"]) && c.Structures[0].Offices[0].OpenDays.SequenceEqual([5, 2.5]);

    private static bool Named(PlanningCase c) => c.Sites[2].Name == "NAV Ål";

    private static string SmallLater(string structures) => structures.Replace("\nA,,,,NAV Ål", "\na,,,,NAV Ål", StringComparison.Ordinal);

    private static string MetreSites(string east, string north)
    {
        var text = new StringBuilder($"site;name;kommunenummer;{east};{north}\n");
        foreach ((string id, string number, double lon, double lat) in (ReadOnlySpan<(string, string, double, double)>)[("gol", "0617", 8.9461, 60.7001), ("hemsedal", "0618", 8.5526, 60.8631), ("aal", "0619", 8.5614, 60.6286)])
        {
            PlanePoint at = MapProjection.Norway.ToPlane(new GeoPoint(lon, lat));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{id};NAV {id};{number};{at.Easting:0.0};{at.Northing:0.0}\n");
        }
        return text.ToString();
    }
}
