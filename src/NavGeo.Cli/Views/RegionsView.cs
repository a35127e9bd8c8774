using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>A division on the screen.</summary>
internal static class RegionsView
{
    private const int MostListed = 12;

    /// <summary>Counts, quality, and the municipalities that were asked for.</summary>
    public static void Show(RegionDivision division, IReadOnlyList<int> explained, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        var sentences = new RegionSentences(division, screen.Language);
        if (!screen.IsQuiet)
        {
            screen.Line(texts.Say("regions.view.title", division.Market.Count, division.Regions.Count, division.Rule.Name));
            screen.Line(texts.Say("regions.view.roles", Count(division, PlacementRole.Centre), Count(division, PlacementRole.SecondCentre), Count(division, PlacementRole.Member), Count(division, PlacementRole.Single)));
            var table = new Table().Border(TableBorder.Simple).AddColumn(texts.Say("regions.view.test")).AddColumn(new TableColumn(texts.Say("regions.view.count")).RightAligned());
            foreach (IGrouping<string, Placement> test in division.Placements.GroupBy(p => p.Test).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal))
                table.AddRow(test.Key, texts.Whole(test.Count()));
            screen.Table(table);
            if (division.Market.Commuting is not null)
            {
                DivisionQuality quality = DivisionQuality.Of(division);
                screen.Line(texts.Say("regions.view.quality", quality.SelfContainedPercent, quality.LeastSupplyPercent, quality.LeastDemandPercent, quality.Modularity));
                screen.Line(texts.Say("regions.view.sizes", quality.Sizes[0], quality.Sizes[2], quality.Sizes[^1]));
            }
            ContiguityKind[] kinds = [.. division.Market.Contiguity.Links.Select(l => l.Kind)];
            screen.Line(texts.Say("regions.view.times." + division.Market.Times.Ends));
            screen.Line(texts.Say("regions.view.links", [.. Enum.GetValues<ContiguityKind>().Select(k => (object)kinds.Count(x => x == k))]));
        }
        foreach (int municipality in explained)
        {
            screen.Line();
            foreach (string line in sentences.Explain(municipality)) screen.Line(line);
        }
    }

    /// <summary>Who moves when the market is shaken.</summary>
    public static void ShowStability(IReadOnlyList<StabilityRow> rows, LabourMarket market, Screen screen)
    {
        int[] loose = [.. Enumerable.Range(0, rows.Count).Where(m => rows[m].StaysPercent < 90).OrderBy(m => rows[m].StaysPercent).ThenBy(m => m)];
        screen.Line(screen.Texts.Say(
            "regions.view.stability", rows.Count == 0 ? 0 : rows[0].Runs, rows.Count(r => r.Stays == r.Runs), loose.Length,
            Listed(loose.Select(m => $"{market.Municipalities[m].Name} {screen.Texts.Decimals(rows[m].StaysPercent, 0)} %"), loose.Length)));
    }

    /// <summary>How far another division says the same.</summary>
    public static void ShowAgreement(DivisionAgreement agreement, RegionDivision first, string other, Screen screen)
    {
        screen.Line(screen.Texts.Say("regions.view.agreement", other, agreement.AdjustedRand, agreement.Compared, agreement.Moved.Count));
        if (agreement.Moved.Count > 0)
            screen.Line(screen.Texts.Say("regions.view.moved", string.Join(", ", agreement.Moved.Select(m => $"{first.Market.Municipalities[m].Number} {first.Market.Municipalities[m].Name}"))));
    }

    private static int Count(RegionDivision division, PlacementRole role) => division.Placements.Count(p => p.Role == role);

    private static string Listed(IEnumerable<string> names, int count) => string.Join(", ", names.Take(MostListed)) + (count > MostListed ? " …" : "");
}
