using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Maps;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Maps;

/// <summary>What a sheet shows of the ground: municipalities whole as far as they are land, the paper the way that shows them largest, neighbours by name.</summary>
public sealed class SheetFrameTests
{
    private static readonly GeometryFactory Factory = new();

    private static Envelope People => CaseExtent.Of(EmbeddedCase.Hallingdal);

    [Fact]
    public void Municipality_is_shown_whole_as_far_as_it_is_land()
    {
        Envelope people = People;
        var land = new Envelope(people.MinX, people.MaxX, people.MinY, people.MaxY + 40_000);
        var withSea = new Envelope(people.MinX - 200_000, people.MaxX, people.MinY, people.MaxY + 40_000);
        MapBackground inland = MapBackground.None with { Municipalities = [Area("0620", land)] };
        MapBackground coast = MapBackground.None with
        {
            Municipalities = [Area("0620", withSea)],
            Sea = [Factory.ToGeometry(new Envelope(withSea.MinX, people.MinX, withSea.MinY, withSea.MaxY))],
            HasSea = true,
        };
        Assert.True(CaseExtent.Of(EmbeddedCase.Hallingdal, inland).Covers(land));
        Envelope shown = CaseExtent.Of(EmbeddedCase.Hallingdal, coast);
        // Land is found in steps of a fortieth of the municipality, and none of the sea is framed.
        Assert.InRange(shown.MaxY, people.MaxY + 40_000 - withSea.Height / 40, people.MaxY + 40_000);
        Assert.Equal(people.MinX, shown.MinX, withSea.Width / 40);
        Assert.Equal(people, CaseExtent.Of(EmbeddedCase.Hallingdal, MapBackground.None));
    }

    [Theory]
    [InlineData(100, 100, false)]
    [InlineData(200, 100, false)]
    [InlineData(100, 220, true)]
    public void Paper_is_turned_where_that_shows_more_and_stays_where_its_user_put_it(double wide, double high, bool isUpright)
    {
        var extent = new Envelope(0, wide * 1000, 0, high * 1000);
        (SheetPaper paper, SheetLayout layout) = SheetLayout.For(new SheetSettings { MayTurn = true }, extent);
        Assert.Equal(isUpright, paper.IsPortrait);
        double scale = Math.Min(layout.Map.Width / wide, layout.Map.Height / high);
        foreach (SheetPaper other in (SheetPaper[])[SheetPaper.A4, SheetPaper.A4.Upright])
        {
            SheetLayout stays = SheetLayout.For(new SheetSettings { Paper = other }, extent).Layout;
            Assert.Equal(SheetLayout.Of(other), stays);
            Assert.True(scale * 1.1 >= Math.Min(stays.Map.Width / wide, stays.Map.Height / high));
        }
    }

    [Fact]
    public void Neighbour_and_settlement_are_named_where_there_is_room()
    {
        PlanningCase planningCase = EmbeddedCase.Hallingdal with { Settlements = [new Settlement("Torsbygda", Middle(People), 0)] };
        Envelope people = People;
        MapBackground background = MapBackground.None with
        {
            Municipalities = [Area("0620", people)],
            Neighbours = [Area("9999", new Envelope(people.MinX - 60_000, people.MinX, people.MinY, people.MaxY), "Nabobygd – Ránnjá")],
        };
        AccessStudy study = AccessStudy.Of(planningCase);
        StructureAccess access = study.Access(planningCase.GetStructure(planningCase.Baseline));
        string drawn = string.Join('\n', Texts(StructureSheet.Draw(study, access, new SheetSettings { Background = background }).Items));
        Assert.Contains("NABOBYGD", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("RÁNNJÁ", drawn, StringComparison.Ordinal);
        Assert.Contains("Torsbygda", drawn, StringComparison.Ordinal);
    }

    private static MunicipalityBoundary Area(string number, Envelope box, string name = "Hol") => new(number, name, Factory.ToGeometry(box));

    private static PlanePoint Middle(Envelope box) => new(box.Centre.X + 7000, box.Centre.Y + 9000);

    private static IEnumerable<string> Texts(IEnumerable<DrawingItem> items) =>
        items.SelectMany(i => i is GroupItem group ? Texts(group.Items) : i is TextItem text ? [text.Text] : []);
}
