using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of a structure municipality by municipality: mean travel time as colour and as figure. Without outlines
/// municipalities are discs at their centres.
/// </summary>
public static class MunicipalitySheet
{
    /// <summary>Draws the sheet.</summary>
    public static MapDrawing Draw(Publication publication, ComparedStructure compared, SheetSettings settings)
    {
        (AccessStudy study, StructureAccess access) = (publication.Study, compared.Access);
        PlanningCase planningCase = study.Case;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        MapStyle style = settings.Style;
        int[] classes = [.. access.ByMunicipality.Select(m => ClassOf(style, m))];
        PlaceClasses noPlaces = new([.. style.Classes.Select(c => new Fill(c.Colour)), style.NoAccess.ToFill()], [], 1);
        var map = new CaseMap(study, access.Structure, noPlaces, settings, sheet.Frame, lineScale: 1);
        MunicipalityShapes shapes = MunicipalityShapes.Of(planningCase, settings, sheet.Frame);
        GroupItem areas = shapes.Areas(style, m => noPlaces.Fills[classes[m]]);
        GroupItem labels = shapes.Labels(sheet, access.Structure, m => Figures.Minutes(access.ByMunicipality[m].MeanMinutes, book));
        AccessIndicators total = access.Total;
        sheet.KeyFigure(Figures.Minutes(total.MeanMinutes, book), book.Say("sheets.municipalities.figure"), MinutesText.ShortOf(planningCase));
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
        sheet.Legend.Symbols(sheet.Second, study, [access.Structure], sheet.Frame, settings.Background);
        foreach (string note in SheetNotes.OfRule([access], book)) sheet.Note(note);
        sheet.Note(book.Say("sheets.municipalities.mean"));
        string name1 = access.Structure.Name.In(book.Language);
        string subtitle = book.Say("sheets.municipalities.subtitle", planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        string list = string.Join("; ", planningCase.Municipalities.Index().Select(m => $"{m.Item.Name} {Figures.Minutes(access.ByMunicipality[m.Index].MeanMinutes, book)}"));
        return sheet.ToDrawing(
            book.Say("sheets.municipalities.title", $"{access.Structure.Id}: {name1}"), subtitle, $"{name1} – {planningCase.Name.In(book.Language)}", list + ".",
            [map.Draw([areas, MapGround.Water(settings.Background, style, sheet.Frame)]), labels, map.Border()],
            SheetProvenance.OfTimes(study, settings, sheet.Frame, $"{name1}. {subtitle}", access.Structure).Under(access.Rule));
    }

    private static int ClassOf(MapStyle style, AccessIndicators access) =>
        access.Served == 0 ? style.Classes.Count : style.ClassOf(TravelTime.FromMilliseconds((int)(access.PersonMilliseconds / access.Served)));
}
