using NavGeo.Planning.Language;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Reports.Pages;

/// <summary>How sure the comparison is.</summary>
public sealed partial class CaseSections
{
    /// <summary>Bands of the headlines, which rankings hold, and what was drawn.</summary>
    /// <param name="result">The draws; null where the rule of the comparison allows none.</param>
    public void AddUncertainty(UncertaintyResult? result)
    {
        page.Heading("uncertainty.heading");
        if (result is null)
        {
            page.Paragraph("uncertainty.rule");
            return;
        }
        page.Paragraph("uncertainty.note", page.Whole(result.Draws));
        page.Table(
            [page.Say("uncertainty.structure"), .. Headlines.All.Select(h => page.Texts.Say(UncertaintySentences.TitleOf(h)))],
            result.Structures.DistinctBy(s => s.SiteSet).Select(s => (string[])
                [UncertaintySentences.NameOf(result, s), .. s.Numbers.Select(n => Banded(n.Stated, n.Band, n.Headline))]));
        if (result.Claims.Count == 0) return;
        page.Subheading("uncertainty.ranking");
        page.Paragraph("uncertainty.ranking-note", page.Whole((decimal)(100 * RankingClaim.Enough)));
        page.Points(UncertaintySentences.Of(result).Select(page.Texts.Say));
        page.Table(
            [
                page.Say("uncertainty.by"), page.Say("uncertainty.better"), page.Say("uncertainty.worse"), page.Say("uncertainty.by-how-much"),
                page.Say("uncertainty.holds"), page.Say("page.verdict"),
            ],
            result.Claims.Select(c => (string[])
            [
                page.Texts.Say(UncertaintySentences.TitleOf(c.Headline)), UncertaintySentences.NameOf(result, c.Better), UncertaintySentences.NameOf(result, c.Worse),
                Banded(c.Stated, c.Band, c.Headline), $"{page.Whole(UncertaintySentences.PercentDown(c.Holds))} %",
                page.Say(c.IsDecided ? "uncertainty.decided" : "uncertainty.not-decided"),
            ]),
            1, 2, 5);
        page.Subheading("uncertainty.sources");
        page.Paragraph("uncertainty.sources-note");
        page.Table(
            [page.Say("uncertainty.source"), page.Say("uncertainty.deviation"), page.Say("uncertainty.basis")],
            result.Model.Sources.Select(s => (string[])[page.Say("uncertainty.source." + s.Name), page.Number((decimal)s.Deviation, 3), page.Say("uncertainty.basis." + s.Name)]),
            2);
    }

    private string Banded(double stated, Band band, Headline headline)
    {
        if (double.IsNaN(stated)) return PageWriter.None;
        string plain = Told(stated);
        return band.Low == band.High ? plain : page.Say("uncertainty.banded", plain, Told(band.Low), Told(band.High));

        string Told(double value) => page.Number(UncertaintySentences.Rounded(value, headline), UncertaintySentences.DecimalsOf(headline));
    }
}
