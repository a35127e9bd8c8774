using NavGeo.Maps.Drawing;

namespace NavGeo.Maps.Labels;

/// <summary>
/// Finds places for labels so that none overlaps another, a symbol, a leader or the frame: the most important first,
/// each at the one of eight positions around its point that covers the least of the roads (of equal ones the first of
/// right, left, above, below and the corners), then
/// farther off with a leader, otherwise not at all. The same requests give the same places.
/// </summary>
/// <remarks>
/// Greedy placement over eight candidates (Christensen, Marks and Shieber 1995) is not optimal, but what it does can be
/// explained: a name is missing only where more important ones took its room. Cost: labels × boxes.
/// </remarks>
public sealed class LabelPlacer
{
    private const double Gap = 0.5;
    private const double LeaderStep = 0.5;
    private static readonly double[] LeaderLengths = [3.5, 6.5, 10, 14];

    /// <summary>Directions in order of preference; readers expect a name to the right of its point.</summary>
    private static readonly (int X, int Y)[] Sides =
        [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)];

    private readonly PaperBox frame;
    private readonly List<PaperBox> taken = [];
    private readonly PaperBox[] lines;

    /// <param name="frame">Labels stay inside.</param>
    /// <param name="obstacles">Symbols and whatever else must not be covered.</param>
    /// <param name="lines">Roads and the like, as small boxes: covered only where no side of the point is free of them.</param>
    public LabelPlacer(PaperBox frame, IEnumerable<PaperBox> obstacles, IEnumerable<PaperBox>? lines = null)
    {
        this.lines = [.. lines ?? []];
        this.frame = frame;
        taken.AddRange(obstacles);
    }

    /// <summary>Places what can be placed; what is placed is an obstacle for later calls.</summary>
    /// <returns>In the order of placing; requests without a place are not among them.</returns>
    public IReadOnlyList<LabelPlacement> Place(IEnumerable<LabelRequest> requests)
    {
        var placed = new List<LabelPlacement>();
        foreach (LabelRequest request in requests.OrderByDescending(r => r.Priority))
        {
            if (Find(request) is not { } placement) continue;
            placed.Add(placement);
            taken.Add(placement.Box);
            if (placement.LeaderEnd is { } end) taken.AddRange(Along(request.Anchor, end));
        }
        return placed;
    }

    /// <summary>Keeps a box free of labels from now on.</summary>
    /// <returns>False, and nothing is kept, where something stands there already.</returns>
    public bool TryReserve(PaperBox box)
    {
        if (!IsFree(box)) return false;
        taken.Add(box);
        return true;
    }

    private LabelPlacement? Find(LabelRequest request)
    {
        foreach (PaperPoint anchor in request.OtherAnchors.Prepend(request.Anchor))
        {
            if (request.StandsOnPoint)
            {
                var box = PaperBox.Around(anchor, request.Width, request.Height);
                if (IsFree(box)) return new LabelPlacement(request, box, null);
                continue;
            }
            PaperBox[] free = [.. Sides
                .Select(s => Beside(request, anchor, s.X, s.Y, request.Clearance + Gap))
                .Where(IsFree)];
            if (free.Length == 0) continue;
            return new LabelPlacement(request, free.MinBy(CoveredLines), null);
        }
        return request.MayHaveLeader ? FindWithLeader(request) : null;
    }

    private LabelPlacement? FindWithLeader(LabelRequest request)
    {
        foreach (double length in LeaderLengths)
        {
            foreach ((int x, int y) in Sides)
            {
                PaperBox box = Beside(request, request.Anchor, x, y, request.Clearance + length);
                if (!IsFree(box)) continue;
                var end = new PaperPoint(
                    Math.Clamp(request.Anchor.X, box.Left, box.Right), Math.Clamp(request.Anchor.Y, box.Top, box.Bottom));
                if (LeaderIsFree(request, end)) return new LabelPlacement(request, box, end);
            }
        }
        return null;
    }

    /// <summary>The label's box on one side of a point; on the corners the distance counts along each axis.</summary>
    private static PaperBox Beside(LabelRequest request, PaperPoint anchor, int x, int y, double distance)
    {
        var centre = new PaperPoint(
            anchor.X + x * (distance + request.Width / 2), anchor.Y + y * (distance + request.Height / 2));
        return PaperBox.Around(centre, request.Width, request.Height);
    }

    private int CoveredLines(PaperBox box)
    {
        int covered = 0;
        foreach (PaperBox line in lines)
        {
            if (box.Overlaps(line)) covered++;
        }
        return covered;
    }

    private bool IsFree(PaperBox box)
    {
        if (!frame.Contains(box)) return false;
        foreach (PaperBox other in taken)
        {
            if (box.Overlaps(other)) return false;
        }
        return true;
    }

    private bool LeaderIsFree(LabelRequest request, PaperPoint end)
    {
        PaperBox symbol = PaperBox.Around(request.Anchor, request.Clearance * 2, request.Clearance * 2);
        foreach (PaperBox step in Along(request.Anchor, end))
        {
            if (!step.Overlaps(symbol) && !IsFree(step)) return false;
        }
        return true;
    }

    /// <summary>The line as a row of small boxes.</summary>
    private static IEnumerable<PaperBox> Along(PaperPoint from, PaperPoint to)
    {
        double length = Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y));
        int steps = Math.Max(1, (int)Math.Ceiling(length / LeaderStep));
        // The last step touches the label's own box; what comes after must keep off the rest.
        for (int i = 0; i < steps; i++)
        {
            double share = (double)i / steps;
            yield return PaperBox.Around(
                new PaperPoint(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share), LeaderStep / 2, LeaderStep / 2);
        }
    }
}
