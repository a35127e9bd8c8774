using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>A siting answer on the screen: sentences, the curves, and whose closing hurts least.</summary>
internal static class SitingView
{
    private const int MostClosings = 10;

    /// <summary>Shows it.</summary>
    public static void Show(SitingReport report, bool isCase, Screen screen)
    {
        foreach (Phrase sentence in SitingSentences.Of(report, isCase)) screen.Line(screen.Texts.Say(sentence));
        if (report.Changes.Count > 0) Curve(report, report.Changes, "siting.changes", screen);
        if (report.Counts.Count > 0) Curve(report, report.Counts, "siting.sites", screen);
        if (report.Closings.Count > 0) Closings(report, screen);
    }

    private static void Curve(SitingReport report, IReadOnlyList<CurvePoint> points, string first, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        SitingTable table = report.Table;
        Table shown = new Table { Border = TableBorder.Simple };
        foreach (string key in (string[])[first, "siting.objective", "siting.gap", "siting.mean", "siting.worst"])
            shown.AddColumn(new TableColumn(texts.Say(key)).RightAligned());
        bool isByChange = first == "siting.changes";
        shown.AddColumn(texts.Say(isByChange ? "siting.what-changes" : "siting.which"));
        foreach (CurvePoint point in points)
        {
            shown.AddRow(
                texts.Whole(point.Number),
                texts.Decimals((double)SitingFigures.Objective(table, point.Answer), 1),
                texts.Decimals(100 * point.Answer.Gap, 2),
                texts.Decimals((double)(SitingFigures.Mean(table, point.Answer) ?? 0), 2),
                texts.Decimals((double)SitingFigures.Worst(table, point.Answer), 1),
                Markup.Escape(isByChange ? Changes(report, point.Answer) : SitingSentences.List(report, point.Answer.Sites)));
        }
        screen.Table(shown);
    }

    private static string Changes(SitingReport report, SitingAnswer answer)
    {
        IReadOnlyList<int> today = answer.Question.Today;
        return string.Join(", ", today.Except(answer.Sites).Select(s => "−" + report.SiteNames[s])
            .Concat(answer.Sites.Except(today).Select(s => "+" + report.SiteNames[s])));
    }

    private static void Closings(SitingReport report, Screen screen)
    {
        Phrasebook texts = screen.Texts;
        SitingTable table = report.Table;
        Table shown = new Table { Border = TableBorder.Simple }.AddColumn(texts.Say("siting.closing"));
        foreach (string key in (string[])["siting.people", "siting.more", "siting.each", "siting.worst-more"])
            shown.AddColumn(new TableColumn(texts.Say(key)).RightAligned());
        shown.AddColumn(texts.Say("siting.next"));
        foreach (ClosingCost closing in report.Closings.Take(MostClosings))
        {
            decimal? more = closing.More is { } sum ? (decimal)sum / table.CostScale / table.WeightScale : null;
            decimal weight = closing.Weight / table.WeightScale;
            shown.AddRow(
                Markup.Escape(report.SiteNames[closing.Site]),
                texts.Whole((long)weight),
                more is { } known ? texts.Decimals((double)known, 1) : texts.Say("siting.lost"),
                more is { } each && weight > 0 ? texts.Decimals((double)(each / weight), 1) : "–",
                texts.Decimals((double)(closing.WorstMore / table.CostScale), 1),
                closing.Next < 0 ? "–" : Markup.Escape(report.SiteNames[closing.Next]));
        }
        screen.Table(shown);
    }
}
