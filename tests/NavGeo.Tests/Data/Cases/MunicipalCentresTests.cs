using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Norway;
using NavGeo.Data.Places;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Cases;

/// <summary>Where municipalities are administered from and what settlements are called, on N1000 and the grid of 2015.</summary>
public sealed class MunicipalCentresTests
{
    [Fact]
    public void Centre_is_the_administrative_one_and_has_its_norwegian_name_first()
    {
        (string[] municipalities, IReadOnlyList<Settlement> settlements, IReadOnlyList<Settlement?> centres) = Of(2018);
        Dictionary<string, string?> centreOf = municipalities.Zip(centres).DistinctBy(m => m.First).ToDictionary(m => m.First, m => m.Second?.Name);
        (string, string)[] expected =
        [
            ("Øystre Slidre", "Heggenes"), ("Vestre Slidre", "Slidre"), ("Flakstad", "Ramberg"), ("Porsanger", "Lakselv"), ("Tana", "Tana bru"),
            ("Alta", "Alta"), ("Voss", "Vossavangen"), ("Fauske", "Fauske"), ("Rana", "Mo i Rana"), ("Vefsn", "Mosjøen"), ("Oslo", "Oslo"), ("Gol", "Gol"),
            ("Lørenskog", "Lørenskog"), ("Bærum", "Sandvika"), ("Herøy (Møre og Romsdal)", "Fosnavåg"), ("Ullensvang", "Kinsarvik"),
            // The village beside the town does not take the town's people.
            ("Vågan", "Svolvær"), ("Trysil", "Innbygda"), ("Nannestad", "Teigebyen"),
        ];
        Assert.Equal(expected, expected.Select(e => (e.Item1, centreOf[e.Item1] ?? e.Item1)));
        Assert.Equal(["Alattio", "Áltá"], centres[Array.IndexOf(municipalities, "Alta")]!.Value.OtherNames);
        Assert.Equal(["Måefie"], centres[Array.IndexOf(municipalities, "Rana")]!.Value.OtherNames);

        // Its letters stand in Vang, its people live in Øystre Slidre.
        Assert.Equal("Øystre Slidre", municipalities[settlements.Single(s => s.Name == "Beito").Municipality]);
        Assert.Contains(settlements, s => s is { Name: "Hedalen", IsValley: true } && municipalities[s.Municipality] == "Sør-Aurdal");

        // Tana bru lies at 28.19 east, 70.20 north; its letters begin three kilometres off.
        Settlement tana = centres[Array.IndexOf(municipalities, "Tana")]!.Value;
        Assert.InRange(tana.Point.DistanceTo(MapProjection.Norway.ToPlane(new GeoPoint(28.19, 70.20))), 0, 1_000);
    }

    /// <summary>Where the places are, not where their letters begin: by common maps, and by their railway stations.</summary>
    [Theory]
    [InlineData("Grua", 10.662, 60.260)]
    [InlineData("Roa", 10.617, 60.291)]
    [InlineData("Harestua", 10.711, 60.197)]
    [InlineData("Lunner", 10.583, 60.299)]
    [InlineData("Gran", 10.573, 60.360)]
    [InlineData("Jevnaker", 10.378, 60.239)]
    [InlineData("Fagernes", 9.232, 60.986)]
    [InlineData("Beitostølen", 8.911, 61.248)]
    [InlineData("Tana bru", 28.19, 70.20)]
    [InlineData("Alta", 23.272, 69.969)]
    [InlineData("Hønefoss", 10.257, 60.168)]
    [InlineData("Raufoss", 10.617, 60.726)]
    [InlineData("Ringebu", 10.139, 61.529)]
    [InlineData("Drøbak", 10.630, 59.663)]
    public void Names_are_put_where_their_places_are(string name, double longitude, double latitude)
    {
        PlanePoint real = MapProjection.Norway.ToPlane(new GeoPoint(longitude, latitude));
        Assert.InRange(SettlementTable.Norway.Where(s => s.Name == name).Min(s => s.Point.DistanceTo(real)), 0, 1_500);
    }

    [Fact]
    public void A_place_lies_by_the_station_of_its_name()
    {
        ILookup<string, PlanePoint> stations = N1000PlaceNames.Stations(new InputFiles().At(RealData.Path("roads/n1000.gpkg")));
        double[] metres =
        [
            .. stations.SelectMany(s => s.Select(point => SettlementTable.Norway.Where(p => p.Name == s.Key && p.Kind != N1000PlaceNames.Valley)
                .Select(p => p.Point.DistanceTo(point)).DefaultIfEmpty(double.PositiveInfinity).Min())).Where(m => m < 15_000),
        ];
        Assert.InRange(metres.Length, 130, 200);
        Assert.All(metres, m => Assert.InRange(m, 0, 3_000));
    }

    [Fact]
    public void Every_line_of_the_table_of_centres_names_a_centre_of_some_year()
    {
        HashSet<string> found = [];
        foreach (int year in (int[])[2018, 2020, 2024])
        {
            (string[] municipalities, _, IReadOnlyList<Settlement?> centres) = Of(year);
            found.UnionWith(municipalities.Zip(centres, (m, c) => $"{m.Split([" (", " – "], StringSplitOptions.None)[0]},{c?.Name}"));
        }
        Assert.Empty(File.ReadAllLines(Path.Combine(Repository.Root, "data", "centres", "centres.csv")).Skip(1).Except(found));
    }

    private static (string[] Municipalities, IReadOnlyList<Settlement> Settlements, IReadOnlyList<Settlement?> Centres) Of(int year)
    {
        var findings = new Findings();
        var files = new InputFiles();
        IReadOnlyList<MunicipalityBoundary> boundaries = BoundaryReader.Read(files.At(RealData.Path($"municipalities/kommune_{year}.geojson")), findings);
        PopulationGrid grid = PeopleFile.Read(files.At(RealData.Path("population/ru250m_2015.csv")), findings);
        LocatedPoints located = new MunicipalityLocator(boundaries).LocateAll(grid.Middles);
        var demand = new Demand(grid.Ids, new string?[grid.Count], grid.People, grid.Middles, located.Municipalities, grid.CellMetres);
        string[] names = [.. boundaries.Select(b => b.Name)];
        IReadOnlyList<Settlement> settlements = CaseSettlements.Of(demand, _ => -1);
        return (names, settlements, MunicipalCentres.Of(demand, names, settlements));
    }
}
