using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Calibration;

/// <summary>
/// Reads known times: <c>from,to,minutes</c>, where an end is a position <c>lon,lat</c> in degrees, the id of a place, or
/// municipality numbers, several joined by <c>|</c> as one. Both ends are points, or both are municipalities: a
/// municipality's time is a mean over its people, and of no point of it.
/// </summary>
internal static partial class KnownTimesFile
{
    private static readonly TableColumns Columns = new(["from", "to", "minutes"]);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="places">Positions by id.</param>
    /// <param name="findings">Takes what is wrong, with its line.</param>
    /// <exception cref="InputException">The file has errors, or no rows.</exception>
    public static IReadOnlyList<KnownRow> Read(InputFile file, IReadOnlyDictionary<string, GeoPoint> places, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(file, Columns, findings);
        findings.ThrowIfErrors();
        var rows = new List<KnownRow>();
        foreach (DelimitedRow row in table!.Rows)
        {
            KnownEnd from = End(row, "from", places);
            KnownEnd to = End(row, "to", places);
            double minutes = row.Decimal("minutes", 0.1, 30_000, new Phrase("regions.minutes.remedy"));
            if (!row.IsFaulty && from.Position is null != to.Position is null) row.Error(new Phrase("calibrate.mixed", from.Text, to.Text), new Phrase("calibrate.mixed.remedy"));
            if (!row.IsFaulty) rows.Add(new KnownRow(row.Line, from, to, minutes));
        }
        findings.ThrowIfErrors();
        return rows;
    }

    private static KnownEnd End(DelimitedRow row, string column, IReadOnlyDictionary<string, GeoPoint> places)
    {
        string text = row.Text(column);
        if (places.TryGetValue(text, out GeoPoint place)) return new KnownEnd(text, place, []);
        if (PositionText().Match(text) is { Success: true } match)
        {
            var position = new GeoPoint(Degrees(match.Groups["lon"]), Degrees(match.Groups["lat"]));
            if (!PositionLimits.World.Contains(position)) row.Error(new Phrase("calibrate.end", column, text), new Phrase("calibrate.end.remedy"));
            return new KnownEnd(text, position, []);
        }
        string[] numbers = [.. row.List(column).Select(n => n.PadLeft(4, '0'))];
        if (text.Length > 0 && (numbers.Length == 0 || !numbers.All(n => n.Length == 4 && n.All(char.IsAsciiDigit))))
            row.Error(new Phrase("calibrate.end", column, text), new Phrase("calibrate.end.remedy"));
        return new KnownEnd(text, null, numbers);
    }

    private static double Degrees(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<lon>-?\d+\.\d+)[,; ]\s*(?<lat>-?\d+\.\d+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PositionText();
}

/// <summary>A row of known times.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Minutes">Above 0.</param>
internal sealed record KnownRow(int Line, KnownEnd From, KnownEnd To, double Minutes)
{
    public bool IsBetweenMunicipalities => From.Position is null;

    public IEnumerable<string> Municipalities => From.Municipalities.Concat(To.Municipalities);
}

/// <summary>An end of a known time: a position, or municipalities.</summary>
/// <param name="Text">As the file writes it.</param>
/// <param name="Position">Null for municipalities.</param>
/// <param name="Municipalities">Their numbers, whose people are taken together; none for a position.</param>
internal sealed record KnownEnd(string Text, GeoPoint? Position, IReadOnlyList<string> Municipalities);
