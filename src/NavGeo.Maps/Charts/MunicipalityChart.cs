using NavGeo.Maps.Drawing;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Charts;

/// <summary>Mean minutes of each municipality, a dot a structure and a line between the best and the worst.</summary>
public static class MunicipalityChart
{
    private const int MostRows = 45;
    private const double RowHeight = 4.6;

    /// <summary>Draws the chart; of many municipalities those where the structures differ most, in the case's order.</summary>
    public static MapDrawing Draw(Publication publication, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        (string Name, ComparedStructure Structure)[] series = ChartFrame.SeriesOf(publication);
        double?[][] means = [.. publication.Case.Municipalities.Select((_, m) => (double?[])[.. series.Select(s => s.Structure.Access.ByMunicipality[m].MeanMinutes)])];
        int[] rows = [.. Enumerable.Range(0, means.Length).Where(m => means[m].Any(v => v is not null)).OrderByDescending(m => means[m].Max() - means[m].Min()).Take(MostRows).Order()];
        double left = ChartFrame.RoomFor(rows.Select(m => publication.Case.Municipalities[m].Name));
        double most = rows.SelectMany(m => means[m]).Max() ?? 1;
        var frame = new ChartFrame(book, Math.Max(12, rows.Length * RowHeight), left + 2, most * 1.03, [.. series.Select(s => s.Name)]);
        frame.Scale(book.Say("charts.mean"));
        for (int row = 0; row < rows.Length; row++)
        {
            double?[] there = means[rows[row]];
            double y = frame.Plot.Top + (row + 0.5) * RowHeight;
            frame.Text(publication.Case.Municipalities[rows[row]].Name, left, y + 1, TextAnchor.End);
            frame.Add(new LineItem([[new(frame.X(there.Min() ?? 0), y), new(frame.X(there.Max() ?? 0), y)]], new Stroke("#9aa3aa", 0.45)));
            for (int i = there.Length - 1; i >= 0; i--)
            {
                if (there[i] is { } mean) frame.Add(new CircleItem(new PaperPoint(frame.X(mean), y), i == 0 ? 1.35 : 1.05, new Fill(ChartFrame.ColourOf(i)), new Stroke("#ffffff", 0.2)));
            }
        }
        string told = string.Join("; ", rows.Select(m => $"{publication.Case.Municipalities[m].Name}: {string.Join(", ", series.Select((s, i) => $"{s.Name} {(means[m][i] is { } v ? book.Decimals(v, 1) : "–")}"))}"));
        return frame.ToDrawing(publication, book.Say("charts.municipalities"), told + ".");
    }
}
