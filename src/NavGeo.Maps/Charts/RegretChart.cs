using NavGeo.Maps.Drawing;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Charts;

/// <summary>How much each structure is regretted in each future, by the mean minutes: a bar to its greatest regret, a dot a future.</summary>
public static class RegretChart
{
    private const double RowHeight = 7;

    /// <summary>Draws the chart.</summary>
    public static MapDrawing Draw(Publication publication, RegretResult result, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        RegretMeasure measure = result.By(RegretCriterion.Mean);
        int[] choices = [.. Enumerable.Range(0, result.Choices.Count).OrderBy(c => measure.Most(c).Regret)];
        double left = ChartFrame.RoomFor(choices.Select(c => result.Choices[c].Name));
        var frame = new ChartFrame(
            book, choices.Length * RowHeight, left + 2, choices.Max(c => measure.Most(c).Regret) * 1.03, [.. result.Futures.Select(f => f.Name.In(language))]);
        frame.Scale(book.Say("charts.regret-minutes"));
        for (int row = 0; row < choices.Length; row++)
        {
            int choice = choices[row];
            double y = frame.Plot.Top + (row + 0.5) * RowHeight;
            frame.Text(result.Choices[choice].Name, left, y + 1, TextAnchor.End);
            frame.Add(new BoxItem(new PaperBox(frame.Plot.Left, y - 1.9, Math.Max(frame.Plot.Left + 0.3, frame.X(measure.Most(choice).Regret)), y + 1.9), new Fill("#e4e8ec")));
            for (int future = result.Futures.Count - 1; future >= 0; future--)
            {
                if (measure.Regret(future, choice) is var regret && double.IsFinite(regret))
                    frame.Add(new CircleItem(new PaperPoint(frame.X(regret), y), 1.15, new Fill(ChartFrame.ColourOf(future)), new Stroke("#ffffff", 0.2)));
            }
        }
        string told = string.Join("; ", choices.Select(c => book.Say("charts.regret-told", result.Choices[c].Name, book.Decimals(measure.Most(c).Regret, 1), result.Futures[measure.Most(c).Future].Name)));
        return frame.ToDrawing(publication, book.Say("charts.regret"), told + ".");
    }
}
