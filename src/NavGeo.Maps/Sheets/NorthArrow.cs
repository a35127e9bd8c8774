using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// An arrow to true north. Up on the sheet is grid north, and in UTM zone 33 the two differ by up to ten degrees in
/// western Norway.
/// </summary>
internal static class NorthArrow
{
    private const double Length = 9;
    private const double Step = 0.01;

    /// <summary>
    /// Degrees clockwise from the sheet's upward direction to true north at a point: minus the meridian convergence.
    /// Measured along the meridian over about a kilometre.
    /// </summary>
    public static double DegreesToTrueNorth(PlanePoint point, int epsg)
    {
        MapProjection projection = MapProjection.ForEpsg(epsg);
        GeoPoint here = projection.ToGeo(point);
        PlanePoint south = projection.ToPlane(here with { Latitude = here.Latitude - Step / 2 });
        PlanePoint north = projection.ToPlane(here with { Latitude = here.Latitude + Step / 2 });
        return Math.Atan2(north.Easting - south.Easting, north.Northing - south.Northing) * 180 / Math.PI;
    }

    /// <summary>Draws it around a point.</summary>
    internal static GroupItem Draw(PaperPoint centre, double degrees, MapStyle style, Phrasebook book)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        PaperPoint tip = Turned(0, -Length / 2);
        PaperPoint notch = Turned(0, Length * 0.22);
        PaperPoint left = Turned(-Length * 0.26, Length / 2);
        PaperPoint right = Turned(Length * 0.26, Length / 2);
        var rim = new Stroke(style.Text.Strong, 0.2);
        PaperPoint letter = Turned(0, -Length / 2 - 2);
        return new GroupItem("north-arrow",
        [
            new AreaItem([[tip, notch, left]], new Fill(style.Text.Strong), rim),
            new AreaItem([[tip, right, notch]], new Fill(style.Text.Halo), rim),
            new TextItem(book.Say("maps.sheet.north-letter"), letter with { Y = letter.Y + 1 }, 2.8, style.Text.Strong)
            {
                IsBold = true,
                Anchor = TextAnchor.Middle,
            },
            new TextItem(book.Say("maps.sheet.true-north"), new PaperPoint(centre.X, centre.Y + Length / 2 + 2.9), 1.9, style.Text.Plain)
            {
                Anchor = TextAnchor.Middle,
            },
        ]);

        PaperPoint Turned(double x, double y) => new(centre.X + x * cosine - y * sine, centre.Y + x * sine + y * cosine);
    }
}
