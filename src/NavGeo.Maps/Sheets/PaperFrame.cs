using NavGeo.Maps.Drawing;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The window of a map: which part of the plane stands in which box of the sheet, at a round scale. Grid north is up.
/// </summary>
internal sealed class PaperFrame
{
    private const double MillimetresInMetre = 1000;
    private static readonly double[] RoundScales = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10];

    private readonly PlanePoint middle;
    private readonly double millimetresPerMetre;

    private PaperFrame(PaperBox box, PlanePoint middle, long denominator)
    {
        Box = box;
        Denominator = denominator;
        this.middle = middle;
        millimetresPerMetre = MillimetresInMetre / denominator;
    }

    /// <summary>The window on the sheet.</summary>
    public PaperBox Box { get; }

    /// <summary>1 : so many.</summary>
    public long Denominator { get; }

    /// <summary>The point of the plane in the middle of the window.</summary>
    public PlanePoint Middle => middle;

    /// <summary>What the window shows, in metres.</summary>
    public Envelope Extent => new(
        middle.Easting - Metres(Box.Width) / 2,
        middle.Easting + Metres(Box.Width) / 2,
        middle.Northing - Metres(Box.Height) / 2,
        middle.Northing + Metres(Box.Height) / 2);

    /// <summary>The largest round scale at which an extent fits, with a margin in millimetres on every side.</summary>
    public static PaperFrame Fit(Envelope extent, PaperBox box, double margin)
    {
        if (extent.IsNull) throw new ArgumentException("there is nothing to show", nameof(extent));
        PaperBox inside = box.Grown(-margin);
        double least = MillimetresInMetre * Math.Max(
            1, Math.Max(extent.Width / inside.Width, extent.Height / inside.Height));
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double round = RoundScales.First(r => r * power >= least * (1 - 1e-9));
        var middle = new PlanePoint((extent.MinX + extent.MaxX) / 2, (extent.MinY + extent.MaxY) / 2);
        return new PaperFrame(box, middle, (long)Math.Round(round * power));
    }

    /// <summary>Plane to paper.</summary>
    public PaperPoint ToPaper(PlanePoint point)
    {
        PaperPoint centre = Box.Centre;
        return new PaperPoint(
            centre.X + (point.Easting - middle.Easting) * millimetresPerMetre,
            centre.Y - (point.Northing - middle.Northing) * millimetresPerMetre);
    }

    /// <summary>Metres on the ground of a length on paper.</summary>
    public double Metres(double millimetres) => millimetres / millimetresPerMetre;

    /// <summary>Millimetres on paper of a length on the ground.</summary>
    public double Millimetres(double metres) => metres * millimetresPerMetre;
}
