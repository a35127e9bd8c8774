using NavGeo.Data.Cases;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Cases;

/// <summary>What <c>case new</c> writes, every verb opens.</summary>
public sealed class CaseStarterTests : IDisposable
{
    private const string Osm = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
        <node id="1" lat="61.0" lon="9.0"/><node id="2" lat="61.0" lon="9.09"/>
        <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="secondary"/><tag k="maxspeed" v="80"/></way>
        </osm>
        """;

    private const string Ruteplan = """
        fromnode;tonode;oneway;drivetime_fw;drivetime_bw;wkt
        1;2;B;4;4;"LINESTRING (175800 6777654, 180792 6777199)"
        """;

    private const string Boundaries = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kommunenummer":"0601","kommunenavn":"Dalen"},
        "geometry":{"type":"Polygon","coordinates":[[[8.98,60.99],[9.11,60.99],[9.11,61.01],[8.98,61.01],[8.98,60.99]]]}}]}
        """;

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("dalen", "dalen")]
    [InlineData("Ål_2018", "Al-2018")]
    [InlineData("Øvre Ål, nå", "Ovre-Al-na")]
    [InlineData("Kárášjohka–Ærø", "Karasjohka-Aero")]
    [InlineData("_.2018.", "2018")]
    [InlineData("日本", "case")]
    [InlineData("\"sitat\"", "sitat")]
    public void New_case_is_read_whatever_its_folder_is_called(string name, string id)
    {
        CaseCheck check = Made(name, "roads.osm", Osm);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        Assert.Equal((id, char.ToUpperInvariant(name[0]) + name[1..]), (check.Case!.Id, check.Case.Name.In(UserLanguage.English)));
        Assert.Equal("roads.osm", check.Case.Sources[0].Date);
    }

    [Fact]
    public void Folder_without_an_id_in_its_settings_is_read_likewise()
    {
        Made("Ål_2018", "roads.osm", Osm);
        string settings = Path.Combine(scratch.File("Ål_2018"), "case.json");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("\"id\": \"Al-2018\",", "", StringComparison.Ordinal));
        Assert.Equal("Al-2018", CaseCheck.Of(scratch.File("Ål_2018")).Case!.Id);
    }

    [Theory]
    [InlineData("ruteplan.csv", Ruteplan)]
    [InlineData("segmentert.json", """{"objekter":[{"typeVeg_sosi":"enkelBilveg","geometri":{"wkt":"LINESTRING (175800 6777654, 180792 6777199)","srid":5973}}]}""")]
    [InlineData("one.gr", "p sp 2 2\na 1 2 1000\na 2 1 1000\n")]
    public void Roads_that_say_no_date_or_licence_give_a_case_that_is_read(string name, string roads)
    {
        scratch.Write("one.co", "p aux sp co 2\nv 1 9000000 61000000\nv 2 9090000 61000000\n");
        CaseCheck check = Made("dalen", name, roads);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Folder_of_hand_made_roads_gives_a_case_that_is_read()
    {
        scratch.Write("roads.csv", "from,to,road,km,minutes,kind\na,b,rv 7,5,5,road\n");
        scratch.Write("places.csv", "place,name,lon,lat\na,A,9.0,61.0\nb,B,9.09,61.0\n");
        CaseCheck check = Made("dalen", ".", null);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Roads_of_another_area_are_told_and_nothing_is_written()
    {
        string osm = Osm.Replace("61.0", "62.0", StringComparison.Ordinal);
        var refusal = Assert.Throws<InputException>(() => Made("dalen", "roads.osm", osm));
        Assert.Contains("km from the nearest road", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.File("dalen")));
    }

    [Fact]
    public void People_of_another_area_are_warned_of()
    {
        scratch.Write("people.csv", "ru250m;pop_tot\n21700006740000;10.0\n21740006743000;20.0\n");
        CaseCheck check = Made("dalen", "roads.osm", Osm, out Findings findings);
        Assert.Contains(findings.All, f => f is { Severity: Severity.Warning, Problem.Key: "case.new.nobody" });
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(30, check.Case!.Demand.TotalPeople);
    }

    [Theory]
    [InlineData("61.0", "the nearest road, 11 m away, joins no other road; the site is joined to Fv 51 (9.0185,61.0000), 44 m away")]
    [InlineData("61.03", "the only road within reach, 11 m away, joins no other road; nobody comes here from anywhere else")]
    public void Site_by_a_road_that_joins_nothing_is_warned_of(string latitude, string told)
    {
        string osm = Osm.Replace("61.0\"", latitude + "\"", StringComparison.Ordinal).Replace("</osm>", """
            <node id="3" lat="61.0005" lon="9.0180"/><node id="4" lat="61.0005" lon="9.0190"/>
            <way id="11"><nd ref="3"/><nd ref="4"/><tag k="highway" v="service"/></way></osm>
            """, StringComparison.Ordinal);
        CaseCheck check = Made("dalen", "roads.osm", osm.Replace("\"80\"/>", "\"80\"/><tag k=\"ref\" v=\"51\"/>", StringComparison.Ordinal));
        Finding warning = Assert.Single(check.Findings, f => f.Severity == Severity.Warning && f.File.EndsWith("sites.csv", StringComparison.Ordinal));
        Assert.Contains("sites.csv:2: 0601: " + told, warning.In(UserLanguage.English), StringComparison.Ordinal);
    }

    private CaseCheck Made(string folder, string roads, string? text) => Made(folder, roads, text, out _);

    private CaseCheck Made(string folder, string roads, string? text, out Findings findings)
    {
        if (text is not null) scratch.Write(roads, text);
        if (!File.Exists(scratch.File("people.csv"))) scratch.Write("people.csv", "id,lon,lat,people\n1,9.0185,61.0004,100\n2,9.0741,61.0004,50\n");
        findings = new Findings();
        new CaseStarter(2018, scratch.File(roads), scratch.File("people.csv"), scratch.Write("b.geojson", Boundaries)).Write(scratch.File(folder), findings);
        return CaseCheck.Of(scratch.File(folder));
    }
}
