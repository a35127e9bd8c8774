using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The names on a map: sites first, then road numbers, then settlements by size, then municipalities. None covers
/// another, a symbol or the frame.
/// </summary>
internal sealed class MapNames
{
    private const double OpenSize = 3.2;
    private const double CrowdedSize = 2.6;
    private const int ManySites = 20;
    private const double ClosedSize = 2.4;
    private const double SettlementSize = 2.4;
    private const double AreaSize = 2.4;
    private const double DotRadius = 0.45;
    private const int MostSettlements = 24;
    private const int OpenPriority = 3_000_000;
    private const int ClosedPriority = 2_000_000;
    private const double SameTownMetres = 3_000;
    private const double NeighbourSize = 2.1;

    /// <summary>Names of neighbours are looked for a place of in steps so long.</summary>
    private const double SampleMillimetres = 4;

    /// <summary>A neighbour of which less is seen has no room for a name.</summary>
    private const int LeastSamples = 6;

    private const int MostAnchors = 24;
    private const int MostNeighbours = 120;

    /// <summary>Settlements times places: beyond it people are not counted around each.</summary>
    private const long MostCounted = 40_000_000;

    private readonly PlanningCase planningCase;
    private readonly Structure structure;
    private readonly SheetSettings settings;
    private readonly PaperFrame frame;
    private readonly List<DrawingItem> items = [];
    private readonly List<string> missing = [];
    private readonly LabelPlacer placer;
    private readonly SiteOpening[] openings;

    public MapNames(AccessStudy study, Structure structure, SheetSettings settings, PaperFrame frame)
    {
        planningCase = study.Case;
        this.structure = structure;
        this.settings = settings;
        this.frame = frame;
        openings = [.. planningCase.Sites.Select(s => SiteOpening.Of(structure, s.Id))];
        placer = new LabelPlacer(frame.Box.Grown(-0.8), [.. SymbolBoxes()], LineBoxes(study.Metric.Graph));
        PlaceSites();
        items.AddRange(new RoadShields(study.Metric.Graph, settings.Style, frame).Draw(placer));
        PlaceSettlements();
        PlaceMunicipalities();
        PlaceNeighbours();
    }

    /// <summary>The placed names with their leaders.</summary>
    public GroupItem Group => new("names", items);

    /// <summary>Open sites whose name found no room; the sheet names them beside the map.</summary>
    public IReadOnlyList<string> Missing => missing;

    private MapStyle Style => settings.Style;

    private IEnumerable<PaperBox> SymbolBoxes()
    {
        for (int i = 0; i < openings.Length; i++)
        {
            double size = SiteSymbols.RadiusOf(openings[i], SiteSymbols.ScaleFor(openings.Length)) * 2;
            yield return PaperBox.Around(frame.ToPaper(planningCase.SitePoints[i]), size, size);
        }
    }

