using NavGeo.Data.Boundaries;
using NavGeo.Data.Projection;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;
using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NetTopologySuite.Algorithm.Locate;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of a structure municipality by municipality: mean travel time as colour and as figure. Without outlines
/// municipalities are discs at their centres.
/// </summary>
public static class MunicipalitySheet
{
    private const double NameSize = 2.4;
    private const double DiscRadius = 4;
    private const double Gap = 0.4;
    private const double LeaderClearance = 1;
    private const int Rings = 6;
    private const int Turns = 16;
    private const double RingStep = 2.5;

    /// <summary>Draws the sheet.</summary>
    public static MapDrawing Draw(AccessStudy study, StructureAccess access, SheetSettings settings)
    {
        PlanningCase planningCase = study.Case;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        MapStyle style = settings.Style;
        int[] classes = [.. access.ByMunicipality.Select(m => ClassOf(style, m))];
        PlaceClasses noPlaces = new([.. style.Classes.Select(c => new Fill(c.Colour)), PlaceClasses.NoAccess(style)], [], 1);
        var map = new CaseMap(study, access.Structure, noPlaces, settings, sheet.Frame, lineScale: 1);
        Shape[] shapes = Shapes(planningCase, settings, sheet.Frame);
        var areas = shapes.Select((shape, m) => shape.Area is { } rings
            ? (DrawingItem)new AreaItem(rings, noPlaces.Fills[classes[m]])
            : new CircleItem(shape.Middle, DiscRadius, noPlaces.Fills[classes[m]], new Stroke(style.Text.Plain, 0.15))).ToArray();
        GroupItem labels = Labels(planningCase, access, sheet, shapes);
        AccessIndicators total = access.Total;
        sheet.KeyFigure(Figures.Minutes(total.MeanMinutes, book), book.Say("sheets.municipalities.figure"));
        sheet.First.Heading(book.Say("sheets.municipalities.legend"));
        sheet.First.Skip(0.8);
        for (int i = 0; i <= style.Classes.Count; i++)
        {
            int count = classes.Count(c => c == i);
            string name = i == style.Classes.Count ? book.Say("sheets.municipalities.nobody") : sheet.Legend.NameOf(i);
            sheet.Legend.Class(sheet.First, noPlaces.Fills[i], name, book.Say("sheets.municipalities.count", count));
        }
        LegendParts.Sum(sheet.First, book.Say("maps.legend.total"), book.Say("sheets.municipalities.count", classes.Length));
        if (sheet.Second == sheet.First) sheet.Second.Skip(2);
        sheet.Legend.Symbols(sheet.Second, planningCase, [access.Structure], sheet.Frame, settings.Background);
        foreach (string note in SheetNotes.OfRule([access], book)) sheet.Note(note);
        sheet.Note(book.Say("sheets.municipalities.mean"));
        string name1 = access.Structure.Name.In(book.Language);
        string subtitle = book.Say("sheets.municipalities.subtitle", planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        string list = string.Join("; ", planningCase.Municipalities.Index().Select(m => $"{m.Item.Name} {Figures.Minutes(access.ByMunicipality[m.Index].MeanMinutes, book)}"));
        return sheet.ToDrawing(
            book.Say("sheets.municipalities.title", $"{access.Structure.Id}: {name1}"), subtitle, $"{name1} – {planningCase.Name.In(book.Language)}", list + ".",
            [map.Draw([new GroupItem("municipalities", areas), MapGround.Water(settings.Background, style, sheet.Frame)]), labels, map.Border()],
            SheetProvenance.OfTimes(study, settings, sheet.Frame, $"{name1}. {subtitle}", access.Structure).Under(access.Rule));
    }

    private static int ClassOf(MapStyle style, AccessIndicators access) =>
        access.Served == 0 ? style.Classes.Count : style.ClassOf(TravelTime.FromMilliseconds((int)(access.PersonMilliseconds / access.Served)));

    private static Shape[] Shapes(PlanningCase planningCase, SheetSettings settings, PaperFrame frame)
    {
        var outlines = settings.Background.Municipalities.ToDictionary(m => m.Number, StringComparer.Ordinal);
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        return [.. planningCase.Municipalities.Select(m =>
        {
            PaperPoint centre = frame.ToPaper(projection.ToPlane(m.Centre));
            if (!outlines.TryGetValue(m.Number, out MunicipalityBoundary? outline)) return new Shape(null, centre, []);
            NetTopologySuite.Geometries.Point inside = outline.Area.InteriorPoint;
            return new Shape(
                PaperShapes.Rings(frame, outline.Area), frame.ToPaper(new PlanePoint(inside.X, inside.Y)), [.. Within(outline.Area, inside.Coordinate, frame)]);
        })];
    }

    private static GroupItem Labels(PlanningCase planningCase, StructureAccess access, MapSheet sheet, Shape[] shapes)
    {
        MapStyle style = sheet.Settings.Style;
        Phrasebook book = sheet.Book;
        double symbol = SiteSymbols.ScaleFor(planningCase.Sites.Count);
        IEnumerable<PaperBox> symbols = planningCase.Sites.Select((site, i) =>
        {
            double size = SiteSymbols.RadiusOf(SiteOpening.Of(access.Structure, site.Id), symbol) * 2;
            return PaperBox.Around(sheet.Frame.ToPaper(planningCase.SitePoints[i]), size, size);
        });
        var placer = new LabelPlacer(sheet.Frame.Box.Grown(-0.8), symbols);
        var items = new List<DrawingItem>();
        var unnamed = new List<string>();
        foreach ((int m, Municipality municipality) in planningCase.Municipalities.Index().OrderByDescending(m => m.Item.Population))
        {
            var name = new TextItem(municipality.Name, default, NameSize, style.Text.Strong) { IsBold = true, Anchor = TextAnchor.Middle, Halo = new Stroke(style.Text.Halo, 0.6) };
            TextItem figure = name with { Text = Figures.Minutes(access.ByMunicipality[m].MeanMinutes, book), IsBold = false };
            double width = Math.Max(name.Width, figure.Width) + Gap;
            var request = new LabelRequest(municipality.Number, shapes[m].Middle, shapes[m].Area is null ? DiscRadius : LeaderClearance, width, NameSize * 2.2, 0);
            LabelRequest inside = request with { StandsOnPoint = true, OtherAnchors = shapes[m].Others };
            // A name with a line would stand in another municipality and read as its own.
            if (placer.Place([shapes[m].Area is null ? request with { MayHaveLeader = true } : inside]) is not [LabelPlacement placement])
            {
                unnamed.Add(municipality.Name);
                continue;
            }
            if (placement.LeaderEnd is { } end) items.Add(new LineItem([[end, shapes[m].Middle]], new Stroke(style.Text.Plain, 0.2)));
            PaperPoint middle = placement.Box.Centre;
            // The name comes last: the rim of the figure would cover its lower parts.
            items.Add(figure with { Baseline = new PaperPoint(middle.X, middle.Y + NameSize * 0.9) });
            items.Add(name with { Baseline = new PaperPoint(middle.X, middle.Y - NameSize * 0.15) });
        }
        sheet.NoteUnnamed(unnamed);
        return new GroupItem("names", items);
    }

    /// <summary>Points of a municipality in rings around one of its points, the nearest first.</summary>
    private static IEnumerable<PaperPoint> Within(NetTopologySuite.Geometries.Geometry area, NetTopologySuite.Geometries.Coordinate middle, PaperFrame frame)
    {
        var locator = new IndexedPointInAreaLocator(area);
        for (int ring = 1; ring <= Rings; ring++)
        {
            for (int turn = 0; turn < Turns; turn++)
            {
                (double sine, double cosine) = Math.SinCos(turn * 2 * Math.PI / Turns);
                double metres = frame.Metres(ring * RingStep);
                var at = new NetTopologySuite.Geometries.Coordinate(middle.X + metres * cosine, middle.Y + metres * sine);
                if (locator.Locate(at) == NetTopologySuite.Geometries.Location.Interior) yield return frame.ToPaper(new PlanePoint(at.X, at.Y));
            }
        }
    }

    /// <summary>A municipality on paper: its rings, or none where only its centre is known; a point inside it, and others.</summary>
    private readonly record struct Shape(
        IReadOnlyList<IReadOnlyList<PaperPoint>>? Area, PaperPoint Middle, IReadOnlyList<PaperPoint> Others);
}
