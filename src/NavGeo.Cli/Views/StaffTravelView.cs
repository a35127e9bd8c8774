using NavGeo.Planning.Language;
using NavGeo.Planning.Staff;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>What the staff drives, on the screen.</summary>
internal static class StaffTravelView
{
    /// <summary>So many roads of a structure are shown; files have all.</summary>
    private const int MostRoads = 6;

    /// <summary>Shows the structures below each other.</summary>
    public static void Show(IReadOnlyList<StructureStaffTravel> travels, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        screen.Line();
        screen.Line(texts.Say("cli.staff.title"));
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("cli.staff.structure"));
        foreach (string key in (string[])["counsellors", "leaders", "ferry", "km", "fte", "kroner"])
            table.AddColumn(new TableColumn(Markup.Escape(texts.Say("cli.staff." + key))).RightAligned());
        table.AddColumn(texts.Say("cli.staff.roads"));
        foreach (StructureStaffTravel travel in travels)
        {
            table.AddRow(
                Markup.Escape(travel.Structure.Id), texts.Whole((long)Math.Round(travel.CounsellorHours)),
                texts.Whole((long)Math.Round(travel.LeaderHours)), texts.Whole((long)Math.Round(travel.FerryHours)),
                texts.Whole((long)Math.Round(travel.Kilometres)), texts.Decimals(travel.FullTimeEquivalents, 2),
                texts.Whole((long)Math.Round(travel.Kroner)),
                Markup.Escape(string.Join(", ", travel.Roads.Take(MostRoads).Select(r => $"{RoadUseTitle.Of(r, texts)} {texts.Decimals(r.Milliseconds / 3_600_000.0, 0)}"))));
        }
        screen.Table(table);
        StaffSettings settings = travels[0].Settings;
        if (travels.Any(t => t.AreCounsellorsAssumed))
            screen.Line(texts.Say("cli.staff.assumed", settings.AssumedVisitsPerWeek, settings.WeeksPerYear, travels[0].CounsellorsOnDuty));
        screen.Line(texts.Say(
            "cli.staff.settings", settings.LeaderVisitsPerWeek, settings.WeeksPerYear, settings.HoursPerFte, settings.KronerPerHour,
            settings.KronerPerKilometre));
        foreach (StructureStaffTravel travel in travels)
        {
            foreach (Phrase finding in travel.Findings) screen.Line($"{texts.Say("cli.warning")}: {travel.Structure.Id}: {texts.Say(finding)}");
        }
    }
}
