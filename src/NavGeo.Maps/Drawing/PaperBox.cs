namespace NavGeo.Maps.Drawing;

/// <summary>A place on a sheet: millimetres from its upper left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct PaperPoint(double X, double Y);

/// <summary>An upright rectangle on a sheet, millimetres; <c>Top</c> is less than <c>Bottom</c>.</summary>
public readonly record struct PaperBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Millimetres.</summary>
    public double Width => Right - Left;

    /// <summary>Millimetres.</summary>
    public double Height => Bottom - Top;

    /// <summary>The middle.</summary>
    public PaperPoint Centre => new((Left + Right) / 2, (Top + Bottom) / 2);

    /// <summary>A box of this size around a point.</summary>
    public static PaperBox Around(PaperPoint centre, double width, double height) =>
        new(centre.X - width / 2, centre.Y - height / 2, centre.X + width / 2, centre.Y + height / 2);

    /// <summary>The same box, larger on every side (smaller for a negative number).</summary>
    public PaperBox Grown(double millimetres) =>
        new(Left - millimetres, Top - millimetres, Right + millimetres, Bottom + millimetres);

    /// <summary>Whether they share more than an edge.</summary>
    public bool Overlaps(PaperBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether the other lies inside, edges included.</summary>
    public bool Contains(PaperBox other) =>
        Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

    /// <summary>Whether the point lies inside, edges included.</summary>
    public bool Contains(PaperPoint point) =>
        Left <= point.X && point.X <= Right && Top <= point.Y && point.Y <= Bottom;
}
