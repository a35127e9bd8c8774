using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Population;

public sealed class PeopleFileTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    [Theory]
    [InlineData("p.csv", "id,lon,lat,weight\na,8.9461,60.7001,3\nb,8.5526,60.8631,4\n")]
    [InlineData("p.csv", "\uFEFFweight;lat;lon;id\r\n3;60,7001;8,9461;a\r\n4;60,8631;8,5526;b\r\n")]
    [InlineData("p.csv", "sep=;\r\nweight;lat;lon;id\r\n3.0;60,7001;8,9461;a\r\n4.0;60,8631;8,5526;b\r\n")]
    [InlineData("p.csv", "sep=\t\nid\tlon\tlat\tweight\na\t8.9461\t60.7001\t3\nb\t8.5526\t60.8631\t4\n")]
    [InlineData("p.geojson", """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[8.9461,60.7001]},"properties":{"weight":3}},
         {"type":"Feature","geometry":{"type":"Point","coordinates":[8.5526,60.8631,12]},"properties":{"id":"b","People":4}}]}
        """)]
    public void Points_with_weights_are_read(string name, string text)
    {
        PopulationGrid people = PeopleFile.Read(scratch.Write(name, text), new Findings());
        Assert.Equal((0, 2, 7L), (people.CellMetres, people.Count, people.TotalPeople));
        Assert.Equal(["a", "b"], people.Ids);
        Assert.Equal(8.9461, MapProjection.Norway.ToGeo(people.Middles[0]).Longitude, 6);
    }

    [Fact]
    public void Decimal_weights_become_whole_people_of_the_same_sum()
    {
        var findings = new Findings();
        PopulationGrid people = PeopleFile.Read(scratch.Write("p.csv", "lon,lat,weight\n8.9,60.7,1.5\n8.8,60.7,1.25\n8.7,60.7,1.75\n"), findings);
        // 4.5 is 5: the odd two go to .75 and .5.
        Assert.Equal([2, 1, 2], people.People);
        Assert.Equal(["1", "2", "3"], people.Ids);
        Assert.Equal("people.rounded", Assert.Single(findings.All).Problem.Key);
    }

    [Fact]
    public void Grid_is_read_as_before()
    {
        Assert.Equal(250, PeopleFile.Read(scratch.Write("g.csv", "ru250m;pop_tot\n19250006618000;6\n"), new Findings()).CellMetres);
    }

    private const string Gml = """
        <?xml version="1.0" encoding="utf-8"?>
        <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="https://skjema.geonorge.no/SOSI/produktspesifikasjon/BefolkningRutenett">
        <gml:featureMember><app:BefolkningPåRuter250m gml:id="a"><app:område><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 1 1</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
        <app:ssbid250m>19250006618000</app:ssbid250m><app:popTot>6</app:popTot><app:statistikkÅr>2025</app:statistikkÅr></app:BefolkningPåRuter250m></gml:featureMember>
        <gml:featureMember><app:BefolkningPåRuter250m gml:id="b"><app:popTot>11</app:popTot><app:ssbid250m>19252506618000</app:ssbid250m></app:BefolkningPåRuter250m></gml:featureMember>
        </gml:FeatureCollection>
        """;

    [Fact]
    public void Grid_in_GML_is_that_of_the_table()
    {
        PopulationGrid gml = PeopleFile.Read(scratch.Write("g.gml", Gml), new Findings());
        PopulationGrid table = PeopleFile.Read(scratch.Write("g.csv", "ssbid250m;pop_tot\n19250006618000;6\n19252506618000;11\n"), new Findings());
        Assert.Equal((250, 17L), (gml.CellMetres, gml.TotalPeople));
        Assert.Equal(table.Ids, gml.Ids);
        Assert.Equal(table.Middles, gml.Middles);
    }

    [Theory]
    [InlineData("<app:popTot>6</app:popTot>", "", "g.gml:4: the square has no people or no id")]
    [InlineData("<app:ssbid250m>19250006618000</app:ssbid250m>", "", "g.gml:4: the square has no people or no id")]
    [InlineData("<app:popTot>6</app:popTot>", "<app:popTot>seks</app:popTot>", "g.gml:4: 'seks'")]
    [InlineData("19252506618000", "19250006618000", "g.gml:5")]
    [InlineData("<app:ssbid250m>19252506618000</app:ssbid250m>", "<app:ssbid1000m>19252506618000</app:ssbid1000m>", "squares of several sizes")]
    [InlineData("</gml:FeatureCollection>", "", "g.gml:")]
    [InlineData("ssbid250m", "rute", "such as ssbid250m")]
    public void Fault_in_GML_is_said_with_its_line(string from, string to, string message)
    {
        string path = scratch.Write("g.gml", Gml.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Throws<InputException>(() => PeopleFile.Read(path, new Findings())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p.csv", "id,lon,lat\na,8.9,60.7\n", "there is no number of people")]
    [InlineData("p.csv", "lon,lat,weight\n60.7,8.9,1\n", "p.csv:2")]
    [InlineData("p.csv", "lon,lat,weight\n8.9,60.7,-1\n", "p.csv:2")]
    [InlineData("p.csv", "id,lon,lat,weight\na,8.9,60.7,1\na,8.8,60.7,1\n", "the point 'a' also stands at 2")]
    [InlineData("p.csv", "sted,folk\nGol,4\n", "neither cell ids nor lon and lat")]
    [InlineData("p.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "the file has no points")]
    [InlineData("p.geojson", "{\"type\":\"Topology\"}", "not a GeoJSON FeatureCollection")]
    [InlineData("p.geojson", "{\"features\":[{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[]},\"properties\":{}}]}", "feature 1: the geometry of the feature is not a point")]
    [InlineData("p.geojson", "{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.3,48.8]},\"properties\":{\"weight\":1}}]}", "is not in Norway")]
    [InlineData("p.geojson", "{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[8.9,60.7]},\"properties\":{\"folk\":1}}]}", "there are: folk")]
    [InlineData("p.geojson", "{\"features\":[", "not valid JSON")]
    public void Fault_is_said(string name, string text, string message)
    {
        string path = scratch.Write(name, text);
        Assert.Contains(message, Assert.Throws<InputException>(() => PeopleFile.Read(path, new Findings())).Message, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();
}