    /// <summary>The main roads and ferries as rows of small boxes, so that names stand beside and not on them.</summary>
    private IEnumerable<PaperBox> LineBoxes(RoadGraph graph)
    {
        foreach (int edge in RoadsInFrame.Of(graph, frame))
        {
            if (RoadsInFrame.KindOf(graph, edge) is not (RoadKind.Trunk or RoadKind.Ferry)) continue;
            IReadOnlyList<PaperPoint> line = PaperShapes.Line(frame, graph.Shape(edge));
            for (int i = 1; i < line.Count; i++)
            {
                double east = line[i].X - line[i - 1].X;
                double south = line[i].Y - line[i - 1].Y;
                int steps = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(east * east + south * south)));
                for (int step = 0; step < steps; step++)
                {
                    double share = (step + 0.5) / steps;
                    var at = new PaperPoint(line[i - 1].X + east * share, line[i - 1].Y + south * share);
                    if (frame.Box.Contains(at)) yield return PaperBox.Around(at, 0.6, 0.6);
                }
            }
        }
    }

    private void PlaceSites()
    {
        var texts = new Dictionary<string, TextItem>(StringComparer.Ordinal);
        double openSize = openings.Count(o => o.IsOpen) > ManySites ? CrowdedSize : OpenSize;
        var requests = new List<LabelRequest>();
        for (int i = 0; i < openings.Length; i++)
        {
            ServiceSite site = planningCase.Sites[i];
            bool isOpen = openings[i].IsOpen;
            string name = site.IsPositionEstimated ? site.Name + "*" : site.Name;
            var text = new TextItem(name, default, isOpen ? openSize : ClosedSize, isOpen ? Style.Text.Strong : Style.Text.Weak)
            {
                IsBold = isOpen,
                Halo = Halo,
            };
            texts[site.Id] = text;
            requests.Add(Request(
                site.Id, text, frame.ToPaper(planningCase.SitePoints[i]), SiteSymbols.RadiusOf(openings[i], SiteSymbols.ScaleFor(openings.Length)), isOpen ? OpenPriority : ClosedPriority)
                with
            { MayHaveLeader = isOpen });
        }
        IReadOnlyList<LabelPlacement> placements = placer.Place(requests);
        foreach (LabelPlacement placement in placements) Draw(placement, texts[placement.Request.Id]);
        var named = placements.Select(p => p.Request.Id).ToHashSet(StringComparer.Ordinal);
        missing.AddRange(Enumerable.Range(0, openings.Length)
            .Where(i => openings[i].IsOpen && !named.Contains(planningCase.Sites[i].Id) && frame.Box.Contains(frame.ToPaper(planningCase.SitePoints[i])))
            .Select(i => planningCase.Sites[i].Name));
    }

    private void PlaceSettlements()
    {
        int at = 0;
        foreach (MapSettlement settlement in Settlements())
        {
            PaperPoint point = frame.ToPaper(settlement.Point);
            var text = new TextItem(settlement.Name, default, SettlementSize, Style.Text.Plain) { Halo = Halo };
            LabelRequest request = Request("settlement" + at++, text, point, DotRadius, settlement.People);
            if (!placer.TryReserve(PaperBox.Around(point, DotRadius * 2, DotRadius * 2))) continue;
            if (placer.Place([request]) is not [LabelPlacement placement]) continue;
            items.Add(new CircleItem(point, DotRadius, new Fill(Style.Text.Plain), new Stroke(Style.Text.Halo, 0.2)));
            Draw(placement, text);
        }
    }

    /// <summary>The largest named places that no site stands in, large ones first.</summary>
    private IEnumerable<MapSettlement> Settlements()
    {
        Demand demand = planningCase.Demand;
        List<MapSettlement> all = [.. settings.Background.Settlements, .. SettlementsOfCase()];
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Names[place] is { } name) all.Add(new MapSettlement(name, demand.Points[place], demand.People[place]));
        }
        if (settings.Background.Municipalities.Count == 0)
        {
            MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
            all.AddRange(planningCase.Municipalities.Select(m => new MapSettlement(m.Name, projection.ToPlane(m.Centre), m.Population)));
        }
        return all
            .Where(s => planningCase.SitePoints.All(p => p.DistanceTo(s.Point) > SameTownMetres)
                && planningCase.Sites.All(site => site.Name != s.Name))
            .OrderByDescending(s => s.People)
            .DistinctBy(s => s.Name)
            .Take(MostSettlements);
    }

    /// <summary>Those the case knows from its map, with the people around each; of a country without them, in the order of their kinds.</summary>
    private IEnumerable<MapSettlement> SettlementsOfCase()
    {
        Settlement[] shown = [.. planningCase.Settlements.Where(s => !s.IsValley && s.Municipality >= 0 && frame.Box.Contains(frame.ToPaper(s.Point)))];
        Demand demand = planningCase.Demand;
        bool isCounted = (long)shown.Length * demand.Count <= MostCounted;
        for (int i = 0; i < shown.Length; i++)
        {
            int people = shown.Length - i;
            for (int place = 0; isCounted && place < demand.Count; place++)
            {
                if (demand.Points[place].DistanceTo(shown[i].Point) <= DensestSettlement.ReachMetres) people += demand.People[place];
            }
            yield return new MapSettlement(shown[i].Name, shown[i].Point, people);
        }
    }

    /// <summary>The municipalities around, where enough of their land is seen.</summary>
    private void PlaceNeighbours()
    {
        if (settings.Background.Neighbours.Count > MostNeighbours) return;
        WaterAreas? water = WaterAreas.Of(settings.Background);
        foreach (MunicipalityBoundary outline in settings.Background.Neighbours)
        {
            PlanePoint[] land = [.. LandSeen(outline, water)];
            if (land.Length < LeastSamples) continue;
            var middle = new PlanePoint(land.Average(p => p.Easting), land.Average(p => p.Northing));
            PaperPoint[] anchors = [.. land.OrderBy(p => p.DistanceTo(middle)).Take(MostAnchors).Select(frame.ToPaper)];
            var text = new TextItem(outline.Name.Split(" – ")[0].ToUpperInvariant(), default, NeighbourSize, Style.Text.Weak) { Halo = new Stroke(Style.Text.Halo, 0.4) };
            LabelRequest request = Request("neighbour" + outline.Number, text, anchors[0], 0, 0) with { StandsOnPoint = true, OtherAnchors = anchors[1..] };
            if (placer.Place([request]) is [LabelPlacement placement]) Draw(placement, text);
        }
    }

    /// <summary>Points of a municipality that the map shows and that are land, in a grid of some millimetres.</summary>
    private IEnumerable<PlanePoint> LandSeen(MunicipalityBoundary outline, WaterAreas? water)
    {
        Envelope seen = outline.Extent.Intersection(frame.Extent);
        if (seen.IsNull) yield break;
        var inside = new IndexedPointInAreaLocator(outline.Area);
        double step = frame.Metres(SampleMillimetres);
        for (double north = seen.MinY + step / 2; north < seen.MaxY; north += step)
        {
            for (double east = seen.MinX + step / 2; east < seen.MaxX; east += step)
            {
                var at = new PlanePoint(east, north);
                if (inside.Locate(new Coordinate(east, north)) == Location.Interior && water?.Holds(at) != true) yield return at;
            }
        }
    }

    private void PlaceMunicipalities()
    {
        for (int i = 0; i < settings.Background.Municipalities.Count; i++)
        {
            MunicipalityBoundary outline = settings.Background.Municipalities[i];
            if (IsNamedBySite(NameOf(outline))) continue;
            PaperPoint point = PaperOf(outline.Area.InteriorPoint);
            var text = new TextItem(NameOf(outline).ToUpperInvariant(), default, AreaSize, Style.Text.Weak) { Halo = Halo };
            PaperPoint centroid = PaperOf(outline.Area.Centroid);
            LabelRequest request = Request("municipality" + i, text, point, 0, 0) with
            {
                StandsOnPoint = true,
                OtherAnchors = [.. Around(centroid), .. Around(point)],
            };
            if (placer.Place([request]) is [LabelPlacement placement]) Draw(placement, text);
        }
    }

    /// <summary>A site called after its municipality names it already.</summary>
    private bool IsNamedBySite(string municipality)
    {
        string first = municipality.Split([" – ", " - ", "/"], StringSplitOptions.None)[0].Trim();
        return planningCase.Sites.Any(s => s.Name.Split(' ').Contains(first, StringComparer.OrdinalIgnoreCase) && !missing.Contains(s.Name));
    }

    /// <summary>The case's own name goes before that of the boundary file, which may say "Nes (Buskerud)".</summary>
    private string NameOf(MunicipalityBoundary outline) =>
        planningCase.Municipalities.FirstOrDefault(m => m.Number == outline.Number)?.Name ?? outline.Name;

    private static IEnumerable<PaperPoint> Around(PaperPoint point)
    {
        for (int ring = 1; ring <= 3; ring++)
        {
            for (int turn = 0; turn < 8; turn++)
            {
                (double sine, double cosine) = Math.SinCos(turn * Math.PI / 4);
                yield return new PaperPoint(point.X + ring * 2.5 * cosine, point.Y + ring * 2.5 * sine);
            }
        }
    }

    private PaperPoint PaperOf(NetTopologySuite.Geometries.Point point) => frame.ToPaper(new PlanePoint(point.X, point.Y));

    private Stroke Halo => new(Style.Text.Halo, 0.7);

    private static LabelRequest Request(string id, TextItem text, PaperPoint anchor, double clearance, int priority) =>
        new(id, anchor, clearance, text.Width + 0.4, LineHeight(text.Size), priority);

    private static double LineHeight(double size) => size * (SheetFont.CapitalHeight + SheetFont.Descent) + 0.3;

    private void Draw(LabelPlacement placement, TextItem text)
    {
        if (placement.LeaderEnd is { } end)
            items.Add(new LineItem([[end, placement.Request.Anchor]], new Stroke(Style.Text.Plain, 0.2)));
        PaperBox box = placement.Box;
        double baseline = box.Bottom - 0.15 - text.Size * SheetFont.Descent;
        items.Add(text with { Baseline = new PaperPoint(box.Left + 0.2, baseline) });
    }
}
