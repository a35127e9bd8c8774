using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Visits;

namespace NavGeo.Maps.Sheets;

/// <summary>The sheet of one structure without a car: on how many weekdays a week one comes to an open site and home the same day.</summary>
public static class VisitSheet
{
    private const int DaysAWeek = 5;

    /// <summary>Draws the sheet of a publication that has visits.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static MapDrawing Draw(Publication publication, ComparedStructure compared, SheetSettings settings)
    {
        VisitStudy visits = publication.Visits ?? throw new ArgumentException("visits were not searched", nameof(publication));
        (AccessStudy study, PlanningCase planningCase, Structure structure) = (publication.Study, publication.Case, compared.Structure);
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        StructureVisits under = visits.Under(structure);
        int[] days = [.. Enumerable.Range(0, planningCase.Demand.Count).Select(under.WholeDays)];
        int[] classes = [.. days.Select((d, p) => planningCase.Demand.Municipalities[p] < 0 ? -1 : d == 0 ? DaysAWeek : DaysAWeek - d)];
        Fill[] fills = [.. Enumerable.Range(0, DaysAWeek).Select(i => new Fill(settings.Style.Classes[i].Colour)), settings.Style.NoAccess.ToFill()];
        var map = new CaseMap(study, structure, new PlaceClasses(fills, classes, 1), settings, sheet.Frame, lineScale: 1);
        var names = new MapNames(study, structure, settings, sheet.Frame);
        long[] people = [.. Enumerable.Range(0, fills.Length).Select(c => classes.Select((of, p) => of == c ? (long)planningCase.Demand.People[p] : 0).Sum())];
        long all = people.Sum();
        string share = Figures.Share(all == 0 ? null : 1 - (double)people[^1] / all, book);
        sheet.KeyFigure(share, book.Say("sheets.visits.figure"));
        sheet.First.Heading(book.Say("sheets.visits.legend"));
        sheet.First.Skip(0.8);
        for (int i = 0; i < fills.Length; i++)
            sheet.Legend.Class(sheet.First, fills[i], i == DaysAWeek ? book.Say("sheets.visits.none") : book.Say("sheets.visits.days", DaysAWeek - i), sheet.Legend.People(people[i]));
        LegendParts.Sum(sheet.First, book.Say("maps.legend.total"), sheet.Legend.People(all));
        if (sheet.Second == sheet.First) sheet.Second.Skip(2);
        sheet.Legend.Symbols(sheet.Second, study, [structure], sheet.Frame, settings.Background);
        sheet.NoteMissing(names.Missing);
        sheet.Note(book.Say("cli.visit.meaning", visits.Hours.StaySeconds / 60.0, under.Days));
        if (visits.Changes.Count > 0) sheet.Note(book.Say("edits.head", string.Join("; ", visits.Changes.Select(book.Say))));
        if (visits.AreHoursAssumed) sheet.Note(book.Say("cli.visit.hours-assumed", HoursText(visits)));
        if (VisitSentences.OfWalks(planningCase.Demand) is { } walks) sheet.Note(book.Say(walks));
        foreach (string note in SheetNotes.OfDrawing(planningCase.Demand, sheet.Frame, book)) sheet.Note(note);
        string name = structure.Name.In(book.Language);
        string subtitle = book.Say(
            "sheets.visits.subtitle", planningCase.Name.In(book.Language), Figures.Date(visits.Dates[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), book),
            Figures.Date(visits.Dates[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), book));
        return sheet.ToDrawing(
            book.Say("sheets.visits.title", $"{structure.Id}: {name}"), subtitle, $"{name} – {planningCase.Name.In(book.Language)}",
            book.Say("sheets.visits.description", all, share, people[^1]),
            [map.Draw(), names.Group, map.Border()],
            SheetProvenance.Of(study, settings, sheet.Frame, $"{name}. {subtitle}", settings.Style.Name, structure).With("mode", "transit"), isByCar: false);
    }

    /// <summary>Opening hours where the case says none.</summary>
    public static string HoursText(VisitStudy visits) =>
        $"{Transit.Search.DayClock.Text(visits.Hours.Opens)}–{Transit.Search.DayClock.Text(visits.Hours.Closes)}".Replace(':', '.');
}
