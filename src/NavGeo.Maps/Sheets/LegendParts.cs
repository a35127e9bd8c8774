using NavGeo.Data.Ground;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Maps.Sheets;

/// <summary>The blocks of a legend, shared by the sheets.</summary>
internal sealed class LegendParts(MapStyle style, Phrasebook book)
{
    private const double RowHeight = 4.7;
    private const double SwatchWidth = 7;
    private const double SwatchHeight = 3.4;
    private const double Indent = 9.5;

    /// <summary>The classes with how many people live in each; those without access are always there.</summary>
    /// <param name="column">Where they stand.</param>
    /// <param name="tally">The people of each class.</param>
    public void Classes(SheetColumn column, ClassTally tally)
    {
        column.Heading(book.Say("maps.legend.travel-time"));
        column.Skip(0.8);
        for (int i = 0; i < style.Classes.Count; i++)
        {
            Swatch(column, new Fill(style.Classes[i].Colour));
            column.Row(NameOf(i), Counted(i, tally.People[i]), RowHeight, Indent);
        }
        Swatch(column, style.NoAccess.ToFill());
        column.Row(book.Say("maps.legend.no-access"), Counted(style.Classes.Count, tally.WithoutAccess), RowHeight, Indent);
        column.Row(book.Say("maps.legend.total"), People(tally.Total), RowHeight, Indent, isBold: true);

        // None would deny a colour that is on the map.
        string Counted(int index, long people) => people == 0 && tally.HasFew[index] ? book.Say("maps.legend.few", tally.LeastPeople) : People(people);
    }

    /// <summary>A number of people.</summary>
    public string People(long people) => book.Say("maps.legend.people", people);

    /// <summary>The classes alone, for a sheet of many maps.</summary>
    public void ClassNames(SheetColumn column)
    {
        column.Heading(book.Say("maps.legend.travel-time"));
        column.Skip(0.8);
        for (int i = 0; i < style.Classes.Count; i++)
        {
            Swatch(column, new Fill(style.Classes[i].Colour));
            column.Row(NameOf(i), "", RowHeight, Indent);
        }
        Swatch(column, style.NoAccess.ToFill());
        column.Row(book.Say("maps.legend.no-access"), "", RowHeight, Indent);
    }

    /// <summary>One coloured row: what a class is and how many people are in it.</summary>
    public void Class(SheetColumn column, Fill fill, string name, string figure, bool isBold = false)
    {
        Swatch(column, fill);
        column.Row(name, figure, RowHeight, Indent, isBold);
    }

    /// <summary>A row without colour.</summary>
    public static void Plain(SheetColumn column, string name, string figure) => column.Row(name, figure, RowHeight, Indent);

    /// <summary>The last row, that of all.</summary>
    public static void Sum(SheetColumn column, string name, string figure) => column.Row(name, figure, RowHeight, Indent, isBold: true);

    /// <summary>Sites, roads and lines that the map really shows.</summary>
    public void Symbols(SheetColumn column, AccessStudy study, IReadOnlyList<Structure> structures, PaperFrame frame, MapBackground background)
    {
        PlanningCase planningCase = study.Case;
        column.Heading(book.Say("maps.legend.symbols"));
        column.Skip(0.8);
        SiteOpening[] openings = [.. structures.SelectMany(s => planningCase.Sites.Select(site => SiteOpening.Of(s, site.Id)))];
        Site(column, openings, o => o.IsOpenEveryDay, "maps.legend.open-every-day");
        Site(column, openings, o => o is { IsOpen: true, IsOpenEveryDay: false }, "maps.legend.open-some-days");
        Site(column, openings, o => !o.IsOpen, "maps.legend.closed");
        int[] drawn = [.. RoadsInFrame.Of(planningCase.Roads, frame)];
        var shown = drawn.Select(e => RoadsInFrame.KindOf(planningCase.Roads, e)).ToHashSet();
        var boats = drawn.Select(e => planningCase.Roads.EdgeKinds[e]).Where(k => k.IsFerry()).ToHashSet();
        foreach (RoadStyle road in style.Roads.Where(r => shown.Contains(r.Kind)))
        {
            Line(column, CaseMap.StrokeOf(road, 1));
            column.Row(book.Say(road.Kind == RoadKind.Ferry ? FerryKeyOf(boats) : KeyOf(road.Kind)), "", RowHeight, Indent);
        }
        if (ClosedRoads.AreIn(study, frame))
        {
            double y = column.Y + RowHeight / 2;
            foreach (DrawingItem item in ClosedRoads.Sign(new(column.Box.Left, y), new(column.Box.Left + SwatchWidth, y), style)) column.Add(item);
            column.Row(book.Say("maps.legend.closed-road"), "", RowHeight, Indent);
        }
        if (background.Municipalities.Count > 0)
        {
            Line(column, new Stroke(style.Ground.Boundary, style.Ground.BoundaryMm));
            column.Row(book.Say("maps.legend.boundary"), "", RowHeight, Indent);
        }
        if (background.Neighbours.Count > 0)
        {
            Swatch(column, new Fill(style.Ground.Outside));
            column.Row(book.Say("maps.legend.neighbours"), "", RowHeight, Indent);
        }
    }

    private static string FerryKeyOf(HashSet<LinkKind> boats) => boats.Contains(LinkKind.PassengerBoat)
        ? boats.Contains(LinkKind.CarFerry) ? "maps.legend.ferry-and-boat" : "maps.legend.boat"
        : KeyOf(RoadKind.Ferry);

    private static string KeyOf(RoadKind kind) => kind switch
    {
        RoadKind.Trunk => "maps.legend.trunk-road",
        RoadKind.County => "maps.legend.county-road",
        RoadKind.Ferry => "maps.legend.ferry",
        _ => "maps.legend.other-road",
    };

    /// <summary>The name of a class of travel time.</summary>
    public string NameOf(int index) => book.Say(style.TitleOf(index));

    private void Swatch(SheetColumn column, Fill fill)
    {
        double middle = column.Y + RowHeight / 2;
        var box = new PaperBox(column.Box.Left, middle - SwatchHeight / 2, column.Box.Left + SwatchWidth, middle + SwatchHeight / 2);
        column.Add(new BoxItem(box, fill, new Stroke(style.Text.Weak, 0.12)));
    }

    private void Site(SheetColumn column, IEnumerable<SiteOpening> openings, Func<SiteOpening, bool> isKind, string key)
    {
        if (openings.Where(isKind).Take(1).ToArray() is not [SiteOpening first]) return;
        var at = new PaperPoint(column.Box.Left + SwatchWidth / 2, column.Y + RowHeight / 2);
        foreach (DrawingItem item in SiteSymbols.Symbol(first, at, style, 1)) column.Add(item);
        column.Row(book.Say(key), "", RowHeight, Indent);
    }

    private static void Line(SheetColumn column, Stroke stroke)
    {
        double y = column.Y + RowHeight / 2;
        column.Add(new LineItem([[new(column.Box.Left, y), new(column.Box.Left + SwatchWidth, y)]], stroke));
    }
}
