using System.Globalization;
using SkiaSharp;

namespace NavGeo.Maps.Drawing;

/// <summary>Draws the items of a sheet on one Skia canvas, in millimetres. Scratch.</summary>
/// <param name="canvas">What to draw on, scaled to millimetres; the caller's.</param>
/// <param name="regular">Glyphs of <see cref="SheetFont"/>.</param>
/// <param name="bold">Those of its bold.</param>
internal sealed class SkiaCanvas(SKCanvas canvas, SKTypeface regular, SKTypeface bold)
{
    /// <summary>Draws an item and all within it.</summary>
    public void Draw(DrawingItem item)
    {
        switch (item)
        {
            case GroupItem group:
                Group(group);
                break;
            case AreaItem area when area.Rings.Count > 0:
                Paint(Path(area.Rings, close: true), area.Fill, area.Stroke);
                break;
            case LineItem line when line.Lines.Count > 0:
                Paint(Path(line.Lines, close: false), null, line.Stroke);
                break;
            case CircleItem circle:
                Paint(Path(p => p.AddCircle((float)circle.Centre.X, (float)circle.Centre.Y, (float)circle.Radius)), circle.Fill, circle.Stroke);
                break;
            case BoxItem box:
                Paint(Path(p => p.AddRoundRect(Rectangle(box.Box), (float)box.CornerRadius, (float)box.CornerRadius)), box.Fill, box.Stroke);
                break;
            case TextItem { Text.Length: > 0 } text:
                Text(text);
                break;
        }
    }

    private void Group(GroupItem group)
    {
        canvas.Save();
        if (group.Clip is { } clip) canvas.ClipRect(Rectangle(clip), antialias: true);
        foreach (DrawingItem item in group.Items) Draw(item);
        canvas.Restore();
    }

    private void Paint(SKPath path, Fill? fill, Stroke? stroke)
    {
        using SKPath shape = path;
        if (fill is not null)
        {
            using SKPaint inside = Ink(fill.Colour, fill.Opacity);
            canvas.DrawPath(shape, inside);
            if (fill.Hatch is not null) HatchInside(shape, fill.Hatch);
        }
        if (stroke is not null)
        {
            using SKPaint rim = Pen(stroke);
            canvas.DrawPath(shape, rim);
        }
    }

    private void HatchInside(SKPath shape, Hatch hatch)
    {
        canvas.Save();
        canvas.ClipPath(shape, antialias: true);
        canvas.RotateDegrees(45);
        SKRect seen = canvas.LocalClipBounds;
        using SKPath lines = Path(p =>
        {
            for (double x = Math.Floor(seen.Left / hatch.Spacing) * hatch.Spacing; x < seen.Right; x += hatch.Spacing)
                p.AddRect(new SKRect((float)x, seen.Top, (float)(x + hatch.Width), seen.Bottom));
        });
        using SKPaint ink = Ink(hatch.Colour);
        canvas.DrawPath(lines, ink);
        canvas.Restore();
    }

    private void Text(TextItem text)
    {
        using var font = new SKFont(text.IsBold ? bold : regular, (float)text.Size)
        {
            Subpixel = true,
            BaselineSnap = false,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };
        (ushort[] glyphs, SKPoint[] places) = SheetFont.Of(text.IsBold).Place(text.Text, text.Size);
        canvas.Save();
        canvas.Translate((float)text.Left, (float)text.Baseline.Y);
        if (text.Halo is not null) Rim(font, glyphs, places, text.Halo);
        using var run = new SKTextBlobBuilder();
        run.AddPositionedRun(glyphs, font, places);
        using SKTextBlob blob = run.Build()!;
        using SKPaint ink = Ink(text.Colour);
        canvas.DrawText(blob, 0, 0, ink);
        canvas.Restore();
    }

    /// <summary>Drawn as lines and not as text: who copies text out of a PDF gets each name once.</summary>
    private void Rim(SKFont font, ushort[] glyphs, SKPoint[] places, Stroke halo)
    {
        using SKPaint pen = Pen(halo);
        for (int i = 0; i < glyphs.Length; i++)
        {
            using SKPath? outline = font.GetGlyphPath(glyphs[i]);
            if (outline is null) continue;
            outline.Transform(SKMatrix.CreateTranslation(places[i].X, places[i].Y));
            canvas.DrawPath(outline, pen);
        }
    }

    private static SKPath Path(IReadOnlyList<IReadOnlyList<PaperPoint>> lines, bool close) => Path(path =>
    {
        foreach (IReadOnlyList<PaperPoint> line in lines)
            path.AddPoly([.. line.Select(p => new SKPoint((float)p.X, (float)p.Y))], close);
    });

    private static SKPath Path(Action<SKPathBuilder> draw)
    {
        using var path = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        draw(path);
        return path.Detach();
    }

    private static SKRect Rectangle(PaperBox box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);

    private static SKPaint Pen(Stroke stroke)
    {
        SKPaint pen = Ink(stroke.Colour);
        pen.Style = SKPaintStyle.Stroke;
        pen.StrokeWidth = (float)stroke.Width;
        pen.StrokeJoin = SKStrokeJoin.Round;
        pen.StrokeCap = stroke.Dashes is null ? SKStrokeCap.Round : SKStrokeCap.Butt;
        if (stroke.Dashes is not null) pen.PathEffect = SKPathEffect.CreateDash([.. stroke.Dashes.Select(d => (float)d)], 0);
        return pen;
    }

    private static SKPaint Ink(string colour, double opacity = 1) => new()
    {
        IsAntialias = true,
        Color = new SKColor(uint.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) | 0xFF000000).WithAlpha((byte)Math.Round(opacity * 255)),
    };
}
