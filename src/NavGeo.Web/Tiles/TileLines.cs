namespace NavGeo.Web.Tiles;

/// <summary>Cuts lines to a tile.</summary>
internal static class TileLines
{
    /// <summary>
    /// Writes the parts of a line on a tile, in its coordinates; nothing where it does not touch it.
    /// </summary>
    /// <param name="tile">The tile.</param>
    /// <param name="line">At least two points.</param>
    /// <param name="leastStep">Corners nearer than this to the last are left out.</param>
    /// <param name="buffer">So far beyond the tile's edge lines go on.</param>
    /// <param name="text">Takes the geometry.</param>
    public static void Clip(TileNumber tile, ReadOnlySpan<MapPoint> line, int leastStep, int buffer, ProtobufText text)
    {
        var part = new List<(int X, int Y)>();
        (int X, int Y) written = (0, 0);
        (int X, int Y) from = tile.Within(line[0]);
        for (int i = 1; i < line.Length; i++)
        {
            (int X, int Y) to = tile.Within(line[i]);
            bool isLast = i == line.Length - 1;
            if (!isLast && Math.Abs(to.X - from.X) < leastStep && Math.Abs(to.Y - from.Y) < leastStep) continue;
            if (Cut(from, to, buffer) is not var (start, end))
            {
                End();
            }
            else
            {
                if (part.Count == 0 || part[^1] != start)
                {
                    End();
                    part.Add(start);
                }
                if (end != start) part.Add(end);
            }
            from = to;
        }
        End();

        void End()
        {
            if (part.Count > 1) TileGeometry.Path(text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(part), ref written);
            part.Clear();
        }
    }

    /// <summary>The part of a step inside the tile and its buffer (Liang and Barsky 1984); null where none is.</summary>
    private static ((int X, int Y) Start, (int X, int Y) End)? Cut((int X, int Y) from, (int X, int Y) to, int buffer)
    {
        double enter = 0;
        double leave = 1;
        double dx = (double)to.X - from.X;
        double dy = (double)to.Y - from.Y;
        int most = TileNumber.Extent + buffer;
        if (!Side(-dx, from.X + (double)buffer) || !Side(dx, (double)most - from.X)
            || !Side(-dy, from.Y + (double)buffer) || !Side(dy, (double)most - from.Y)) return null;
        return (At(enter), At(leave));

        bool Side(double towards, double room)
        {
            if (towards == 0) return room >= 0;
            double share = room / towards;
            if (towards < 0) enter = Math.Max(enter, share);
            else leave = Math.Min(leave, share);
            return enter <= leave;
        }

        (int X, int Y) At(double share) => ((int)Math.Round(from.X + share * dx), (int)Math.Round(from.Y + share * dy));
    }
}
