using NavGeo.Planning.Language;
using NavGeo.Reports.Json;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>The ferries of a network on the screen, by the names that <c>--no-ferry</c> takes.</summary>
internal static class FerriesView
{
    /// <summary>So many are shown where not all are asked for.</summary>
    private const int Shown = 10;

    /// <summary>What stands behind a figure or name that NavGeo assumed.</summary>
    private const string Assumed = " *";

    /// <summary>Shows how many there are and the longest, or all.</summary>
    public static void Show(Screen screen, RoadGraph graph, bool all)
    {
        IReadOnlyList<FerryService> ferries = NetworkJson.Ferries(graph);
        if (ferries.Count == 0) return;
        Phrasebook texts = screen.Texts;
        screen.Line(texts.Say(
            "cli.ferries.counts", ferries.Count, ferries.Count(f => f.Kind == LinkKind.CarFerry), ferries.Count(f => f.IsSailingGiven(graph)),
            ferries.Count(f => f.IsHeadwayGiven(graph)), ferries.Count(f => !f.IsNameAssumed)));
        Table table = new Table().AddColumn(new TableColumn(texts.Say("cli.ferries.name")).NoWrap()).AddColumn(texts.Say("cli.ferries.road")).AddColumn(texts.Say("cli.ferries.cars"));
        foreach (string key in (string[])["km", "minutes", "headway", "wait"]) table.AddColumn(new TableColumn(texts.Say("cli.ferries." + key)).RightAligned());
        foreach (FerryService ferry in all ? ferries : ferries.Take(Shown))
        {
            double headway = ferry.HeadwayMinutes(graph, TravelProfile.Car);
            string mark = ferry.IsHeadwayGiven(graph) ? "" : Assumed;
            table.AddRow(
                Markup.Escape(ferry.Name + (ferry.IsNameAssumed ? Assumed : "")),
                Markup.Escape(ferry.Road.IsNumbered ? ferry.Road.ToString() : ""),
                texts.Say(ferry.Kind == LinkKind.CarFerry ? "cli.yes" : "cli.no"),
                texts.Decimals(ferry.Metres / 1000, 1),
                texts.Decimals(ferry.SailingMinutes(graph, TravelProfile.Car), 0) + (ferry.IsSailingGiven(graph) ? "" : Assumed),
                ferry.Boardings.Count == 0 ? "–" : texts.Decimals(headway, 0) + mark,
                ferry.Boardings.Count == 0 ? "–" : texts.Decimals(TravelProfile.Car.FerryWait.Minutes(headway), 0) + mark);
        }
        screen.Table(table);
        if (!all && ferries.Count > Shown) screen.Line(texts.Say("cli.ferries.more", ferries.Count - Shown));
        screen.Line(texts.Say("cli.ferries.note"));
    }
}
