using System.Globalization;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// A line as well-known text: <c>LINESTRING (10 20, 11 21)</c>, <c>LINESTRING Z (10 20 5, …)</c>, or a
/// <c>MULTILINESTRING</c> of one part. Heights and measures are passed over.
/// </summary>
internal static class LineText
{
    /// <summary>The points; null where the text is no such line.</summary>
    public static Coordinate[]? Parse(string? text)
    {
        if (text is null) return null;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int semicolon = rest.IndexOf(';');
        if (semicolon >= 0 && rest.StartsWith("SRID", StringComparison.OrdinalIgnoreCase)) rest = rest[(semicolon + 1)..].TrimStart();
        bool isMulti = rest.StartsWith("MULTILINESTRING", StringComparison.OrdinalIgnoreCase);
        if (!isMulti && !rest.StartsWith("LINESTRING", StringComparison.OrdinalIgnoreCase)) return null;
        int open = rest.IndexOf('(');
        if (open < 0) return null;
        ReadOnlySpan<char> kind = rest[(isMulti ? 15 : 10)..open].Trim();
        if (kind.Length > 0 && !kind.Equals("Z", StringComparison.OrdinalIgnoreCase) && !kind.Equals("M", StringComparison.OrdinalIgnoreCase)
            && !kind.Equals("ZM", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        rest = rest[open..];
        for (int depth = isMulti ? 2 : 1; depth > 0; depth--)
        {
            if (rest.Length < 2 || rest[0] != '(' || rest[^1] != ')') return null;
            rest = rest[1..^1].Trim();
        }
        return Points(rest);
    }

    private static Coordinate[]? Points(ReadOnlySpan<char> text)
    {
        var points = new List<Coordinate>();
        foreach (Range range in text.Split(','))
        {
            ReadOnlySpan<char> point = text[range].Trim();
            int blank = point.IndexOf(' ');
            if (blank < 0) return null;
            ReadOnlySpan<char> north = point[(blank + 1)..].TrimStart();
            int end = north.IndexOf(' ');
            if (end >= 0) north = north[..end];
            if (!TryNumber(point[..blank], out double x) || !TryNumber(north, out double y)) return null;
            points.Add(new Coordinate(x, y));
        }
        return points.Count >= 2 ? [.. points] : null;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
