using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;

namespace NavGeo.Maps.Sheets;

/// <summary>The sheet of who goes where: each open site with those who have it as their site, in colours that differ from those next to it.</summary>
public static class CatchmentSheet
{
    /// <summary>So many sites are listed; the others are counted.</summary>
    private const int MostListed = 10;

    /// <summary>Draws the sheet.</summary>
    public static MapDrawing Draw(Publication publication, ComparedStructure compared, SheetSettings settings)
    {
        (AccessStudy study, StructureAccess access) = (publication.Study, compared.Access);
        PlanningCase planningCase = study.Case;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        CatchmentStyle style = CatchmentStyle.Usual;
        int[] colours = ColoursOf(planningCase, access, style.Colours.Count);
        PlaceClasses classes = ClassesOf(planningCase, access, colours, settings.Style, style);
        var map = new CaseMap(study, access.Structure, classes, settings, sheet.Frame, lineScale: 1);
        var names = new MapNames(study, access.Structure, settings, sheet.Frame);
        int[] bySize = [.. Enumerable.Range(0, planningCase.Sites.Count).Where(s => access.BySite[s].Served > 0).OrderByDescending(s => access.BySite[s].Served)];
        sheet.KeyFigure(book.Whole(bySize.Length), book.Say("sheets.catchments.figure", bySize.Length));
        sheet.First.Heading(book.Say("sheets.catchments.legend"));
        sheet.First.Skip(0.8);
        foreach (int site in bySize.Take(MostListed))
            sheet.Legend.Class(sheet.First, classes.Fills[site], planningCase.Sites[site].Name, sheet.Legend.People(access.BySite[site].Served));
        if (bySize.Length > MostListed)
        {
            LegendParts.Plain(sheet.First, book.Say("sheets.catchments.others", bySize.Length - MostListed), sheet.Legend.People(bySize.Skip(MostListed).Sum(s => access.BySite[s].Served)));
        }
        sheet.Legend.Class(sheet.First, classes.Fills[^1], book.Say("maps.legend.no-access"), sheet.Legend.People(access.Total.WithoutAccess));
        LegendParts.Sum(sheet.First, book.Say("maps.legend.total"), book.Say("maps.legend.people", access.Total.People));
        if (sheet.Second == sheet.First) sheet.Second.Skip(2);
        sheet.Legend.Symbols(sheet.Second, study, [access.Structure], sheet.Frame, settings.Background);
        sheet.NoteMissing(names.Missing);
        foreach (string note in (string[])[.. SheetNotes.OfRule([access], book), .. SheetNotes.OfDrawing(planningCase.Demand, sheet.Frame, book)]) sheet.Note(note);
        string name = access.Structure.Name.In(book.Language);
        string subtitle = book.Say(MinutesText.KeyFor("sheets.catchments.subtitle", planningCase), planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        string list = string.Join("; ", bySize.Select(s => $"{planningCase.Sites[s].Name} {sheet.Legend.People(access.BySite[s].Served)}"));
        return sheet.ToDrawing(
            book.Say("sheets.catchments.title", $"{access.Structure.Id}: {name}"), subtitle, $"{name} – {planningCase.Name.In(book.Language)}", list + ".",
            [map.Draw(), names.Group, map.Border()],
            SheetProvenance.Of(study, settings, sheet.Frame, $"{name}. {subtitle}", style.Name, access.Structure).Under(access.Rule));
    }

    private static PlaceClasses ClassesOf(PlanningCase planningCase, StructureAccess access, int[] colours, MapStyle map, CatchmentStyle style)
    {
        int sites = planningCase.Sites.Count;
        var classes = new int[planningCase.Demand.Count];
        for (int place = 0; place < classes.Length; place++)
        {
            int site = access.Assignment.Sites[place];
            classes[place] = access.Assignment.States[place] == AccessState.Outside ? -1 : site == SiteAssignment.NoSite ? sites : site;
        }
        return new PlaceClasses([.. colours.Select(c => new Fill(style.Colours[c])), map.NoAccess.ToFill()], classes, 1);
    }

    /// <summary>
    /// A colour for each site: from the largest catchment on, the one whose nearest bearer is farthest away, so that
    /// neighbours differ.
    /// </summary>
    private static int[] ColoursOf(PlanningCase planningCase, StructureAccess access, int colours)
    {
        var of = new int[planningCase.Sites.Count];
        var bearers = new List<PlanePoint>[colours];
        for (int i = 0; i < colours; i++) bearers[i] = [];
        foreach (int site in Enumerable.Range(0, of.Length).OrderByDescending(s => access.BySite[s].Served))
        {
            PlanePoint here = planningCase.SitePoints[site];
            of[site] = Enumerable.Range(0, colours).MaxBy(c => bearers[c].Count == 0 ? double.MaxValue : bearers[c].Min(p => p.DistanceTo(here)));
            bearers[of[site]].Add(here);
        }
        return of;
    }
}
