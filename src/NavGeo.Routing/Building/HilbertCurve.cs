namespace NavGeo.Routing.Building;

/// <summary>The position of a point along a Hilbert curve over a square: near on the curve is near on the ground.</summary>
internal static class HilbertCurve
{
    private const int Bits = 20;

    /// <summary>Position of (x, y), both 0 to 1, on the curve of order 20.</summary>
    public static long Position(double x, double y)
    {
        int side = 1 << Bits;
        int column = (int)Math.Clamp(x * side, 0, side - 1);
        int row = (int)Math.Clamp(y * side, 0, side - 1);
        long position = 0;
        for (int s = side / 2; s > 0; s /= 2)
        {
            int right = (column & s) > 0 ? 1 : 0;
            int up = (row & s) > 0 ? 1 : 0;
            position += (long)s * s * ((3 * right) ^ up);
            if (up == 0)
            {
                if (right == 1)
                {
                    column = side - 1 - column;
                    row = side - 1 - row;
                }
                (column, row) = (row, column);
            }
        }
        return position;
    }
}
