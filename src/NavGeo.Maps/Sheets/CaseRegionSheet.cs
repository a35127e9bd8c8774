using NavGeo.Data.Regions;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Regions;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of a case's labour-market regions: each in a colour none of its neighbours has, with its people in the
/// legend, under the sites of one structure.
/// </summary>
public static class CaseRegionSheet
{
    /// <summary>So many regions are listed; the others are counted together.</summary>
    private const int MostListed = 14;

    /// <summary>Draws the sheet.</summary>
    /// <param name="publication">The measured case.</param>
    /// <param name="structure">Whose sites are shown.</param>
    /// <param name="divided">The regions.</param>
    /// <param name="settings">Language, paper and background.</param>
    public static MapDrawing Draw(Publication publication, Structure structure, CaseDivision divided, SheetSettings settings)
    {
        AccessStudy study = publication.Study;
        PlanningCase planningCase = study.Case;
        RegionDivision division = divided.Division;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        IReadOnlyList<int> colours = RegionSheet.ColoursOf(division);
        var map = new CaseMap(study, structure, new PlaceClasses([], [], 0), settings, sheet.Frame, lineScale: 1);
        MunicipalityShapes shapes = MunicipalityShapes.Of(planningCase, settings, sheet.Frame);
        GroupItem areas = shapes.Areas(settings.Style, m => FillOf(colours[division.Placements[m].Region]));
        GroupItem labels = shapes.Labels(sheet, structure, null);
        Region[] joined = [.. division.Regions.Where(r => r.Members.Count > 1).OrderByDescending(PeopleOf)];
        Region[] alone = [.. division.Regions.Where(r => r.Members.Count == 1)];
        sheet.KeyFigure(book.Whole(joined.Length), book.Say("sheets.regions.figure", joined.Length));
        sheet.First.Heading(book.Say("sheets.regions.legend"));
        sheet.First.Skip(0.8);
        foreach (Region region in joined.Take(MostListed))
        {
            string name = book.Say("sheets.regions.region", NameOf(region.Centre), region.Members.Count);
            sheet.Legend.Class(sheet.First, FillOf(colours[division.Placements[region.Centre].Region]), name, People(region));
        }
        if (joined.Length > MostListed)
        {
            Region[] others = [.. joined.Skip(MostListed)];
            LegendParts.Plain(sheet.First, book.Say("sheets.regions.others", others.Length), book.Say("maps.legend.people", others.Sum(PeopleOf)));
        }
        if (alone.Length > 0)
            sheet.Legend.Class(sheet.First, FillOf(-1), book.Say("sheets.regions.alone", alone.Length), book.Say("maps.legend.people", alone.Sum(PeopleOf)));
        LegendParts.Sum(sheet.First, book.Say("maps.legend.total"), book.Say("maps.legend.people", division.Regions.Sum(PeopleOf)));
        if (sheet.Second == sheet.First) sheet.Second.Skip(2);
        sheet.Legend.Symbols(sheet.Second, study, [structure], sheet.Frame, settings.Background);
        sheet.Note(book.Say("sheets.regions.own"));
        sheet.Note(book.Say("regions.sheet.note-colours"));
        string rule = RuleOf(division, book);
        string subtitle = book.Say("sheets.regions.subtitle", rule, planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        string list = string.Join("; ", joined.Select(r => $"{NameOf(r.Centre)}: {string.Join(", ", r.Members.Select(NameOf))}"));
        Provenance provenance = SheetProvenance.Of(study, settings, sheet.Frame, $"{book.Say("sheets.regions.title")}. {subtitle}", "regions", structure);
        return sheet.ToDrawing(
            book.Say("sheets.regions.title"), subtitle, $"{book.Say("sheets.regions.title")} – {planningCase.Name.In(book.Language)}", list + ".",
            [map.Draw([areas, MapGround.Water(settings.Background, settings.Style, sheet.Frame)]), labels, map.Border()],
            provenance with
            {
                Sources = [.. provenance.Sources.Concat(divided.Loaded.Sources).Distinct()],
                Parameters = [.. provenance.Parameters, .. ParametersOf(division)],
            });

        string NameOf(int municipality) => division.Market.Municipalities[municipality].Name;

        long PeopleOf(Region region) => region.Members.Sum(m => (long)division.Market.Municipalities[m].Population);

        string People(Region region) => book.Say("maps.legend.people", PeopleOf(region));
    }

    /// <summary>What the regions rest on, in a few words.</summary>
    internal static string RuleOf(RegionDivision division, Phrasebook book) => book.Say("sheets.regions.rule." + division.Rule.Name);

    /// <summary>The rule and its parameters, named so that they stand apart from those of travel.</summary>
    internal static IEnumerable<KeyValuePair<string, object>> ParametersOf(RegionDivision division) =>
        [new("regions_rule", division.Rule.Name), .. division.Rule.Parameters.Select(p => KeyValuePair.Create("regions_" + p.Key, p.Value))];

    private static Fill FillOf(int colour) => new(colour < 0 ? RegionSheet.SingleColour : RegionSheet.Colours[colour]);
}
