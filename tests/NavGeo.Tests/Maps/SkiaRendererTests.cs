using System.Buffers.Binary;
using System.Text;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Maps;

public sealed class SkiaRendererTests
{
    [Fact]
    public void Png_has_the_size_of_the_paper_its_resolution_and_its_provenance()
    {
        byte[] png = Bytes(SkiaRenderer.WritePng);
        Assert.Equal("\u0089PNG\r\n\u001a\n", Encoding.Latin1.GetString(png[..8]));
        Assert.Equal((2339, 1654), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal("pHYs", Encoding.ASCII.GetString(png, 37, 4));
        Assert.Equal(7874, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(41)));
        Assert.Contains("\"licence\": \"CC BY 4.0\"", Encoding.UTF8.GetString(png), StringComparison.Ordinal);
    }

    [Fact]
    public void Pdf_says_the_day_of_the_case_and_not_today()
    {
        byte[] bytes = Bytes(SkiaRenderer.WritePdf);
        Assert.Equal("%PDF-", Encoding.Latin1.GetString(bytes, 0, 5));
        string pdf = Inflated(bytes);
        Assert.Contains("20180101000000", pdf, StringComparison.Ordinal);
        Assert.Contains("/Keywords", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_copied_out_of_a_pdf_is_the_text_that_was_put_in_and_stands_there_once()
    {
        using var folder = new ScratchFolder();
        string path = folder.File("sheet.pdf");
        string[] names = ["Hábmer – Hamarøy", "Guovdageaidnu – Kautokeino – Koutokeino", "ŊŋŦŧŽžĐđČč", "office fjord Tana To."];
        SkiaRenderer.WritePdf(path, Drawing() with
        {
            Items = [.. names.Select((n, i) => new TextItem(n, new PaperPoint(10, 10 + 10 * i), 4, "#000000") { IsBold = i % 2 == 0, Halo = new Stroke("#ffffff", 0.7) })],
        });
        (int code, string text) = await OtherProgram.Run("pdftotext", path, "-");
        Assert.SkipWhen(code < 0, "pdftotext is not installed (Debian: poppler-utils)");
        Assert.Equal(names, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim('\f', ' ')).Where(l => l.Length > 0));
    }

    [Fact]
    public void Letters_of_a_pdf_are_those_of_the_font_and_no_others()
    {
        SheetFont font = SheetFont.Of(isBold: false);
        ushort[] wanted = font.Place("Ålesund ŋ", 1).Glyphs;
        using SkiaSharp.SKTypeface part = FontSubset.Of(font.Typeface, wanted);
        using var whole = new SkiaSharp.SKFont(font.Typeface, 1000);
        using var few = new SkiaSharp.SKFont(part, 1000);
        Assert.All(wanted, glyph => Assert.Equal(whole.GetGlyphPath(glyph)?.ToSvgPathData(), few.GetGlyphPath(glyph)?.ToSvgPathData()));
        ushort other = whole.GetGlyph('Q');
        Assert.NotEmpty(whole.GetGlyphPath(other)!.ToSvgPathData());
        Assert.True(few.GetGlyphPath(other) is not { IsEmpty: false });
        Assert.InRange(Bytes(SkiaRenderer.WritePdf).Length, 1, 120_000);
    }

    [Fact]
    public void Png_is_white_to_the_last_dot_of_the_paper()
    {
        using var picture = SkiaSharp.SKBitmap.Decode(Bytes(SkiaRenderer.WritePng));
        Assert.Equal(SkiaSharp.SKColors.White, picture.GetPixel(picture.Width - 1, picture.Height - 1));
    }

    [Fact]
    public void Same_drawing_is_the_same_bytes()
    {
        Assert.Equal(Bytes(SkiaRenderer.WritePng), Bytes(SkiaRenderer.WritePng));
        Assert.Equal(Bytes(SkiaRenderer.WritePdf), Bytes(SkiaRenderer.WritePdf));
    }

    /// <summary>The file with its compressed streams laid open.</summary>
    private static string Inflated(byte[] pdf)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(pdf));
        ReadOnlySpan<byte> begin = "stream\n"u8;
        for (int at = pdf.AsSpan().IndexOf(begin); at >= 0;)
        {
            int start = at + begin.Length;
            try
            {
                using var inflate = new System.IO.Compression.ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), System.IO.Compression.CompressionMode.Decompress);
                using var open = new MemoryStream();
                inflate.CopyTo(open);
                text.Append(Encoding.Latin1.GetString(open.ToArray()));
            }
            catch (InvalidDataException)
            {
                // "endstream", or a stream that is not compressed: it stands in the text already.
            }
            int next = pdf.AsSpan(start).IndexOf(begin);
            at = next < 0 ? -1 : start + next;
        }
        return text.ToString();
    }

    private static byte[] Bytes(Action<Stream, MapDrawing, int> write) => Bytes((stream, drawing) => write(stream, drawing, SkiaRenderer.UsualDotsPerInch));

    private static byte[] Bytes(Action<Stream, MapDrawing> write)
    {
        using var stream = new MemoryStream();
        write(stream, Drawing());
        return stream.ToArray();
    }

    private static MapDrawing Drawing()
    {
        AccessStudy study = SmallCase.Study();
        return StructureSheet.Draw(SmallCase.Publication(study), SmallCase.Publication(study).Comparison.Structures[0], new SheetSettings());
    }
}
