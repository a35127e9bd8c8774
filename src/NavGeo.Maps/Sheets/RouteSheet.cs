using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Trips;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of one way: from a place to its site today and under a structure, leg by leg with road numbers, ferries,
/// waits, kilometres and minutes.
/// </summary>
public static class RouteSheet
{
    private const double RowHeight = 4.2;

    /// <summary>So many legs are told of a way; the shortest roads beyond are told together.</summary>
    private const int MostLegs = 7;

    private const double LeastWindowMetres = 4_000;
    private const double StartRadius = 1.3;
    private const double CasingMm = 0.5;
    private const int NamedFirst = int.MaxValue;
    private static readonly PlaceClasses NoPlaces = new([], [], 0);

    /// <summary>Draws the sheet.</summary>
    /// <param name="publication">The measured case; the way today is that under its baseline.</param>
    /// <param name="compared">The structure the way then is under.</param>
    /// <param name="place">Index into the case's demand.</param>
    /// <param name="name">What the place is called.</param>
    /// <param name="settings">Language, paper and background.</param>
    public static MapDrawing Draw(Publication publication, ComparedStructure compared, int place, string name, SheetSettings settings)
    {
        (AccessStudy study, StructureAccess today, StructureAccess then) = (publication.Study, publication.Comparison.Structures[0].Access, compared.Access);
        PlanningCase planningCase = study.Case;
        Trip? before = TripFinder.Of(study, today.Assignment, place);
        Trip? after = TripFinder.Of(study, then.Assignment, place);
        bool isSame = before?.Site == after?.Site && before?.Milliseconds == after?.Milliseconds;
        // The place is named as a settlement is, before all others.
        SheetSettings named = settings with
        {
            Background = settings.Background with { Settlements = [new(name, planningCase.Demand.Points[place], NamedFirst), .. settings.Background.Settlements] },
        };
        var sheet = new MapSheet(study, named, Window(planningCase, place, before, after));
        Phrasebook book = sheet.Book;
        RouteStyle style = RouteStyle.Usual;
        var map = new CaseMap(study, then.Structure, NoPlaces, named, sheet.Frame, lineScale: 1);
        var names = new MapNames(study, then.Structure, named, sheet.Frame);
        // On changed roads the baseline is not what people have today.
        bool isEdited = !Yardstick.Of(study).IsToday;
        string edited = isEdited ? "-edited" : "";
        sheet.KeyFigure(
            Minutes(after, book),
            isSame ? book.Say("sheets.route.same" + edited, SiteOf(study, after, book), today.Structure.Id)
                : book.Say("sheets.route.figure" + edited, SiteOf(study, after, book), Minutes(before, book), SiteOf(study, before, book), today.Structure.Id));
        string first = isSame ? "sheets.route.now-and-then" + edited : isEdited ? "sheets.route.then" : "sheets.route.now";
        Legs(sheet, book.Say(first, today.Structure.Id, SiteOf(study, before, book)), before, style.Before);
        if (!isSame) Legs(sheet, book.Say("sheets.route.then", then.Structure.Id, SiteOf(study, after, book)), after, style.After);
        if (sheet.Second == sheet.First) sheet.Second.Skip(1);
        sheet.Legend.Symbols(sheet.Second, study, [then.Structure], sheet.Frame, settings.Background);
        if (before?.Legs.Any(l => l.IsEstimated) == true || after?.Legs.Any(l => l.IsEstimated) == true) sheet.Note(book.Say("sheets.route.estimated"));
        sheet.Note(book.Say(MinutesText.KeyFor("sheets.route.note", planningCase)));
        string structure = $"{then.Structure.Id}: {then.Structure.Name.In(book.Language)}";
        string subtitle = book.Say(
            "sheets.route.subtitle" + edited, structure, planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book), today.Structure.Id);
        return sheet.ToDrawing(
            book.Say("sheets.route.title", name), subtitle, $"{book.Say("sheets.route.title", name)} – {planningCase.Name.In(book.Language)}",
            string.Join(". ", ((Trip?[])[before, after]).OfType<Trip>().Select(t => $"{planningCase.Sites[t.Site].Name}: {string.Join(", ", t.Legs.Select(l => $"{NameOf(l, book)} {Figure(l, book)}"))}")) + ".",
            [map.Draw([]), Ways(study, then.Structure, settings.Style, sheet.Frame, style, place, before, isSame ? null : after), names.Group, map.Border()],
            SheetProvenance.Of(study, settings, sheet.Frame, $"{name}. {subtitle}", style.Name, then.Structure)
                .Against(today, study).With("place", planningCase.Demand.Ids[place]));
    }

    private static Envelope Window(PlanningCase planningCase, int place, params ReadOnlySpan<Trip?> trips)
    {
        Envelope window = CaseExtent.Of([planningCase.Demand.Points[place]]);
        foreach (Trip? trip in trips)
        {
            if (trip is not null) window.ExpandToInclude(CaseExtent.Of([.. trip.Line]));
        }
        double side = Math.Max(window.Width, window.Height);
        window.ExpandBy(Math.Max(side * 0.08, (LeastWindowMetres - side) / 2));
        return window;
    }

    private static void Legs(MapSheet sheet, string heading, Trip? trip, RouteLine line)
    {
        Phrasebook book = sheet.Book;
        SheetColumn column = sheet.First;
        column.Heading(heading);
        double y = column.Y + 1;
        column.Add(new LineItem([[new(column.Box.Left, y), new(column.Box.Right, y)]], new Stroke(line.Colour, line.WidthMm)));
        column.Skip(2.2);
        if (trip is null)
        {
            column.Row(book.Say("sheets.route.no-way"), "", RowHeight);
            return;
        }
        foreach (TripLeg leg in Told(trip.Legs, book)) column.Row(NameOf(leg, book), Figure(leg, book), RowHeight);
        column.Row(
            book.Say("sheets.route.all"), Figure(new TripLeg(TripLegKind.Road, "", trip.Legs.Sum(l => l.Millimetres), trip.Milliseconds, trip.Legs.Any(l => l.IsEstimated)), book),
            RowHeight, isBold: true);
        column.Skip(1);
    }

    /// <summary>The legs in their order; of very many the shortest roads are one leg at the end. Ferries and waits are always told.</summary>
    private static IEnumerable<TripLeg> Told(IReadOnlyList<TripLeg> legs, Phrasebook book)
    {
        TripLeg[] shortest = [.. legs.Where(l => l.Kind is TripLegKind.Road or TripLegKind.OffRoad).OrderBy(l => l.Milliseconds).Take(Math.Max(0, legs.Count - MostLegs + 1))];
        if (shortest.Length < 2) return legs;
        var rest = new TripLeg(
            TripLegKind.Road, book.Say("sheets.route.other-roads", shortest.Length), shortest.Sum(l => l.Millimetres), shortest.Sum(l => l.Milliseconds), shortest.Any(l => l.IsEstimated));
        return [.. legs.Where(l => !shortest.Contains(l, ReferenceEqualityComparer.Instance)), rest];
    }

    private static string NameOf(TripLeg leg, Phrasebook book) => leg.Kind switch
    {
        TripLegKind.Wait => book.Say("sheets.route.wait"),
        TripLegKind.OffRoad => book.Say("sheets.route.off-road"),
        TripLegKind.Ferry => leg.Name.Length > 0 ? book.Say("sheets.route.ferry", leg.Name) : book.Say("maps.legend.ferry"),
        _ => leg.Name.Length > 0 ? leg.Name : book.Say("sheets.route.road"),
    };

    private static string Figure(TripLeg leg, Phrasebook book)
    {
        string minutes = Figures.Minutes(leg.Milliseconds / 60_000.0, book) + (leg.IsEstimated ? "*" : "");
        return leg.Kind == TripLegKind.Wait ? minutes : book.Say("sheets.route.leg", book.Decimals(leg.Millimetres / 1e6, 1), minutes);
    }

    private static string Minutes(Trip? trip, Phrasebook book) => Figures.Minutes(trip?.Milliseconds / 60_000.0, book);

    private static string SiteOf(AccessStudy study, Trip? trip, Phrasebook book) =>
        trip is null ? book.Say("sheets.route.nowhere") : study.Case.Sites[trip.Site].Name;

    /// <summary>Both ways over the roads, with the sites and the start over them.</summary>
    private static GroupItem Ways(
        AccessStudy study, Structure structure, MapStyle map, PaperFrame frame, RouteStyle style, int place, params ReadOnlySpan<Trip?> trips)
    {
        var items = new List<DrawingItem>();
        for (int i = 0; i < trips.Length; i++)
        {
            if (trips[i] is not { } trip) continue;
            RouteLine look = i == 0 ? style.Before : style.After;
            IReadOnlyList<IReadOnlyList<PaperPoint>> line = [PaperShapes.Line(frame, [.. trip.Line])];
            items.Add(new LineItem(line, new Stroke(style.Casing, look.WidthMm + CasingMm)));
            items.Add(new LineItem(line, new Stroke(look.Colour, look.WidthMm)));
        }
        items.AddRange(SiteSymbols.Draw(study.Case, structure, map, frame, 1));
        items.Add(new CircleItem(frame.ToPaper(study.Case.Demand.Points[place]), StartRadius, new Fill(style.Casing), new Stroke(style.Start, 0.8)));
        return new GroupItem("ways", items, frame.Box);
    }
}
