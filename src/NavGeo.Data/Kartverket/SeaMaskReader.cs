using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Draws the sea of Kartverket's N1000 (<c>Havflate</c>: sea and fjords out to the territorial border) into a
/// <see cref="WaterMask"/>. Lakes are land, and so is everything beyond the polygons.
/// </summary>
public static class SeaMaskReader
{
    /// <summary>Side of a square unless another is asked for.</summary>
    public const double DefaultSquareMetres = 100;

    /// <summary>The sea of no country is wider; more would be gigabytes of squares.</summary>
    private const double WidestMetres = 4_000_000;

    private static readonly string[] Layers = ["Havflate", "Hav"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The GeoPackage.</param>
    /// <param name="squareMetres">Side of a square.</param>
    /// <param name="within">Only this part is drawn, widened to whole squares; null for all the file has.</param>
    /// <param name="epsg">The projection the file must be in.</param>
    /// <returns>Null where the file has no layer of the sea, as road files of other makers.</returns>
    /// <exception cref="InputException">The file is unusable.</exception>
    public static WaterMask? Find(
        InputFile file, double squareMetres = DefaultSquareMetres, Envelope? within = null, int epsg = 25833)
    {
        var findings = new Findings();
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        if (reader.FindLayer(Layers) is not { } layer) return null;
        reader.RequireEpsg(layer, epsg);
        Geometry[] areas = [.. reader.Read(layer, [], findings).Select(row => row.Geometry).OfType<Geometry>()];
        findings.ThrowIfErrors();
        if (areas.FirstOrDefault(area => area is not IPolygonal) is not null)
            throw new InputException(file.Path, layer.Table, new Phrase("geo.sea.not-areas"), new Phrase("geo.sea.not-areas.remedy"));
        var whole = new Envelope();
        foreach (Geometry area in areas) whole.ExpandToInclude(area.EnvelopeInternal);
        if (within is null && !(whole.IsNull || (whole.Width <= WidestMetres && whole.Height <= WidestMetres)))
            throw new InputException(file.Path, layer.Table, new Phrase("geo.sea.too-wide"), new Phrase("geo.sea.too-wide.remedy"));
        return Draw(areas, squareMetres, within);
    }

    /// <summary>The mask of some polygons: a square is sea where its middle is in one of them.</summary>
    /// <param name="areas">Polygons and multipolygons; they may overlap.</param>
    /// <param name="squareMetres">Side of a square.</param>
    /// <param name="within">Only this part is drawn, widened to whole squares; null for all there is.</param>
    public static WaterMask Draw(IReadOnlyList<Geometry> areas, double squareMetres, Envelope? within = null)
    {
        var extent = new Envelope();
        foreach (Geometry area in areas) extent.ExpandToInclude(area.EnvelopeInternal);
        if (within is not null) extent = extent.Intersection(within);
        if (extent.IsNull) return new WaterMask(default, squareMetres, 0, 0, (_, _) => { });
        double west = Math.Floor(extent.MinX / squareMetres);
        double south = Math.Floor(extent.MinY / squareMetres);
        int columns = (int)(Math.Ceiling(extent.MaxX / squareMetres) - west);
        int rows = (int)(Math.Ceiling(extent.MaxY / squareMetres) - south);
        var origin = new PlanePoint(west * squareMetres, south * squareMetres);
        var crossings = new RowCrossings(areas, origin, squareMetres, rows);
        return new WaterMask(origin, squareMetres, columns, rows, (row, bits) => crossings.Fill(row, bits, columns));
    }
}
