using System.Runtime.InteropServices;
using NavGeo.Data;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using static NavGeo.Maps.Drawing.CairoLibrary;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// Writes a <see cref="MapDrawing"/> as PDF or PNG through libcairo, which must be installed (<see cref="IsAvailable"/>).
/// Both carry the drawing's provenance: PDF as keywords, PNG as text. With the same library and fonts the same drawing
/// gives the same bytes: the day of the case stands where the format wants a time of making.
/// </summary>
public static class CairoRenderer
{
    /// <summary>Dots an inch of a PNG unless the caller wants others: an A4 sheet is 2339 × 1654 dots.</summary>
    public const int UsualDotsPerInch = 200;

    private const double MillimetresPerInch = 25.4;
    private const double PointsPerInch = 72;
    private const int Rgb24 = 1;
    private const int Title = 0;
    private const int Subject = 2;
    private const int Keywords = 3;
    private const int Creator = 4;
    private const int CreateDate = 5;
    private const int ModifyDate = 6;

    /// <summary>Whether the library is installed.</summary>
    public static bool IsAvailable => CairoLibrary.IsThere;

    /// <summary>Writes a PDF, whole or not at all.</summary>
    /// <exception cref="InputException">The library is not installed; the remedy says how to get it.</exception>
    public static void WritePdf(string path, MapDrawing drawing) => AtomicFile.Write(path, stream => WritePdf(stream, drawing));

    /// <summary>Writes a PNG, whole or not at all.</summary>
    /// <exception cref="InputException">The library is not installed; the remedy says how to get it.</exception>
    public static void WritePng(string path, MapDrawing drawing, int dotsPerInch = UsualDotsPerInch) =>
        AtomicFile.Write(path, stream => WritePng(stream, drawing, dotsPerInch));

    /// <summary>Writes a PDF to a stream that stays open.</summary>
    /// <exception cref="InputException">The library is not installed; the remedy says how to get it.</exception>
    public static void WritePdf(Stream stream, MapDrawing drawing)
    {
        RequireLibrary("pdf");
        WriteBytes write = Into(stream);
        const double points = PointsPerInch / MillimetresPerInch;
        IntPtr surface = cairo_pdf_surface_create_for_stream(write, IntPtr.Zero, drawing.Width * points, drawing.Height * points);
        try
        {
            string day = drawing.Provenance.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T00:00:00Z";
            Describe(Title, drawing.Title);
            Describe(Subject, drawing.Description);
            Describe(Keywords, drawing.Provenance.ToJson());
            Describe(Creator, "NavGeo " + Provenance.Version);
            Describe(CreateDate, day);
            Describe(ModifyDate, day);
            Draw(surface, drawing, points);
            cairo_surface_finish(surface);
            Check(cairo_surface_status(surface));
        }
        finally
        {
            cairo_surface_destroy(surface);
            GC.KeepAlive(write);
        }

        void Describe(int kind, string text) => cairo_pdf_surface_set_metadata(surface, kind, CairoCanvas.Utf8(text));
    }

    /// <summary>Writes a PNG to a stream that stays open.</summary>
    /// <exception cref="InputException">The library is not installed; the remedy says how to get it.</exception>
    public static void WritePng(Stream stream, MapDrawing drawing, int dotsPerInch = UsualDotsPerInch)
    {
        RequireLibrary("png");
        ArgumentOutOfRangeException.ThrowIfLessThan(dotsPerInch, 1);
        double dots = dotsPerInch / MillimetresPerInch;
        using var png = new MemoryStream();
        WriteBytes write = Into(png);
        IntPtr surface = cairo_image_surface_create(Rgb24, (int)Math.Round(drawing.Width * dots), (int)Math.Round(drawing.Height * dots));
        try
        {
            Draw(surface, drawing, dots);
            Check(cairo_surface_write_to_png_stream(surface, write, IntPtr.Zero));
        }
        finally
        {
            cairo_surface_destroy(surface);
            GC.KeepAlive(write);
        }
        PngText.Write(stream, png.ToArray(), dotsPerInch,
        [
            new("Title", drawing.Title), new("Description", drawing.Description), new("Software", "NavGeo " + Provenance.Version),
            new("navgeo", drawing.Provenance.ToJson()),
        ]);
    }

    /// <summary>Stops where the library is not installed.</summary>
    /// <param name="format">What was asked for: pdf or png.</param>
    /// <exception cref="InputException">It is not; the remedy says how to get it.</exception>
    public static void RequireLibrary(string format)
    {
        if (!IsAvailable) throw new InputException("--format", null, new Phrase("export.no-cairo", format), new Phrase("export.no-cairo.remedy"));
    }

    private static void Draw(IntPtr surface, MapDrawing drawing, double unitsPerMillimetre)
    {
        using var canvas = new CairoCanvas(surface, unitsPerMillimetre);
        canvas.Draw(new BoxItem(new PaperBox(0, 0, drawing.Width, drawing.Height), new Fill("#ffffff")));
        foreach (DrawingItem item in drawing.Items) canvas.Draw(item);
        Check(canvas.Status);
    }

    private static WriteBytes Into(Stream stream) => (_, data, length) =>
    {
        byte[] bytes = new byte[length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        stream.Write(bytes);
        return 0;
    };

    private static void Check(int status)
    {
        if (status != 0) throw new IOException($"libcairo: status {status.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }
}
