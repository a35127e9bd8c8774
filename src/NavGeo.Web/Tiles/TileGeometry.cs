namespace NavGeo.Web.Tiles;

/// <summary>Geometry as vector tiles write it: commands and steps from point to point, in the coordinates of the tile.</summary>
internal static class TileGeometry
{
    private const int MoveTo = 1;
    private const int LineTo = 2;
    private const int Close = 7;

    /// <summary>A point.</summary>
    public static byte[] Point((int X, int Y) point)
    {
        var text = new ProtobufText(8);
        Command(text, MoveTo, 1);
        text.ZigZag(point.X);
        text.ZigZag(point.Y);
        return text.Span.ToArray();
    }

    /// <summary>A ring; its corners clockwise as seen on the map, the first not repeated.</summary>
    public static byte[] Ring(ReadOnlySpan<(int X, int Y)> corners)
    {
        var text = new ProtobufText(32);
        (int X, int Y) at = (0, 0);
        Path(text, corners, ref at);
        Command(text, Close, 1);
        return text.Span.ToArray();
    }

    /// <summary>Adds a line to lines written before.</summary>
    /// <param name="text">What holds them.</param>
    /// <param name="points">At least two.</param>
    /// <param name="at">Where the line before ended; (0, 0) before the first.</param>
    public static void Path(ProtobufText text, ReadOnlySpan<(int X, int Y)> points, ref (int X, int Y) at)
    {
        Command(text, MoveTo, 1);
        Step(text, points[0], ref at);
        Command(text, LineTo, points.Length - 1);
        foreach ((int X, int Y) point in points[1..]) Step(text, point, ref at);
    }

    private static void Command(ProtobufText text, int command, int count) => text.Varint((ulong)(command | count << 3));

    private static void Step(ProtobufText text, (int X, int Y) to, ref (int X, int Y) at)
    {
        text.ZigZag(to.X - at.X);
        text.ZigZag(to.Y - at.Y);
        at = to;
    }
}
