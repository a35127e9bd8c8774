using System.Xml.Linq;
using NavGeo.Data.Cases;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Ground;
using NavGeo.Data.Regions;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Maps;

public sealed class CasePackageTests : IDisposable
{
    private static readonly Lazy<Comparison> Hallingdal = new(() => Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["E1"]));
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Told_people_add_up_to_everybody_in_each_municipality()
    {
        Comparison comparison = Hallingdal.Value;
        using GeoPackageReader reader = GeoPackageReader.Open(Write(comparison, 20));
        var visible = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (GeoPackageFeature row in reader.Read(reader.GetLayer("ruter_A"), ["kommunenummer", "innbyggere", "skjult"], new Findings()))
        {
            Assert.Equal((long)row.Values[2]! == 1, row.Values[1] is null);
            if (row.Values[1] is long people and not 0) Assert.True(people >= 20);
            visible[(string)row.Values[0]!] = visible.GetValueOrDefault((string)row.Values[0]!) + (long)(row.Values[1] ?? 0L);
        }
        bool isAnyHidden = false;
        foreach (GeoPackageFeature row in reader.Read(reader.GetLayer("kommuner"), ["kommunenummer", "innbyggere", "ruter_uten_tall"], new Findings()))
        {
            Assert.Equal((long)row.Values[1]!, visible[(string)row.Values[0]!]);
            isAnyHidden |= (long)row.Values[2]! > 0;
        }
        Assert.True(isAnyHidden);
    }

    [Fact]
    public void Visits_without_a_car_are_those_of_their_study()
    {
        PlanningCase nordland = Web.MeetingVisitTests.ByBoat(Web.EmbeddedCase.Nordland);
        var study = VisitStudy.Of(nordland, nordland.Transit!, [new DateOnly(2018, 3, 5), new DateOnly(2018, 3, 6)], new VisitHours(9 * 3600, 15 * 3600, 45 * 60));
        var comparison = Comparison.Of(AccessStudy.Of(nordland), ["TO-senter"]);
        string path = folder.File("visits.gpkg");
        CasePackage.Write(path, Publication.Of(comparison, Audience.Internal).With(study), new LayerSettings());
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        foreach (string structure in (string[])["A", "TO-senter"])
        {
            StructureVisits visits = study.Under(nordland.GetStructure(structure));
            GeoPackageFeature[] rows = [.. reader.Read(reader.GetLayer("uten_bil_" + structure.Replace('-', '_')), ["dager", "av_dager", "minutter_borte"], new Findings())];
            Assert.Equal(visits.ByPlace.Select(v => (long)v.Length), rows.Select(r => (long)r.Values[0]!));
            Assert.All(rows, r => Assert.Equal(2L, r.Values[1]));
            Assert.Equal(visits.ByPlace.Select(v => v.Length == 0), rows.Select(r => r.Values[2] is null));
        }
        Assert.DoesNotContain(reader.Layers, l => l.Table.StartsWith("uten_bil", StringComparison.Ordinal) && l.Table is not ("uten_bil_A" or "uten_bil_TO_senter"));
    }

    [Fact]
    public void Values_are_those_of_the_study()
    {
        Comparison comparison = Hallingdal.Value;
        StructureAccess access = comparison.Structures[1].Access;
        using GeoPackageReader reader = GeoPackageReader.Open(Write(comparison, 0));
        GeoPackageFeature[] rows = [.. reader.Read(reader.GetLayer("ruter_E1"), ["rute", "innbyggere", "minutter", "differanse_minutter"], new Findings())];
        Demand demand = comparison.Study.Case.Demand;
        for (int place = 0; place < demand.Count; place++)
        {
            Assert.Equal(demand.Ids[place], rows[place].Values[0]);
            Assert.Equal((long)demand.People[place], rows[place].Values[1]);
            Assert.Equal(access.Assignment.TimeOf(place).Minutes, (double)rows[place].Values[2]!, 0.0051);
        }
        // Person-minutes on the roads and off them are the trips' own.
        double onRoads = reader.Read(reader.GetLayer("veger"), ["personminutter_E1"], new Findings()).Sum(r => (double)r.Values[0]!);
        Assert.InRange(onRoads, 0.8 * access.Total.PersonMilliseconds / 60_000, access.Total.PersonMilliseconds / 60_000.0 + 100);
    }

    [Fact]
    public void Styles_are_well_formed_and_name_columns_that_exist()
    {
        GeoPackageFile file = CasePackage.Of(Publication.Of(Hallingdal.Value, Audience.Public), Settings());
        foreach (GeoPackageTable table in file.Tables)
        {
            XDocument style = XDocument.Parse(table.Style!);
            string[] symbols = [.. style.Descendants("symbol").Select(s => s.Attribute("name")!.Value)];
            Assert.Equal(style.Descendants("rule").Select(r => r.Attribute("symbol")!.Value), symbols);
            foreach (string filter in style.Descendants("rule").Select(r => r.Attribute("filter")?.Value).OfType<string>())
                Assert.Contains(table.Columns, c => filter.Contains($"\"{c.Name}\"", StringComparison.Ordinal));
            if (style.Descendants("text-style").SingleOrDefault()?.Attribute("fieldName")?.Value is { } label)
                Assert.Contains(table.Columns, c => c.Name == label);
            Assert.Contains("licence", table.Metadata!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Same_case_gives_the_same_bytes()
    {
        byte[] first = File.ReadAllBytes(Write(Hallingdal.Value, 5));
        Assert.Equal(first, File.ReadAllBytes(Write(Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["E1"]), 5)));
    }

    [Fact]
    public async Task Gdal_opens_every_layer_with_its_crs()
    {
        string path = Write(Hallingdal.Value, 5);
        (int code, string said) = await OtherProgram.Run("ogrinfo", "-al", "-so", path);
        Assert.SkipWhen(code < 0, "ogrinfo is not installed (Debian: gdal-bin)");
        Assert.Equal(0, code);
        Assert.DoesNotContain("ERROR", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", said, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(13, Count(said, "ID[\"EPSG\",25833]]"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [Fact]
    public void Regions_and_what_placed_each_municipality_are_layers_of_their_own()
    {
        using GeoPackageReader reader = GeoPackageReader.Open(Write(Hallingdal.Value, 5));
        GeoPackageFeature[] regions = [.. reader.Read(reader.GetLayer("regioner"), ["region", "navn", "kommuner", "folketall"], new Findings())];
        Assert.Equal(5, regions.Length);
        Assert.Equal("0617|0618", regions.Single(r => (string)r.Values[0]! == "Gol's").Values[2]);
        Assert.Equal(EmbeddedCase.Hallingdal.Municipalities.Sum(m => (long)m.Population), regions.Sum(r => (long)r.Values[3]!));
        GeoPackageFeature[] placed = [.. reader.Read(reader.GetLayer("regionplassering"), ["kommunenummer", "region", "senter", "rolle"], new Findings())];
        Assert.Equal(EmbeddedCase.Hallingdal.Municipalities.Select(m => m.Number), placed.Select(p => (string)p.Values[0]!));
        Assert.Equal(["0618", "Gol's", "0617", "medlem"], placed.Single(p => (string)p.Values[0]! == "0618").Values);
    }

    private LayerSettings Settings()
    {
        string division = folder.File("regions.csv");
        File.WriteAllText(division, "kommunenummer,region,centre\n0617,Gol's,0617\n0618,Gol's,0617\n");
        MapBackground background = GroundFile.Read(Path.Combine(EmbeddedCase.Folder("hallingdal"), GroundFile.Name));
        return new LayerSettings
        {
            Background = background,
            Regions = CaseDivision.Of(
                Workspace.Open(EmbeddedCase.Folder("hallingdal"), new Findings()), Hallingdal.Value.Study, new RegionChoice(Division: division), background.Municipalities, new Findings()),
        };
    }

    private string Write(Comparison comparison, int least)
    {
        string path = folder.File("case.gpkg");
        CasePackage.Write(path, Publication.Of(comparison, new Audience(least)), Settings());
        return path;
    }
}
