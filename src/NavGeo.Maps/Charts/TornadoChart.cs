using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Maps.Charts;

/// <summary>
/// The values at which a ranking turns, the nearest first: a bar as long as the value is off, in its own standard deviations. What is within
/// two may be true already.
/// </summary>
public static class TornadoChart
{
    private const int MostRows = 12;
    private const double RowHeight = 9.5, MostDeviations = 6;

    /// <summary>Draws the chart; null where nothing turns.</summary>
    public static MapDrawing? Draw(Publication publication, UncertaintyResult result, IReadOnlyList<ClaimSwitches> switches, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        (string Text, SwitchValue Value)[] rows =
        [
            .. switches.SelectMany(s => s.Values.Select(v => (book.Say("charts.turns", UncertaintySentences.NameOf(result, s.Claim.Better), UncertaintySentences.NameOf(result, s.Claim.Worse), UncertaintySentences.Of(v)), v)))
                .Where(r => r.v.Deviations <= MostDeviations).OrderBy(r => r.v.Deviations).Take(MostRows),
        ];
        if (rows.Length == 0) return null;
        double most = Math.Max(2.5, rows.Max(r => r.Value.Deviations) * 1.05);
        var frame = new ChartFrame(book, rows.Length * RowHeight, 4, most, []);
        frame.Scale(book.Say("charts.deviations"));
        frame.Add(new BoxItem(new PaperBox(frame.Plot.Left, frame.Plot.Top, frame.X(SwitchValue.WorthMeasuring), frame.Plot.Bottom), new Fill("#f3ead2", 0.6)));
        for (int row = 0; row < rows.Length; row++)
        {
            double y = frame.Plot.Top + row * RowHeight;
            frame.Text(rows[row].Text, frame.Plot.Left + 1, y + 3.9);
            string colour = rows[row].Value.IsWorthMeasuring ? "#c4511a" : "#0b6aa2";
            frame.Add(new BoxItem(new PaperBox(frame.Plot.Left, y + 5.2, Math.Max(frame.Plot.Left + 0.4, frame.X(rows[row].Value.Deviations)), y + 8.4), new Fill(colour)));
        }
        return frame.ToDrawing(
            publication, book.Say("charts.tornado"), string.Join("; ", rows.Select(r => $"{r.Text}: {book.Decimals(r.Value.Deviations, 1)}")) + ".");
    }
}
