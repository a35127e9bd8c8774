using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;
using NavGeo.Maps.Styles;
using NavGeo.Routing.Graph;

namespace NavGeo.Maps.Sheets;

/// <summary>The signs with road numbers: each numbered road gets one for every stretch of its length that shows.</summary>
internal sealed class RoadShields
{
    private const double Size = 2;
    private const double Height = 2.7;
    private const double CandidateStep = 2;
    private const double LengthPerShield = 70;
    private const double LeastApart = 40;
    private const double LeastLength = 14;
    private const int MostPerRoad = 5;

    /// <summary>County roads from this number on are local ones; at smaller scales than 1:400 000 they need no sign.</summary>
    private const int FirstLocalNumber = 1000;
    private const long LocalScale = 400_000;

    private readonly MapStyle style;
    private readonly PaperFrame frame;
    private readonly SortedDictionary<(RoadKind Kind, int Category, int Number), List<PaperPoint>> roads = [];

    public RoadShields(RoadGraph graph, MapStyle style, PaperFrame frame)
    {
        this.style = style;
        this.frame = frame;
        foreach (int edge in RoadsInFrame.Of(graph, frame))
        {
            RoadNumber road = graph.EdgeRoads[edge];
            RoadKind kind = RoadsInFrame.KindOf(graph, edge);
            if (frame.Denominator > LocalScale && road.Category == RoadCategory.County && road.Number >= FirstLocalNumber) continue;
            if (!road.IsNumbered || style.Shields.All(s => s.Kind != kind)) continue;
            (RoadKind, int, int) key = (kind, (int)road.Category, road.Number);
            if (!roads.TryGetValue(key, out List<PaperPoint>? points)) roads[key] = points = [];
            AddCandidates(points, PaperShapes.Line(frame, graph.Shape(edge)));
        }
    }

    /// <summary>Places the signs and draws those that found room.</summary>
    public IEnumerable<DrawingItem> Draw(LabelPlacer placer)
    {
        foreach (((RoadKind kind, int category, int number), List<PaperPoint> points) in roads)
        {
            double length = points.Count * CandidateStep;
            if (length < LeastLength) continue;
            string text = TextOf((RoadCategory)category, number);
            double width = SheetFont.Measure(text, Size, isBold: true) + 1.4;
            int wanted = Math.Clamp((int)Math.Round(length / LengthPerShield), 1, MostPerRoad);
            List<PaperPoint> free = points;
            for (int i = 0; i < wanted && free.Count > 0; i++)
            {
                // The middle of what is left first; the others follow outwards from there.
                PaperPoint middle = free[free.Count / 2];
                var request = new LabelRequest(text, middle, 0, width + 0.6, Height + 0.6, 0)
                {
                    StandsOnPoint = true,
                    OtherAnchors = [.. free.OrderBy(p => Distance(p, middle))],
                };
                if (placer.Place([request]) is not [LabelPlacement placement]) break;
                PaperPoint at = placement.Box.Centre;
                foreach (DrawingItem item in Sign(kind, text, PaperBox.Around(at, width, Height))) yield return item;
                free = [.. free.Where(p => Distance(p, at) > LeastApart)];
            }
        }
    }

    private IEnumerable<DrawingItem> Sign(RoadKind kind, string text, PaperBox box)
    {
        ShieldStyle shield = style.Shields.First(s => s.Kind == kind);
        yield return new BoxItem(box, new Fill(shield.Fill), new Stroke(shield.Frame, 0.2), 0.5);
        var baseline = new PaperPoint(box.Centre.X, box.Centre.Y + Size * SheetFont.CapitalHeight / 2);
        yield return new TextItem(text, baseline, Size, shield.Text) { IsBold = true, Anchor = TextAnchor.Middle };
    }

    /// <summary>Norwegian signs write the E of European roads and leave out Rv and Fv; the colour says it.</summary>
    private static string TextOf(RoadCategory category, int number) =>
        (category == RoadCategory.European ? "E" : "") + number.ToString(CultureInfo.InvariantCulture);

    private void AddCandidates(List<PaperPoint> points, IReadOnlyList<PaperPoint> line)
    {
        double since = CandidateStep / 2;
        for (int i = 1; i < line.Count; i++)
        {
            double length = Distance(line[i - 1], line[i]);
            while (since <= length && length > 0)
            {
                double share = since / length;
                var at = new PaperPoint(
                    line[i - 1].X + (line[i].X - line[i - 1].X) * share, line[i - 1].Y + (line[i].Y - line[i - 1].Y) * share);
                if (frame.Box.Contains(at)) points.Add(at);
                since += CandidateStep;
            }
            since -= length;
        }
    }

    private static double Distance(PaperPoint a, PaperPoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
