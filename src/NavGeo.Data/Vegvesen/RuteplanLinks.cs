using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// Turns rows of the Ruteplan network into links. −1 says nothing, in every column, as an empty field does. Minutes each
/// way are the source's own; a direction without them is closed, and so is what <c>oneway</c> does not name: <c>B</c>
/// both, <c>FT</c> with the drawing, <c>TF</c> against it, <c>N</c> none.
/// </summary>
/// <remarks>
/// Where the publisher has cut a link, at a barrier or a change of limit, the cut has no node number: such ends meet what
/// is drawn to the same place.
/// </remarks>
internal sealed class RuteplanLinks(string path, DrawnPlaces places, Findings findings)
{
    private const double MostMinutes = 24 * 60;
    private const double MostKilometres = 1000;

    /// <summary>Ends without a number meet what is drawn nearer than this; the publisher's cuts are the same to the millimetre or two.</summary>
    private const double CutMetres = 0.1;

    private readonly Dictionary<string, long> junctions = new(StringComparer.Ordinal);
    private readonly List<(int Link, bool IsLast)> cuts = [];

    public List<RoadLink> Links { get; } = [];

    public DropCounter Dropped { get; } = new();

    public int RowCount { get; private set; }

    public void Add(RuteplanRow row)
    {
        RowCount++;
        string? Value(string[] column) => row.Values[Array.IndexOf(RuteplanColumns.All, column)]?.Trim() is { } text && text is not ("" or "-1" or "-1.0" or "-1,0") ? text : null;

        if (IsMarked(Value(RuteplanColumns.Closed)))
        {
            Dropped.Count(DropReason.ClosedToCars, "SPERRING");
            return;
        }
        // Cars have a limit or a class on every road that is theirs.
        if (IsMarked(Value(RuteplanColumns.Bicycle))
            && Value(RuteplanColumns.FunctionClass) is null && Value(RuteplanColumns.ForwardSpeed) is null && Value(RuteplanColumns.BackwardSpeed) is null)
        {
            Dropped.Count(DropReason.NotForCars, "IsBikeRoad");
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
        string? from = Value(RuteplanColumns.From), to = Value(RuteplanColumns.To);
        if (from is null) cuts.Add((Links.Count, false));
        if (to is null) cuts.Add((Links.Count, true));
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
            Flags = MarksOf(Value(RuteplanColumns.Medium), Value(RuteplanColumns.Tunnel), Value(RuteplanColumns.Bridge)),
            FromJunction = from is null ? null : NumberOf(from),
            ToJunction = to is null ? null : NumberOf(to),
        });
    }

    /// <summary>Gives the ends without a number the number of what they meet; for once, when all rows are added.</summary>
    public void JoinCuts()
    {
        var near = new Dictionary<(long East, long North), List<(PlanePoint At, long Number)>>();
        foreach ((int link, bool isLast) in cuts)
        {
            foreach ((long, long) cell in Around(EndOf(link, isLast))) near.TryAdd(cell, []);
        }
        for (int link = 0; link < Links.Count && cuts.Count > 0; link++)
        {
            Meet(EndOf(link, false), Links[link].FromJunction);
            Meet(EndOf(link, true), Links[link].ToJunction);
        }
        foreach ((int link, bool isLast) in cuts)
        {
            PlanePoint end = EndOf(link, isLast);
            long? known = near[CellOf(end)].Where(n => n.At.DistanceTo(end) <= CutMetres).OrderBy(n => n.At.DistanceTo(end)).Select(n => (long?)n.Number).FirstOrDefault();
            long number = known ?? NumberOf(FormattableString.Invariant($"cut {link} {isLast}"));
            if (known is null) Meet(end, number);
            Links[link] = isLast ? Links[link] with { ToJunction = number } : Links[link] with { FromJunction = number };
        }

        // An end stands in its own square and in those around it, so that a square holds all that lies near.
        void Meet(PlanePoint end, long? number)
        {
            foreach ((long, long) cell in number is null ? [] : Around(end))
            {
                if (near.TryGetValue(cell, out List<(PlanePoint, long)>? there)) there.Add((end, number!.Value));
            }
        }
    }

    private PlanePoint EndOf(int link, bool isLast) => isLast ? Links[link].Shape[^1] : Links[link].Shape[0];

    private static (long East, long North) CellOf(PlanePoint at) => ((long)Math.Floor(at.Easting / CutMetres), (long)Math.Floor(at.Northing / CutMetres));

    private static IEnumerable<(long, long)> Around(PlanePoint at)
    {
        (long east, long north) = CellOf(at);
        for (long e = east - 1; e <= east + 1; e++)
        {
            for (long n = north - 1; n <= north + 1; n++) yield return (e, n);
        }
    }

    private static LinkMarks MarksOf(string? medium, string? isTunnel, string? isBridge) =>
        medium is "T" or "U" || IsMarked(isTunnel) ? LinkMarks.Underground
        : medium is "B" or "L" || IsMarked(isBridge) ? LinkMarks.OnBridge
        : LinkMarks.None;

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
