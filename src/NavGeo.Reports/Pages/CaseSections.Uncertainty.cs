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
        string[] partTime = [.. result.Structures.Where(s => !s.Structure.IsOpenAllWeek).Select(s => s.Structure.Id)];
        if (partTime.Length > 0) page.Paragraph("uncertainty.part-time", string.Join(", ", partTime));
        page.Table(
            [page.Say("uncertainty.structure"), .. Headlines.All.Select(h => page.Texts.Say(UncertaintySentences.TitleOf(h)))],
            result.Structures.DistinctBy(s => s.SiteSet).Select(s => (string[])
                [UncertaintySentences.NameOf(result, s), .. s.Numbers.Select(n => double.IsNaN(n.Stated) ? PageWriter.None : Banded(n.Band, n.Headline, Told(n.Stated, n.Headline)))]));
        if (result.Claims.Count == 0) return;
        page.Subheading("uncertainty.ranking");
        page.Paragraph("uncertainty.ranking-note", page.Whole(RankingClaim.EnoughPercent));
        string[] sentences = [.. UncertaintySentences.Of(result).Select(page.Texts.Say).Where(page.IsNew)];
        if (sentences.Length > 0) page.Points(sentences);
        page.Table(
            [
                page.Say("uncertainty.by"), page.Say("uncertainty.better"), page.Say("uncertainty.worse"), page.Say("uncertainty.by-how-much"),
                page.Say("uncertainty.holds"), page.Say("page.verdict"),
            ],
            result.Claims.Select(c => (string[])
            [
                page.Texts.Say(UncertaintySentences.TitleOf(c.Headline)), UncertaintySentences.NameOf(result, c.Better), UncertaintySentences.NameOf(result, c.Worse),
                Banded(c.Band, c.Headline, Told(UncertaintySentences.Difference(c))), $"{page.Whole(UncertaintySentences.PercentDown(c.Holds))} %",
                page.Say(c.IsCertain ? "uncertainty.certain" : c.IsDecided ? "uncertainty.decided" : "uncertainty.not-decided"),
            ]),
            1, 2, 5);
        page.Subheading("uncertainty.sources");
        page.Paragraph("uncertainty.sources-note");
        page.Table(
            [page.Say("uncertainty.source"), page.Say("uncertainty.deviation"), page.Say("uncertainty.basis")],
            result.Model.Sources.Select(s => (string[])[page.Say("uncertainty.source." + s.Name), page.Number((decimal)s.Deviation, 3), page.Say("uncertainty.basis." + s.Name)]),
            2);
    }

    /// <summary>The values at which what is said turns, the nearest first.</summary>
    public void AddSwitches(UncertaintyResult result, SwitchStudy study)
    {
        ClaimSwitches[] switches = [.. study.Of(result).OrderBy(s => s.Values.Count == 0 ? double.PositiveInfinity : s.Values[0].Deviations)];
        TravelSwitch[] rates = planningCase.Staffing.Count == 0 && planningCase.Rounds.Count == 0 ? []
            : [.. TravelSwitch.Of(comparison, StaffTravels)];
        string[] certain = [.. result.Claims.Where(c => c is { Headline: Headline.Mean, IsCertain: true })
            .Select(c => page.Say("uncertainty.turns.pair", UncertaintySentences.NameOf(result, c.Better), UncertaintySentences.NameOf(result, c.Worse)))];
        if (switches.Length == 0 && rates.Length == 0 && certain.Length == 0) return;
        page.Subheading("uncertainty.turns");
        page.Paragraph("uncertainty.turns-note");
        if (certain.Length > 0) page.Paragraph("uncertainty.turns.certain", string.Join("; ", certain));
        if (switches.Length == 0 && rates.Length == 0) return;
        page.Points([.. switches.Select(s => page.Texts.Say(UncertaintySentences.Of(result, s))), .. rates.Select(r => page.Texts.Say(UncertaintySentences.Of(r, planningCase.Baseline)))]);
        if (!Array.Exists(switches, s => s.Values.Count > 0)) return;
        page.Table(
            [
                page.Say("uncertainty.better"), page.Say("uncertainty.worse"), page.Say("uncertainty.by-how-much"), page.Say("uncertainty.turns-when"),
                page.Say("uncertainty.turns-deviations"), page.Say("uncertainty.turns-measure"),
            ],
            switches.SelectMany(s => s.Values.Select(v => (string[])
            [
                UncertaintySentences.NameOf(result, s.Claim.Better), UncertaintySentences.NameOf(result, s.Claim.Worse),
                Told(UncertaintySentences.Difference(s.Claim)), page.Texts.Say(UncertaintySentences.Of(v)),
                page.Number((decimal)Math.Min(v.Deviations, 99), 1), page.YesNo(v.IsWorthMeasuring),
            ])),
            1, 3, 5);
    }

    private string Banded(Band band, Headline headline, string stated) =>
        band.Low == band.High ? stated : page.Say("uncertainty.banded", stated, Told(band.Low, headline), Told(band.High, headline));

    private string Told(double value, Headline headline) => page.Number(UncertaintySentences.Rounded(value, headline), UncertaintySentences.DecimalsOf(headline));

    private string Told(decimal difference) => page.Number(difference, difference.Scale);
}
