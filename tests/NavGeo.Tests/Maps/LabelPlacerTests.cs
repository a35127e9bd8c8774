using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;

namespace NavGeo.Tests.Maps;

public sealed class LabelPlacerTests
{
    private static readonly PaperBox Frame = new(0, 0, 200, 150);

    [Fact]
    public void Placed_labels_never_overlap_each_other_nor_symbols_nor_the_frame()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            LabelRequest[] requests = [.. Enumerable.Range(0, random.Next(1, 120)).Select(i => Request(random, i))];
            PaperBox[] symbols = [.. requests.Where(r => !r.StandsOnPoint).Select(r => PaperBox.Around(r.Anchor, r.Clearance * 2, r.Clearance * 2))];
            IReadOnlyList<LabelPlacement> placed = new LabelPlacer(Frame, symbols).Place(requests);
            for (int i = 0; i < placed.Count; i++)
            {
                Assert.True(Frame.Contains(placed[i].Box), $"seed {seed}: {placed[i]} leaves the frame");
                Assert.DoesNotContain(symbols, s => s.Overlaps(placed[i].Box));
                for (int j = 0; j < i; j++)
                    Assert.False(placed[i].Box.Overlaps(placed[j].Box), $"seed {seed}: {placed[i]} covers {placed[j]}");
            }
        }
    }

    [Fact]
    public void Label_with_room_stands_to_the_right_of_its_point()
    {
        LabelPlacement placement = Assert.Single(new LabelPlacer(Frame, []).Place([new LabelRequest("a", new(50, 50), 2, 20, 3, 1)]));
        Assert.True(placement.Box.Left > 52);
        Assert.Equal(50, placement.Box.Centre.Y, 6);
        Assert.Null(placement.LeaderEnd);
    }

    [Fact]
    public void Label_leaves_a_road_free_when_another_side_is_as_good()
    {
        LabelRequest request = new("a", new(50, 50), 2, 20, 3, 1);
        LabelPlacement placement = Assert.Single(new LabelPlacer(Frame, [], [new PaperBox(50, 49.9, 90, 50.1)]).Place([request]));
        Assert.True(placement.Box.Right < 50);
        Assert.Single(new LabelPlacer(Frame, [], [Frame]).Place([request]));
    }

    [Fact]
    public void More_important_label_takes_the_room()
    {
        var narrow = new PaperBox(40, 45, 75, 55);
        LabelRequest low = new("low", new(50, 50), 1, 20, 6, 1);
        LabelRequest high = new("high", new(50, 50), 1, 20, 6, 2);
        LabelPlacement placement = Assert.Single(new LabelPlacer(narrow, []).Place([low, high]));
        Assert.Equal("high", placement.Request.Id);
    }

    [Fact]
    public void Crowded_label_moves_off_with_a_leader_and_without_leave_is_left_out()
    {
        // Other symbols close by on all sides; between them a line can pass to the upper right.
        PaperBox[] crowd = [new(52, 47, 54, 53), new(46, 47, 48, 53), new(47, 46, 53, 48), new(47, 52, 53, 54)];
        PaperBox[] open = [crowd[0] with { Top = 48.4 }, crowd[1], crowd[2] with { Right = 51 }, crowd[3]];
        LabelRequest request = new("a", new(50, 50), 1, 20, 3, 1);
        Assert.Empty(new LabelPlacer(Frame, open).Place([request]));
        LabelPlacement placement = Assert.Single(new LabelPlacer(Frame, open).Place([request with { MayHaveLeader = true }]));
        Assert.NotNull(placement.LeaderEnd);
        Assert.Empty(new LabelPlacer(Frame, crowd).Place([request with { MayHaveLeader = true }]));
    }

    private static LabelRequest Request(Random random, int index) => new(
        "label" + index,
        new PaperPoint(random.NextDouble() * 200, random.NextDouble() * 150),
        0.3 + random.NextDouble() * 2,
        3 + random.NextDouble() * 40,
        2 + random.NextDouble() * 3,
        random.Next(5))
    {
        MayHaveLeader = random.Next(2) == 0,
        StandsOnPoint = random.Next(4) == 0,
    };
}
