using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>Roads and ferries that are closed in what a sheet shows, by tried edits or by those that stand in the case: a dashed line with crosses on it.</summary>
internal static class ClosedRoads
{
    private const double Casing = 0.6;
    private const double CrossArm = 1.1;
    private const double CrossesApart = 7;
    private const double CrossWidth = 0.5;
    private static readonly double[] Dashes = [1.6, 1.3];

    /// <summary>Whether any reaches into the window.</summary>
    public static bool AreIn(AccessStudy study, PaperFrame frame) => In(study, frame).Any();

    /// <summary>Those in the window; an empty group where there are none.</summary>
    /// <param name="study">What was measured.</param>
    /// <param name="style">Of the map.</param>
    /// <param name="frame">Where it stands.</param>
    /// <param name="scale">1 for a full sheet.</param>
    public static GroupItem Draw(AccessStudy study, MapStyle style, PaperFrame frame, double scale)
    {
        IReadOnlyList<PaperPoint>[] lines = [.. In(study, frame).Select(line => PaperShapes.Line(frame, line))];
        return new GroupItem("closed-roads", lines.Length == 0 ? [] : [.. Items(lines, style.ClosedRoad, scale)]);
    }

    /// <summary>One for a legend.</summary>
    public static IEnumerable<DrawingItem> Sign(PaperPoint from, PaperPoint to, MapStyle style) => Items([[from, to]], style.ClosedRoad, 1);

    private static IEnumerable<PlanePoint[]> In(AccessStudy study, PaperFrame frame)
    {
        Envelope window = frame.Extent;
        return ClosedLines.Of(study.Scenario).Where(line => window.Intersects(CaseExtent.Of(line)));
    }

    private static IEnumerable<DrawingItem> Items(IReadOnlyList<IReadOnlyList<PaperPoint>> lines, ClosedRoadStyle style, double scale)
    {
        IReadOnlyList<PaperPoint>[] crosses = [.. Crosses(lines, scale).SelectMany(at => Cross(at, CrossArm * scale))];
        yield return new LineItem(lines, new Stroke(style.Casing, (style.WidthMm + Casing) * scale));
        yield return new LineItem(lines, new Stroke(style.Colour, style.WidthMm * scale, [.. Dashes.Select(d => d * scale)]));
        yield return new LineItem(crosses, new Stroke(style.Casing, (CrossWidth + Casing) * scale));
        yield return new LineItem(crosses, new Stroke(style.Colour, CrossWidth * scale));
    }

    /// <summary>Points of the lines, none nearer to another than crosses may stand; each stretch has one.</summary>
    private static List<PaperPoint> Crosses(IReadOnlyList<IReadOnlyList<PaperPoint>> lines, double scale)
    {
        double apart = CrossesApart * scale;
        var crosses = new List<PaperPoint>();
        // The longest first: a closure of one short link among many still gets its cross where none is near.
        foreach (IReadOnlyList<PaperPoint> line in lines.OrderByDescending(LengthOf))
        {
            double length = LengthOf(line);
            int steps = Math.Max(1, (int)(length / apart));
            for (int i = 0; i < steps; i++)
            {
                PaperPoint at = Along(line, length * (i + 0.5) / steps);
                if (crosses.TrueForAll(c => Distance(c, at) >= apart * 0.9)) crosses.Add(at);
            }
        }
        return crosses;
    }

    private static IEnumerable<IReadOnlyList<PaperPoint>> Cross(PaperPoint at, double arm) =>
    [
        [new(at.X - arm, at.Y - arm), new(at.X + arm, at.Y + arm)],
        [new(at.X - arm, at.Y + arm), new(at.X + arm, at.Y - arm)],
    ];

    private static PaperPoint Along(IReadOnlyList<PaperPoint> line, double distance)
    {
        for (int i = 1; i < line.Count; i++)
        {
            double step = Distance(line[i - 1], line[i]);
            if (distance <= step && step > 0)
            {
                double share = distance / step;
                return new PaperPoint(line[i - 1].X + (line[i].X - line[i - 1].X) * share, line[i - 1].Y + (line[i].Y - line[i - 1].Y) * share);
            }
            distance -= step;
        }
        return line[^1];
    }

    private static double LengthOf(IReadOnlyList<PaperPoint> line) => Enumerable.Range(1, Math.Max(0, line.Count - 1)).Sum(i => Distance(line[i - 1], line[i]));

    private static double Distance(PaperPoint a, PaperPoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
