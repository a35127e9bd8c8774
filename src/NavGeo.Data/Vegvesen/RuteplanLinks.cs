using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// Turns rows of the Ruteplan network into links. Minutes each way are the source's own; −1 or an empty field closes a
/// direction, and so does <c>oneway</c>: <c>B</c> both, <c>FT</c> with the drawing, <c>TF</c> against it, <c>N</c> none.
/// </summary>
internal sealed class RuteplanLinks(string path, DrawnPlaces places, Findings findings)
{
    private const double MostMinutes = 24 * 60;
    private const double MostKilometres = 1000;

    private readonly Dictionary<string, long> junctions = new(StringComparer.Ordinal);

    public List<RoadLink> Links { get; } = [];

    public DropCounter Dropped { get; } = new();

    public int RowCount { get; private set; }

    public void Add(RuteplanRow row)
    {
        RowCount++;
        string? Value(string[] column) => row.Values[Array.IndexOf(RuteplanColumns.All, column)] is { Length: > 0 } text ? text.Trim() : null;

        if (IsMarked(Value(RuteplanColumns.Closed)))
        {
            Dropped.Count(DropReason.ClosedToCars, "SPERRING");
            return;
        }
        double? forward = Minutes(row, RuteplanColumns.ForwardMinutes, Value(RuteplanColumns.ForwardMinutes));
        double? backward = Minutes(row, RuteplanColumns.BackwardMinutes, Value(RuteplanColumns.BackwardMinutes));
        LinkDirections directions = (forward is null ? 0 : LinkDirections.Forward) | (backward is null ? 0 : LinkDirections.Backward);
        LinkDirections? allowed = Value(RuteplanColumns.OneWay)?.ToUpperInvariant() switch
        {
            null or "B" or "BOTH" => LinkDirections.Both,
            "FT" or "F" => LinkDirections.Forward,
            "TF" or "T" => LinkDirections.Backward,
            "N" => LinkDirections.None,
            _ => null,
        };
        if (allowed is not { } known)
        {
            findings.Error(path, row.Place, new Phrase("nvdb.oneway", Value(RuteplanColumns.OneWay)!), new Phrase("nvdb.oneway.remedy"));
            return;
        }
        directions &= known;
        if (directions == LinkDirections.None)
        {
            Dropped.Count(DropReason.ClosedToCars, "oneway");
            return;
        }
        string? from = Value(RuteplanColumns.From), to = Value(RuteplanColumns.To);
        if (from is null || to is null)
        {
            findings.Error(path, row.Place, new Phrase("nvdb.no-node"), new Phrase("nvdb.no-node.remedy"));
            return;
        }
        if (row.Line is not { Length: >= 2 } line)
        {
            Dropped.Count(DropReason.NoGeometry, "");
            return;
        }
        if (places.Draw(line) is not { } shape || PlaneLine.Metres(shape) > MostKilometres * 1000)
        {
            Dropped.Count(DropReason.TooFar, "");
            return;
        }
        bool isFerry = IsMarked(Value(RuteplanColumns.Ferry));
        (RoadCategory category, RoadNumber road) = RoadOf(Value(RuteplanColumns.Road));
        double metres = PlaneLine.Metres(shape);
        if (NumberText.TryDecimal(Value(RuteplanColumns.Length) ?? "", out double given) && given > 0 && given <= MostKilometres * 1000) metres = given;
        Links.Add(new RoadLink
        {
            Shape = shape,
            Kind = isFerry ? LinkKind.CarFerry : LinkKind.Road,
            Category = category,
            Road = road,
            Name = isFerry ? Value(RuteplanColumns.Name) : null,
            Directions = directions,
            LengthMillimetres = (int)Math.Round(metres * 1000),
            ForwardMilliseconds = Milliseconds((directions & LinkDirections.Forward) == 0 ? null : forward),
            BackwardMilliseconds = Milliseconds((directions & LinkDirections.Backward) == 0 ? null : backward),
            FromJunction = NumberOf(from),
            ToJunction = NumberOf(to),
        });
    }

    /// <summary>"{E6}", "EV6 S1D1", "Rv7", "FV50": the first road of the text.</summary>
    internal static (RoadCategory Category, RoadNumber Road) RoadOf(string? text)
    {
        if (text is null) return default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim("{} ");
        int digits = rest.IndexOfAnyInRange('0', '9');
        if (digits < 0) return (RoadColumns.CategoryOf(rest.Length > 0 ? rest[..1].ToString() : null), default);
        int end = digits;
        while (end < rest.Length && char.IsAsciiDigit(rest[end])) end++;
        return RoadNumber.TryParse(rest[..end].ToString(), out RoadNumber road) ? (road.Category, road) : default;
    }

    private double? Minutes(RuteplanRow row, string[] column, string? text)
    {
        if (text is null) return null;
        if (!NumberText.TryDecimal(text, out double minutes) || !double.IsFinite(minutes) || minutes > MostMinutes)
        {
            findings.Error(path, row.Place, new Phrase("table.not-a-number", column[0], text), new Phrase("nvdb.minutes.remedy"));
            return null;
        }
        return minutes < 0 ? null : minutes;
    }

    private static int? Milliseconds(double? minutes) => minutes is { } known ? (int)Math.Round(known * 60_000) : null;

    private static bool IsMarked(string? text) => text is not (null or "0" or "0.0" or "N" or "n" or "NEI" or "nei" or "No" or "no" or "false" or "False" or "F");

    /// <summary>A number for a node's name, the same for the same name.</summary>
    private long NumberOf(string node)
    {
        if (long.TryParse(node, NumberStyles.None, CultureInfo.InvariantCulture, out long number)) return number;
        if (!junctions.TryGetValue(node, out long known)) junctions.Add(node, known = -1 - junctions.Count);
        return known;
    }
}

/// <summary>One link of the Ruteplan network, its values as text in the order of <see cref="RuteplanColumns.All"/>; null where there is none.</summary>
/// <param name="Place">Where in the file it stands: a line, or a table and its key.</param>
/// <param name="Values">The values.</param>
/// <param name="Line">The drawing; null where there is none or it is no line.</param>
internal readonly record struct RuteplanRow(string Place, string?[] Values, NetTopologySuite.Geometries.Coordinate[]? Line);
