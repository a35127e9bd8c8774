using System.Globalization;
using NavGeo.Planning.Language;
using NavGeo.Planning.Uncertainty;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>How sure a comparison is, on the screen.</summary>
internal static class UncertaintyView
{
    /// <summary>Bands, then what the draws decide and what not.</summary>
    /// <param name="result">The draws.</param>
    /// <param name="switches">What turns the rankings.</param>
    /// <param name="screen">Where.</param>
    public static void Show(UncertaintyResult result, IReadOnlyList<ClaimSwitches> switches, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("uncertainty.structure"));
        foreach (Headline headline in Headlines.All)
            table.AddColumn(new TableColumn(Markup.Escape(texts.Say(UncertaintySentences.TitleOf(headline)))).RightAligned());
        foreach (StructureUncertainty structure in result.Structures.DistinctBy(s => s.SiteSet))
            table.AddRow([Markup.Escape(UncertaintySentences.NameOf(result, structure)), .. structure.Numbers.Select(n => Markup.Escape(Cell(n, texts)))]);
        screen.Table(table);
        screen.Line(texts.Say("uncertainty.note", result.Draws.ToString("N0", texts.Culture)));
        foreach (RankingClaim claim in result.Claims) screen.Line(texts.Say(UncertaintySentences.Of(result, claim)));
        foreach (ClaimSwitches turned in switches) screen.Line(texts.Say(UncertaintySentences.Of(result, turned)));
        screen.Line(texts.Say("uncertainty.sources-note"));
    }

    private static string Cell(HeadlineDraws number, Phrasebook texts)
    {
        if (double.IsNaN(number.Stated)) return "–";
        Band band = number.Band;
        string format = "N" + UncertaintySentences.DecimalsOf(number.Headline).ToString(CultureInfo.InvariantCulture);
        string plain = Told(number.Stated);
        return band.Low == band.High ? plain : texts.Say("uncertainty.banded", plain, Told(band.Low), Told(band.High));

        string Told(double value) => UncertaintySentences.Rounded(value, number.Headline).ToString(format, texts.Culture);
    }
}
