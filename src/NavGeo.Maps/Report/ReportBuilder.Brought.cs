using System.Globalization;
using NavGeo.Planning.Uncertainty;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>What is brought to a report from outside: the partners' own tables, and what an earlier report expected.</summary>
public sealed partial class ReportBuilder
{
    private void AddOwnTables()
    {
        if (settings.Tables.Count == 0) return;
        page.Heading("report.own-tables");
        page.Paragraph("report.own-tables-note");
        foreach ((string name, TableBlock table) in settings.Tables)
        {
            page.Subheading("report.own-table." + name);
            page.Add(table);
        }
    }

    /// <summary>Each expectation beside what is measured now, and whether that lies within the band it was told with.</summary>
    private void AddReview()
    {
        if (settings.Predictions.Count == 0 || uncertainty is not { } drawn) return;
        page.Heading("review.heading");
        (Prediction Expected, double? Now)[] rows = [.. settings.Predictions.Select(p => (p, NowOf(drawn.Result, p)))];
        int inside = rows.Count(r => IsInside(r.Expected, r.Now) == true), known = rows.Count(r => IsInside(r.Expected, r.Now) is not null);
        page.Paragraph("review.note", known, inside);
        page.Table(
            [page.Say("review.year"), page.Say("uncertainty.structure"), page.Say("uncertainty.by"), page.Say("review.expected"), page.Say("review.now"), page.Say("review.inside")],
            rows.Select(r => (string[])
            [
                r.Expected.Year.ToString(CultureInfo.InvariantCulture), r.Expected.Structure, page.Texts.Say(UncertaintySentences.TitleOf(r.Expected.Headline)),
                r.Expected is { Low: { } low, High: { } high } ? page.Say("uncertainty.banded", Told(r.Expected, r.Expected.Expected), Told(r.Expected, low), Told(r.Expected, high)) : Told(r.Expected, r.Expected.Expected),
                r.Now is { } now ? Told(r.Expected, now) : PageWriter.None, page.YesNo(IsInside(r.Expected, r.Now)),
            ]),
            1, 2, 5);
    }

    private string Told(Prediction of, double value) => page.Number(UncertaintySentences.Rounded(value, of.Headline), UncertaintySentences.DecimalsOf(of.Headline));

    private static double? NowOf(UncertaintyResult result, Prediction expected) => result.Structures.Where(s => s.Structure.Id == expected.Structure)
        .SelectMany(s => s.Numbers).Where(n => n.Headline == expected.Headline && double.IsFinite(n.Stated)).Select(n => (double?)n.Stated).FirstOrDefault();

    private static bool? IsInside(Prediction expected, double? now) => expected is { Low: { } low, High: { } high } && now is { } found ? found >= low && found <= high : null;
}
