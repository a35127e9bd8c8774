using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

public class CaseMistakeTests
{
    /// <summary>The row of a site loses its id: told once, and not again wherever the site is named.</summary>
    [Theory]
    [InlineData("sites.csv", "hemsedal,NAV Hemsedal,0618,8.5526,60.8631,1", "hemsedal,NAV Hemsedal")]
    [InlineData("sites.csv", "hemsedal,NAV", ",NAV")]
    [InlineData("sites.csv", "hemsedal,NAV", "gol,NAV")]
    [InlineData("municipalities.csv", "0618,Hemsedal,2400,8.5526,60.8631", "0618,Hemsedal")]
    public void Row_without_an_id_has_no_followers(string file, string right, string wrong)
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Change(file, right, wrong).Check();
        Assert.Contains($"case/{file}:3", disk.Told(Assert.Single(check.Findings, f => f.Severity == Severity.Error), UserLanguage.English), StringComparison.Ordinal);
    }

    private const string Json = "case.json";
    private const string Municipalities = "municipalities.csv";
    private const string Sites = "sites.csv";
    private const string Structures = "structures.csv";
    private const string Places = "places.csv";
    private const string Roads = "roads.csv";
    private const string Demand = "demand.csv";
    private const string Staff = "staff.csv";

    /// <summary>One change each to a valid case, and where the finding must stand: file, then line (and column in JSON).</summary>
    private static readonly (string File, string From, string To, string At)[] Mistakes =
    [
        (Json, "\"baseline\": \"A\",", "\"baseline\": \"A\"", "case.json:6:"),
        (Json, "\"baseline\": \"A\",", "", "case.json:1:1"),
        (Json, "\"baseline\": \"A\"", "\"baseline\": \"C\"", "case.json:5:15"),
        (Json, "\"baseline\": \"A\"", "\"baseline\": 1", "case.json:5:15"),
        (Json, "\"baseline\"", "\"baslinje\"", "case.json:5:3"),
        (Json, "\"date\"", "\"colour\": \"red\", \"date\"", "case.json:7:3"),
        (Json, "\"language\": \"nn\"", "\"language\": \"no\"", "case.json:4:15"),
        (Json, "\"date\": \"2018-01-01\"", "\"date\": \"1.1.2018\"", "case.json:7:11"),
        (Json, "EPSG:25833", "EPSG:4326", "case.json:6:10"),
        (Json, "three-valleys", "tre daler", "case.json:2:9"),
        (Json, "\"nb\": \"Tre daler\", \"nn\": \"Tre dalar\", \"en\": \"Three valleys\"", "", "case.json:3:11"),
        (Json, "\"title\": \"Written for a test\", ", "", "case.json:9:5"),
        (Json, "{ \"title\": \"Written for a test\", \"licence\": \"CC0\", \"date\": \"2018-01-01\" }", "", "case.json:8:14"),
        (Json, "\"sources\": [", "\"sources\": 3, \"area\": [", "case.json:8:14"),
        (Json, "\"profile\": \"car\"", "\"profile\": \"bicycle\"", "case.json:12:16"),
        (Json, "fixed(10)", "ten minutes", "case.json:13:18"),
        (Json, "\"summer\"", "\"autumn\"", "case.json:14:15"),
        (Json, "\"countyKmh\": 60", "\"countyKmh\": \"fast\"", "case.json:15:18"),
        (Json, "\"countyKmh\": 60", "\"countyKmh\": 600", "case.json:15:18"),
        (Json, "\"countyKmh\": 60", "\"countryKmh\": 60", "case.json:15:5"),
        (Json, "\"countyKmh\": 60", "\"countyKmh\": 60, \"usesPassengerBoats\": \"ja\"", "case.json:15:44"),
        (Json, "\"season\"", "\"season\": \"summer\", \"season\"", "case.json:14:25"),
        (Json, "\"date\"", "\"area\": [4, 57], \"date\"", "case.json:7:11"),
        (Json, "\"date\"", "\"files\": { \"roads\": { \"path\": \"roads.gpkg\" } }, \"date\"", "case.json:7:33"),
        (Json, "\"date\"", "\"files\": { \"roads\": { \"path\": \"${NAVGEO_TEST_UNSET}/n.gpkg\" } }, \"date\"", "case.json:7:33"),
        (Json, "\"date\"", "\"files\": { \"roads\": { \"path\": \"case.json\" } }, \"date\"", "case.json:7:33"),
        (Json, "\"date\"", "\"files\": { \"demand\": { \"path\": \"case.json\" } }, \"date\"", "case.json:7:34"),
        (Json, "\"date\"", "\"files\": { \"commuting\": { \"path\": \"roads.csv\", \"sha256\": \"00\" } }, \"date\"", "case.json:7:60"),
        (Municipalities, "0617,", "617,", "municipalities.csv:2"),
        (Municipalities, "0617,", "Gol,", "municipalities.csv:2"),
        (Municipalities, "0618,", "0617,", "municipalities.csv:3"),
        (Municipalities, "4600", "-1", "municipalities.csv:2"),
        (Municipalities, "4600", "many", "municipalities.csv:2"),
        (Municipalities, "8.9461,60.7001", "60.7001,8.9461", "municipalities.csv:2"),
        (Municipalities, "8.9461,60.7001", "8.9461,62.7001", "municipalities.csv:2"),
        (Municipalities, "8.9461,60.7001", "30,71.9", "municipalities.csv:2"),
        (Municipalities, "4600", "4800", "municipalities.csv:2"),
        (Municipalities, "centre_lon", "lon", "municipalities.csv:1"),
        (Sites, "gol,NAV Gol,0617", "gol,NAV Gol,0716", "sites.csv:2"),
        (Sites, "gol,NAV Gol,0617", "gol,NAV Gol,617", "sites.csv:2"),
        (Sites, "gol,NAV Gol,0617", "gol,NAV Gol,Gol", "sites.csv:2"),
        (Sites, "hemsedal,", "gol,", "sites.csv:3"),
        (Sites, "aal,", "a|l,", "sites.csv:4"),
        (Sites, "8.9461,60.7001", "155000,6747000", "sites.csv:2"),
        (Sites, ",1\n", ",perhaps\n", "sites.csv:3"),
        (Structures, "0617|0618,", "0617|0681,", "structures.csv:2"),
        (Structures, "0617|0618,", "0617|Hemsedal,", "structures.csv:2"),
        (Structures, "0617|0618,", "617|0618,", "structures.csv:2"),
        (Structures, "0617|0618,", "0617,", "structures.csv:2"),
        (Structures, ",0619,aal", ",0619|0618,aal", "structures.csv:3"),
        (Structures, ",0619,aal", ",0619,aall", "structures.csv:3"),
        (Structures, ",0619,aal", ",0619,gol|aal", "structures.csv:3"),
        (Structures, ",0619,aal", ",0619,hemsedal", "structures.csv:3"),
        (Structures, "NAV Gol/Hemsedal,0617", "NAV Gol/Hemsedal,0619", "structures.csv:2"),
        (Structures, "5|2.5", "5", "structures.csv:2"),
        (Structures, "5|2.5", "5|6", "structures.csv:2"),
        (Structures, "5|2.5", "5|often", "structures.csv:2"),
        (Structures, "5|1|0", "0|0|0", "structures.csv:4"),
        (Structures, "A,,,,NAV Ål", "A,,,,NAV Gol/Hemsedal", "structures.csv:3"),
        (Structures, "A,,,,NAV Ål", "A,Før,,,NAV Ål", "structures.csv:3"),
        (Structures, "A,,,,NAV Ål", "A,,,,", "structures.csv:3"),
        (Structures, "open_days", "opendays", "structures.csv:1"),
        (Places, "Hemsedal,8.5526", "Gol,8.5526", "places.csv:3"),
        (Places, "8.9461", "east", "places.csv:2"),
        (Roads, "Gol,Hemsedal", "Gol,Hemsedalen", "roads.csv:2"),
        (Roads, "Gol,Hemsedal", "Gol,Oslo", "roads.csv:2"),
        (Roads, "Gol,Hemsedal", "Gol,Gol", "roads.csv:2"),
        (Roads, "Rv 52", "route 52", "roads.csv:2"),
        (Roads, "31.5", "0", "roads.csv:2"),
        (Roads, "31.5", "far", "roads.csv:2"),
        (Roads, "31.5", "20", "roads.csv:2"),
        (Roads, "31.5,27.2", "315,300", "roads.csv:2"),
        (Roads, "27.2", "2.72", "roads.csv:2"),
        (Roads, "27.2", "-1", "roads.csv:2"),
        (Roads, "ferry", "fery", "roads.csv:4"),
        (Roads, "open", "opened", "roads.csv:3"),
        (Roads, "yes", "there", "roads.csv:4"),
        (Roads, "Gol,Ål,Rv 7,24.5,22.3", "Hemsedal,Gol,Rv 52,31.5,27.2", "roads.csv:3"),
        (Demand, "4600", "-5", "demand.csv:2"),
        (Demand, "2,Hemsedal", "1,Hemsedal", "demand.csv:3"),
        (Demand, "0619", "619", "demand.csv:4"),
        (Demand, "0619", "0620", "demand.csv:"),
        (Demand, "8.7,60.7", "0.7,60.7", "demand.csv:5"),
        (Staff, "0617|0618", "0617|0716", "staff.csv:2"),
        (Staff, "11.5,6,5.5", "11.5,6,6.5", "staff.csv:2"),
        (Staff, "11.5,6,5.5", "eleven,6,6.5", "staff.csv:2"),
        (Staff, "12,", "12.5,", "staff.csv:2"),
        (Staff, "NAV Ål", "NAV Gol/Hemsedal", "staff.csv:3"),
    ];

    [Fact]
    public void Case_with_a_mistake_is_told_with_file_line_and_remedy()
    {
        var told = new StringBuilder();
        var elsewhere = new List<string>();
        foreach ((string file, string from, string to, string at) in Mistakes)
        {
            using var disk = new CaseOnDisk();
            CaseCheck check = disk.Change(file, from, to).Check();
            Finding[] findings = [.. check.Findings.Where(f => f.Problem.Key != "case.planned-roads")];
            told.AppendLine("# " + file + ": " + from.ReplaceLineEndings("\\n") + " -> " + to.ReplaceLineEndings("\\n"));
            foreach (Finding finding in findings)
            {
                told.AppendLine(disk.Told(finding, UserLanguage.English));
                Assert.All(Enum.GetValues<UserLanguage>(), language => Assert.NotEmpty(finding.In(language)));
            }
            if (!Array.Exists(findings, f => disk.Told(f, UserLanguage.English).Contains("case/" + at, StringComparison.Ordinal)))
                elsewhere.Add($"{file}: {from} -> {to}: nothing at {at} but {string.Join(" / ", findings.Select(f => f.In(UserLanguage.English)))}");
            Assert.Equal(check.Case is null, Array.Exists(findings, f => f.Severity == Severity.Error));
        }
        Assert.Empty(elsewhere);
        Golden.AssertText("Cases/mistakes.en.txt", told.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("case.json", "case is a folder with case.json")]
    [InlineData("municipalities.csv", "municipalities.csv: the file does not exist")]
    [InlineData("sites.csv", "sites.csv: the file does not exist")]
    [InlineData("structures.csv", "structures.csv: the file does not exist")]
    [InlineData("places.csv", "places.csv: the file does not exist")]
    [InlineData("roads.csv", "the case has no roads")]
    public void Case_without_a_file_it_needs_is_told_which(string name, string told)
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Delete(name).Check();
        Assert.Null(check.Case);
        Assert.Contains(told, disk.Told(Assert.Single(check.Findings, f => f.Severity == Severity.Error), UserLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_several_files_are_told_in_one_go()
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Change(Municipalities, "4600", "x").Change(Sites, "8.9461", "x").Change(Roads, "31.5", "x")
            .Change(Demand, "4600", "x").Change(Staff, "11.5", "x").Change(Json, "summer", "x").Check();
        Assert.Equal(["case.json", Municipalities, Sites, Staff, Roads, Demand],
            check.Findings.Where(f => f.Severity == Severity.Error).Select(f => Path.GetFileName(f.File)));
    }

    [Fact]
    public void Damaged_files_outside_the_folder_do_not_hide_other_mistakes()
    {
        using var disk = new CaseOnDisk();
        disk.Delete(Roads).Delete(Demand).Write("n.gpkg", "no GeoPackage").Write("grid.csv", "no grid").Write("b.json", "no JSON")
            .Change(Json, "\"travel\"", """
                "files": { "roads": { "path": "n.gpkg" }, "demand": { "path": "grid.csv" }, "boundaries": { "path": "b.json" } }, "travel"
                """)
            .Change(Staff, "11.5", "x");
        Assert.Equal([Staff, "n.gpkg", "b.json"],
            disk.Check().Findings.Where(f => f.Severity == Severity.Error).Select(f => Path.GetFileName(f.File)));
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "error: case/roads.csv:2: km «fort» er ikke et tall; skriv kilometer, f.eks. 12,4")]
    [InlineData(UserLanguage.Nynorsk, "error: case/roads.csv:2: km «fort» er ikkje eit tal; skriv kilometer, t.d. 12,4")]
    [InlineData(UserLanguage.English, "error: case/roads.csv:2: km 'fort' is not a number; write kilometres, e.g. 12.4")]
    public void Finding_speaks_the_users_language(UserLanguage language, string told)
    {
        using var disk = new CaseOnDisk();
        CaseCheck check = disk.Change(Roads, "31.5", "fort").Check();
        Assert.Equal(told, disk.Told(check.Findings.Single(f => f.Severity == Severity.Error), language));
    }

    [Fact]
    public void Site_beyond_every_road_is_told_with_its_distance()
    {
        using var disk = new CaseOnDisk();
        Finding far = disk.Change(Sites, "0617,8.9461,60.7001", "0617,4.5,60.0").Check().Findings.Single(f => f.Severity == Severity.Error);
        Assert.Matches("gol lies 2[0-9]{2}\\.[0-9] km from the nearest road", far.In(UserLanguage.English));
    }
}
