using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
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
        IReadOnlyList<Settlement> settlements = CaseSettlements.Read(files.At(RealData.Path("roads/n1000.gpkg")), demand, names, _ => -1);
        return (names, settlements, MunicipalCentres.Of(demand, names, settlements));
    }
}
