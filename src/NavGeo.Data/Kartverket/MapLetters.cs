using NavGeo.Routing;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// The rectangle that a name fills on N1000. The file gives where the text is set, in what size and whether that is its beginning,
/// middle or end; the cartographer sets it beside its place, which is therefore near the rectangle, most often at the end it is set by.
/// </summary>
/// <param name="Anchor">Where the text is set, on its base line.</param>
/// <param name="Angle">Of the base line, radians from east.</param>
/// <param name="Alignment">0 where the anchor is the beginning of the text, 1 its middle, 2 its end (<c>tekstReferansePunktØst</c>).</param>
/// <param name="Width">Metres.</param>
/// <param name="Height">Of capital letters, metres.</param>
internal readonly record struct MapLetters(PlanePoint Anchor, double Angle, int Alignment, double Width, double Height)
{
    /// <summary>Of a size that is not known.</summary>
    private const int Smallest = 805;

    /// <summary>Capital letters are so much of the size.</summary>
    private const double CapitalShare = 0.72;

    /// <summary>Metres of one em by <c>skriftkode</c>, found where a name lies on the side of its place that it is not set by (Harestua, Hommelvik, Harran, Levanger).</summary>
    private static readonly Dictionary<int, double> Sizes = new() { [801] = 3500, [802] = 2600, [803] = 2300, [804] = 2000, [Smallest] = 1550 };

    /// <summary>Letters by their width in Arial, narrow to wide, as shares of an em; what is in none is as most are.</summary>
    private static readonly (string Letters, double Ems)[] Widths =
        [("ijl", 0.222), ("Itf -/", 0.278), ("r", 0.333), ("Jcksvxyz", 0.5), ("FTZ", 0.611), ("ABEKPSVXYÅ", 0.667), ("CDHNRUw", 0.722), ("GOQØ", 0.778), ("mM", 0.833), ("æ", 0.889), ("W", 0.944), ("Æ", 1)];

    private const double UsualWidth = 0.556;

    /// <summary>The rectangle of a text.</summary>
    /// <param name="text">As it stands there.</param>
    /// <param name="size">N1000's <c>skriftkode</c>.</param>
    /// <param name="anchor">Where it is set.</param>
    /// <param name="angle">Of its base line.</param>
    /// <param name="alignment">By which end.</param>
    public static MapLetters Of(string text, int size, PlanePoint anchor, double angle, int alignment)
    {
        double em = Sizes.GetValueOrDefault(size, Sizes[Smallest]);
        double ems = text.Sum(c => Array.Find(Widths, w => w.Letters.Contains(c)) is { Letters: not null } width ? width.Ems : UsualWidth);
        return new MapLetters(anchor, angle, alignment, ems * em, CapitalShare * em);
    }

    /// <summary>The middle of the rectangle.</summary>
    public PlanePoint Middle => At(Begin + Width / 2, Height / 2);

    /// <summary>From the middle to a corner, metres.</summary>
    public double Radius => double.Hypot(Width, Height) / 2;

    /// <summary>Along the base line from the anchor.</summary>
    private double Begin => -Width * Alignment / 2;

    /// <summary>Metres from the rectangle; 0 in it.</summary>
    public double DistanceTo(PlanePoint point)
    {
        (double along, double across) = Along(point);
        return double.Hypot(Math.Max(Math.Max(Begin - along, 0), along - Begin - Width), Math.Max(Math.Max(-across, 0), across - Height));
    }

    /// <summary>How far beyond the middle of the text a point is, away from the end it is set by: 0 to 1; 0 of a text set by its middle.</summary>
    public double FarSide(PlanePoint point)
    {
        double beyond = (Along(point).Along - Begin - Width / 2) / (Width / 2);
        return Alignment switch { 0 => Math.Clamp(beyond, 0, 1), 2 => Math.Clamp(-beyond, 0, 1), _ => 0 };
    }

    private (double Along, double Across) Along(PlanePoint point)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        (double east, double north) = (point.Easting - Anchor.Easting, point.Northing - Anchor.Northing);
        return (east * cosine + north * sine, north * cosine - east * sine);
    }

    private PlanePoint At(double along, double across)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        return new PlanePoint(Anchor.Easting + along * cosine - across * sine, Anchor.Northing + along * sine + across * cosine);
    }
}
