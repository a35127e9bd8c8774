using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Routing;

namespace NavGeo.Maps.Charts;

/// <summary>How large a share of the people travels no longer than so many minutes, a line a structure; who reaches no site is never among them.</summary>
public static class ShareChart
{
    private const int MostMinutes = 120;
    private const double Height = 78;

    /// <summary>Draws the chart.</summary>
    public static MapDrawing Draw(Publication publication, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        (string Name, ComparedStructure Structure)[] series = ChartFrame.SeriesOf(publication);
        double[][] shares = [.. series.Select(s => Shares(publication.Case.Demand, s.Structure))];
        // To the first ten minutes past which next to nothing happens.
        int most = Math.Max(30, (Enumerable.Range(0, MostMinutes + 1).FirstOrDefault(m => shares.All(s => s[MostMinutes] - s[m] < 0.005), MostMinutes) + 9) / 10 * 10);
        var frame = new ChartFrame(book, Height, 16, most, [.. series.Select(s => s.Name)]);
        for (int percent = 0; percent <= 100; percent += 20)
        {
            double y = Y(percent / 100.0);
            frame.Add(new LineItem([[new(frame.Plot.Left, y), new(frame.Plot.Right, y)]], new Stroke("#dcdfe2", 0.2)));
            frame.Text(percent.ToString("0", CultureInfo.InvariantCulture) + " %", frame.Plot.Left - 2, y + 1, TextAnchor.End, isWeak: true);
        }
        frame.Scale(book.Say("charts.minutes"));
        for (int i = series.Length - 1; i >= 0; i--)
            frame.Add(new LineItem([[.. Enumerable.Range(0, most + 1).Select(m => new PaperPoint(frame.X(m), Y(shares[i][m])))]], ChartFrame.StrokeOf(i)));
        string told = string.Join("; ", series.Select(s => book.Say("charts.share-told", s.Name, Within(s.Structure, 15), Within(s.Structure, 30), Within(s.Structure, 60))));
        return frame.ToDrawing(publication, book.Say("charts.share"), told + ".");

        string Within(ComparedStructure structure, int minutes) =>
            book.Percent(structure.Access.Total.ShareWithin(AccessIndicators.Thresholds.ToList().IndexOf(minutes)) ?? 0);

        double Y(double share) => frame.Plot.Bottom - frame.Plot.Height * share;
    }

    /// <summary>Share of everybody in the case's municipalities within each whole minute.</summary>
    private static double[] Shares(Demand demand, ComparedStructure structure)
    {
        var within = new double[MostMinutes + 1];
        double all = 0;
        ReadOnlySpan<int> milliseconds = structure.Access.Assignment.Milliseconds;
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] < 0) continue;
            all += demand.People[place];
            if (milliseconds[place] == TravelTime.UnreachableMilliseconds) continue;
            int minute = (int)((milliseconds[place] + 59_999L) / 60_000);
            if (minute <= MostMinutes) within[minute] += demand.People[place];
        }
        for (int minute = 1; minute <= MostMinutes; minute++) within[minute] += within[minute - 1];
        return [.. within.Select(w => all == 0 ? 0 : w / all)];
    }
}
