using System.Text;
using NavGeo.Data.Boundaries;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Boundaries;

public sealed class BoundaryReaderTests
{
    private const string Square = "[[[10,60],[11,60],[11,61],[10,61],[10,60]]]";
    private const string PlaneSquare = "[[[0,6600000],[1000,6600000],[1000,6601000],[0,6601000],[0,6600000]]]";

    [Theory]
    [InlineData("\"NR\":\"0301\",\"NAVN\":\"Oslo\"")]
    [InlineData("\"kommunenummer\":\"0301\",\"kommunenavn\":\"Oslo\"")]
    [InlineData("\"id\":\"0301\",\"name\":\"Oslo\"")]
    [InlineData("\"komm\":301,\"navn\":\"Oslo\"")]
    [InlineData("\"id\":\"x17\",\"Kommunenummer\":\"301\",\"Kommunenavn\":\"Oslo\"")]
    public void Number_and_name_stand_under_several_names(string properties)
    {
        MunicipalityBoundary boundary = Assert.Single(Read(Collection(Feature(properties))));
        Assert.Equal(("0301", "Oslo"), (boundary.Number, boundary.Name));
    }

    [Fact]
    public void Degrees_become_metres()
    {
        MunicipalityBoundary boundary = Assert.Single(Read(Collection(Municipality("0301", "Oslo"))));
        PlanePoint corner = MapProjection.Norway.ToPlane(new GeoPoint(10, 60));
        Assert.Contains(boundary.Area.Coordinates, point => new PlanePoint(point.X, point.Y) == corner);
        Assert.Equal(25833, boundary.Area.SRID);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::25833")]
    [InlineData("EPSG:25833")]
    public void Metres_stay_metres_where_the_file_says_so(string crs)
    {
        MunicipalityBoundary boundary = Assert.Single(Read(Collection(Municipality("0301", "Oslo", PlaneSquare), crs)));
        Assert.Equal(1e6, boundary.Area.Area);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("urn:ogc:def:crs:EPSG::4326")]
    public void File_may_say_that_it_is_in_degrees(string crs) =>
        Assert.Single(Read(Collection(Municipality("0301", "Oslo"), crs)));

    [Theory]
    [InlineData("administrative_enheter.kommune", "administrative_enheter.kommunegrense")]
    [InlineData("Kommune", "Grense")]
    public void Layers_under_names_of_their_own_are_read_as_Kartverket_publishes_them(string layer, string other)
    {
        string names = "[{\"navn\":\"Hábmer\",\"rekkefolge\":\"2\",\"sprak\":\"smj\"},{\"navn\":\"Hamarøy\",\"rekkefolge\":\"1\",\"sprak\":\"nor\"}]";
        string municipalities = Collection(Feature($"\"kommunenummer\":\"1875\",\"navn\":{names}", PlaneSquare), "EPSG:25833");
        string lines = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}]}""";
        MunicipalityBoundary boundary = Assert.Single(Read($"{{\"{other}\":{lines},\"{layer}\":{municipalities}}}"));
        Assert.Equal(("1875", "Hamarøy", 1e6), (boundary.Number, boundary.Name, boundary.Area.Area));
    }

    [Fact]
    public void Municipalities_come_in_the_order_of_their_numbers()
    {
        IReadOnlyList<MunicipalityBoundary> read = Read(Collection(
            Municipality("1103", "Stavanger") + "," + Municipality("0301", "Oslo") + "," + Municipality("0904", "Grimstad")));
        Assert.Equal(["0301", "0904", "1103"], read.Select(boundary => boundary.Number));
    }

    [Fact]
    public void Parts_of_a_municipality_are_joined_and_noted()
    {
        var findings = new Findings();
        string other = "[[[20,60],[21,60],[21,61],[20,61],[20,60]]]";
        MunicipalityBoundary boundary = Assert.Single(Read(Collection(Municipality("0301", "Oslo") + "," + Municipality("0301", "Oslo", other)), findings));
        Assert.Equal(2, boundary.Area.NumGeometries);
        Assert.Contains("2 parts", Assert.Single(findings.All).In(NavGeo.Planning.Language.UserLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Ring_that_crosses_itself_is_repaired_and_noted()
    {
        var findings = new Findings();
        string bowtie = "[[[10,60],[11,61],[11,60],[10,61],[10,60]]]";
        Assert.True(Assert.Single(Read(Collection(Municipality("0301", "Oslo", bowtie)), findings)).Area.IsValid);
        Assert.Equal(Severity.Note, Assert.Single(findings.All).Severity);
    }

    [Fact]
    public void Several_rings_that_cross_themselves_are_one_note()
    {
        var findings = new Findings();
        string bowtie = "[[[10,60],[11,61],[11,60],[10,61],[10,60]]]";
        Assert.Equal(2, Read(Collection(Municipality("0301", "Oslo", bowtie) + "," + Municipality("0302", "Aker", bowtie.Replace("[1", "[2", StringComparison.Ordinal))), findings).Count);
        Assert.Contains("2 municipalities cross themselves and have been repaired (Oslo, Aker)", Assert.Single(findings.All).In(NavGeo.Planning.Language.UserLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not valid JSON; it breaks at line 1")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Fea", "not valid JSON; it breaks at line 2, byte")]
    [InlineData("[]", "not a GeoJSON FeatureCollection")]
    [InlineData("{\"type\":\"Feature\"}", "not a GeoJSON FeatureCollection")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "no municipalities")]
    public void File_that_is_no_collection_is_refused(string json, string message) => Assert.Contains(message, Refusal(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"NAVN\":\"Oslo\"", Square, "test.json:feature 1: the municipality has no number")]
    [InlineData("\"NR\":\"O301\",\"NAVN\":\"Oslo\"", Square, "'O301' is not a municipality number")]
    [InlineData("\"NR\":\"30100\",\"NAVN\":\"Oslo\"", Square, "'30100' is not a municipality number")]
    [InlineData("\"NR\":\"0301\"", Square, "municipality 0301 has no name")]
    [InlineData("\"NR\":\"0301\",\"NAVN\":\"Oslo\"", "[]", "municipality Oslo has no area")]
    [InlineData("\"NR\":\"0301\",\"NAVN\":\"Oslo\"", "[[[10,60],[11,60],[11,61],[10,61]]]", "municipality Oslo has no area")]
    [InlineData("\"NR\":\"0301\",\"NAVN\":\"Oslo\"", "[[[10,60],[\"x\",60],[11,61],[10,60]]]", "municipality Oslo has no area")]
    public void Feature_with_a_fault_is_named(string properties, string polygon, string message) =>
        Assert.Contains(message, Refusal(Collection(Feature(properties, polygon))), StringComparison.Ordinal);

    [Fact]
    public void Coordinates_that_cannot_be_what_the_file_says_are_refused()
    {
        string swapped = "[[[60,10],[60,11],[61,11],[61,10],[60,10]]]";
        Assert.Contains("changed places", Refusal(Collection(Municipality("0301", "Oslo", swapped))), StringComparison.Ordinal);
        Assert.Contains("look like metres", Refusal(Collection(Municipality("0301", "Oslo", PlaneSquare))), StringComparison.Ordinal);
        Assert.Contains("look like degrees", Refusal(Collection(Municipality("0301", "Oslo"), "EPSG:25833")), StringComparison.Ordinal);
        Assert.Contains("'EPSG:3857' cannot be read", Refusal(Collection(Municipality("0301", "Oslo"), "EPSG:3857")), StringComparison.Ordinal);
    }

    [Fact]
    public void Same_municipality_twice_and_two_names_are_refused()
    {
        Assert.Contains("twice with the same area", Refusal(Collection(Municipality("0301", "Oslo") + "," + Municipality("0301", "Oslo"))), StringComparison.Ordinal);
        string other = "[[[20,60],[21,60],[21,61],[20,61],[20,60]]]";
        Assert.Contains("both Oslo and Bergen", Refusal(Collection(Municipality("0301", "Oslo") + "," + Municipality("0301", "Bergen", other))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("municipalities/kommune_2018.geojson", 422)]
    [InlineData("municipalities/kommune_2020.geojson", 356)]
    [InlineData("municipalities/kommune_2024.geojson", 357)]
    public void Every_municipality_of_the_country_is_read(string file, int count)
    {
        var findings = new Findings();
        IReadOnlyList<MunicipalityBoundary> read = BoundaryReader.Read(RealData.Path(file), findings);
        Assert.Equal(count, read.Count);
        Assert.Equal(0, findings.ErrorCount);
        Assert.All(read, boundary => Assert.True(boundary.Area.IsValid));
    }

    private static IReadOnlyList<MunicipalityBoundary> Read(string json, Findings? findings = null) =>
        BoundaryReader.Parse(Encoding.UTF8.GetBytes(json), "test.json", findings ?? new Findings());

    private static string Refusal(string json) => Assert.Throws<InputException>(() => Read(json)).Message;

    private static string Collection(string features, string? crs = null)
    {
        string member = crs is null ? "" : $"\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"{crs}\"}}}},";
        return $"{{\"type\":\"FeatureCollection\",{member}\"features\":[{features}]}}";
    }

    private static string Feature(string properties, string polygon = Square) =>
        $"{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":{polygon}}}}}";

    private static string Municipality(string number, string name, string polygon = Square) => Feature($"\"NR\":\"{number}\",\"NAVN\":\"{name}\"", polygon);
}
