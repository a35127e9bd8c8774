using System.Buffers.Binary;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Web.Tiles;

namespace NavGeo.Tests.Web;

public sealed class SurfaceChangesTests
{
    private const int Everything = 5;
    private static readonly PlanningCase Cells = WithCells(EmbeddedCase.Hallingdal);

    [Theory]
    [InlineData(5, 16, 9)]
    [InlineData(7, 66, 36)]
    [InlineData(9, 268, 146)]
    public void Laid_over_the_tiles_of_today_they_are_the_tiles_of_the_edit(int zoom, int x, int y)
    {
        (MapTiles tiles, StructureAccess today, StructureAccess closed) = Closed();
        var number = new TileNumber(zoom, x, y);
        Dictionary<int, Shown> changes = Read(tiles.Changes(closed, today, zoom, null));
        Dictionary<int, Shown> before = OnTile(tiles.Surface(today, number)), after = OnTile(tiles.Surface(closed, number));
        Assert.NotEmpty(before);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Contains(after, square => before[square.Key] != square.Value);
        Assert.All(after, square => Assert.Equal(square.Value, changes.GetValueOrDefault(square.Key, before[square.Key])));
    }

    [Fact]
    public void Squares_of_all_sizes_have_numbers_of_their_own()
    {
        (MapTiles tiles, StructureAccess today, StructureAccess closed) = Closed();
        HashSet<int> coarse = [.. Read(tiles.Changes(closed, today, 5, null)).Keys];
        HashSet<int> middle = [.. Read(tiles.Changes(closed, today, 7, null)).Keys];
        HashSet<int> own = [.. Read(tiles.Changes(closed, today, 9, null)).Keys];
        Assert.Empty(coarse.Intersect(middle).Union(middle.Intersect(own)).Union(own.Intersect(coarse)));
        Assert.True(coarse.Count < middle.Count && middle.Count < own.Count, $"{coarse.Count}, {middle.Count} and {own.Count} squares");
    }

    [Fact]
    public void A_view_gets_the_squares_that_touch_it_and_no_others()
    {
        (MapTiles tiles, StructureAccess today, StructureAccess closed) = Closed();
        Dictionary<int, Shown> all = Read(tiles.Changes(closed, today, 10, null));
        Dictionary<int, Shown> some = Read(tiles.Changes(closed, today, 10, new TileRange(268, 146, 268, 146)));
        Assert.InRange(some.Count, 1, all.Count - 1);
        HashSet<int> there = [.. OnTile(tiles.Surface(closed, new TileNumber(9, 268, 146))).Keys];
        Assert.Equal(all.Where(square => there.Contains(square.Key)).OrderBy(s => s.Key), some.OrderBy(s => s.Key));
        Assert.Empty(tiles.Changes(closed, today, 10, new TileRange(0, 0, 5, 5)));
    }

    [Fact]
    public void Nothing_is_laid_over_today()
    {
        (MapTiles tiles, StructureAccess today, _) = Closed();
        Assert.Empty(tiles.Changes(today, today, Everything, null));
    }

    [Fact]
    public void Held_against_the_step_before_they_tell_what_the_step_did_and_nothing_of_what_was_done_earlier()
    {
        (MapTiles tiles, StructureAccess today, StructureAccess closed) = Closed();
        // What a step takes back is as it was today, and yet another way than before the step.
        Dictionary<int, Shown> back = Read(tiles.Changes(today, closed, Everything, null));
        Assert.Equal(Read(tiles.Changes(closed, today, Everything, null)).Keys.Order(), back.Keys.Order());
        // A step that moves nobody leaves the times laid over today's and shows no change.
        Dictionary<int, Shown> still = Read(tiles.Changes(closed, closed, Everything, null));
        Assert.NotEmpty(still);
        Assert.Single(still.Values.Select(shown => shown.Change).Distinct());
    }

    private static (MapTiles Tiles, StructureAccess Today, StructureAccess Closed) Closed()
    {
        AccessStudy study = AccessStudy.Of(Cells);
        Assert.True(RoadNumber.TryParse("rv 7", out RoadNumber road));
        StructureAccess today = study.Access(Cells.GetStructure(Cells.Baseline));
        StructureAccess closed = study.With([new ClosedRoad(road)]).Access(Cells.GetStructure(Cells.Baseline));
        return (new MapTiles(Cells, today), today, closed);
    }

    /// <summary>The people of each settlement, in nine cells of 250 m around it.</summary>
    private static PlanningCase WithCells(PlanningCase planningCase)
    {
        Demand demand = planningCase.Demand;
        (int Place, PlanePoint At)[] cells = [.. Enumerable.Range(0, demand.Count).SelectMany(place => Enumerable.Range(0, 9).Select(i => (place, Beside(demand.Points[place], i))))];
        return planningCase with
        {
            Demand = new Demand(
                [.. cells.Select((_, i) => $"{i}")], new string?[cells.Length], [.. cells.Select(c => demand.People[c.Place] / 9)],
                [.. cells.Select(c => c.At)], [.. cells.Select(c => demand.Municipalities[c.Place])], 250),
        };
    }

    private static PlanePoint Beside(PlanePoint point, int cell) => new(
        (Math.Floor(point.Easting / 250) + cell % 3) * 250 + 125, (Math.Floor(point.Northing / 250) + cell / 3) * 250 + 125);

    private static Dictionary<int, Shown> OnTile(byte[] tile) => ReadTile.Of(tile).Features.ToDictionary(f => f.Id, f => new Shown(
        (int)(long)f.Properties["change"], (int)(long)f.Properties["class"],
        f.Properties.TryGetValue("minutes", out object? minutes) ? (int)Math.Round((double)minutes * 10) : -1));

    private static Dictionary<int, Shown> Read(byte[] bytes)
    {
        var squares = new Dictionary<int, Shown>();
        for (int at = 0; at < bytes.Length; at += 8)
        {
            uint packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            squares.Add(
                BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)),
                new Shown((int)(packed & 0xFF) - 1, (int)((packed >> 8) & 0xFF) - 1, (int)(packed >> 16) - 1));
        }
        return squares;
    }

    /// <summary>Tenths of a minute, −1 without access.</summary>
    private readonly record struct Shown(int Change, int Class, int Tenths);
}
