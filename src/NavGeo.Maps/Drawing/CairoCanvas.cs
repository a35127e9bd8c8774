using System.Text;
using static NavGeo.Maps.Drawing.CairoLibrary;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// Draws the items of a sheet on one cairo surface, in millimetres. Text is set as wide as <see cref="TextWidths"/> says
/// it is, whatever font the system has: what was laid out without overlaps stays without. Scratch; dispose it.
/// </summary>
internal sealed class CairoCanvas : IDisposable
{
    private const int EvenOdd = 1;
    private const int Round = 1;
    private const int Butt = 0;
    private const int Bold = 1;
    private const int NoHinting = 1;
    private const int GreyAntialias = 2;
    private const int AdvanceIndex = 4;
    private const double KerningTolerance = 1.01;

    private static readonly byte[] Family = Utf8("Arial");

    private readonly IntPtr context;
    private readonly double[] extents = new double[6];

    /// <param name="surface">What to draw on; the caller's.</param>
    /// <param name="unitsPerMillimetre">Points or pixels of the surface.</param>
    public CairoCanvas(IntPtr surface, double unitsPerMillimetre)
    {
        context = cairo_create(surface);
        cairo_scale(context, unitsPerMillimetre, unitsPerMillimetre);
        cairo_set_fill_rule(context, EvenOdd);
        IntPtr options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, NoHinting);
        cairo_font_options_set_hint_metrics(options, NoHinting);
        cairo_font_options_set_antialias(options, GreyAntialias);
        cairo_set_font_options(context, options);
        cairo_font_options_destroy(options);
    }

    /// <summary>0 as long as all went well.</summary>
    public int Status => cairo_status(context);

    /// <summary>Text as the library wants it.</summary>
    public static byte[] Utf8(string text) => [.. Encoding.UTF8.GetBytes(text.Replace('\0', ' ')), 0];

    /// <summary>Draws an item and all within it.</summary>
    public void Draw(DrawingItem item)
    {
        switch (item)
        {
            case GroupItem group:
                Group(group);
                break;
            case AreaItem area when area.Rings.Count > 0:
                foreach (IReadOnlyList<PaperPoint> ring in area.Rings) Line(ring, close: true);
                Paint(area.Fill, area.Stroke);
                break;
            case LineItem line when line.Lines.Count > 0:
                foreach (IReadOnlyList<PaperPoint> each in line.Lines) Line(each, close: false);
                Paint(null, line.Stroke);
                break;
            case CircleItem circle:
                cairo_new_sub_path(context);
                cairo_arc(context, circle.Centre.X, circle.Centre.Y, circle.Radius, 0, 2 * Math.PI);
                cairo_close_path(context);
                Paint(circle.Fill, circle.Stroke);
                break;
            case BoxItem box:
                Box(box.Box, box.CornerRadius);
                Paint(box.Fill, box.Stroke);
                break;
            case TextItem text:
                Text(text);
                break;
        }
    }

    public void Dispose() => cairo_destroy(context);

    private void Group(GroupItem group)
    {
        cairo_save(context);
        if (group.Clip is { } clip)
        {
            Box(clip, 0);
            cairo_clip(context);
        }
        foreach (DrawingItem item in group.Items) Draw(item);
        cairo_restore(context);
    }

    private void Line(IReadOnlyList<PaperPoint> points, bool close)
    {
        for (int i = 0; i < points.Count; i++)
        {
            if (i == 0) cairo_move_to(context, points[i].X, points[i].Y);
            else cairo_line_to(context, points[i].X, points[i].Y);
        }
        if (close) cairo_close_path(context);
    }

    private void Box(PaperBox box, double radius)
    {
        if (radius <= 0)
        {
            cairo_rectangle(context, box.Left, box.Top, box.Width, box.Height);
            return;
        }
        const double quarter = Math.PI / 2;
        cairo_new_sub_path(context);
        cairo_arc(context, box.Right - radius, box.Top + radius, radius, -quarter, 0);
        cairo_arc(context, box.Right - radius, box.Bottom - radius, radius, 0, quarter);
        cairo_arc(context, box.Left + radius, box.Bottom - radius, radius, quarter, 2 * quarter);
        cairo_arc(context, box.Left + radius, box.Top + radius, radius, 2 * quarter, 3 * quarter);
        cairo_close_path(context);
    }

    private void Paint(Fill? fill, Stroke? stroke)
    {
        if (fill is not null)
        {
            Colour(fill.Colour, fill.Opacity);
            if (fill.Hatch is null && stroke is null) cairo_fill(context);
            else cairo_fill_preserve(context);
            if (fill.Hatch is not null && stroke is not null) HatchAndStroke(fill.Hatch, stroke);
            else if (fill.Hatch is not null) HatchPath(fill.Hatch);
        }
        if (stroke is not null && fill?.Hatch is null) StrokePath(stroke);
        cairo_new_path(context);
    }

    /// <summary>The rim is drawn first: clipping uses the path up, and half the rim's width then lies beneath the lines.</summary>
    private void HatchAndStroke(Hatch hatch, Stroke stroke)
    {
        cairo_save(context);
        SetStroke(stroke);
        cairo_stroke_preserve(context);
        cairo_restore(context);
        HatchPath(hatch);
    }

    private void HatchPath(Hatch hatch)
    {
        cairo_save(context);
        cairo_clip(context);
        cairo_rotate(context, Math.PI / 4);
        cairo_clip_extents(context, out double left, out double top, out double right, out double bottom);
        for (double x = Math.Floor(left / hatch.Spacing) * hatch.Spacing; x < right; x += hatch.Spacing)
            cairo_rectangle(context, x, top, hatch.Width, bottom - top);
        Colour(hatch.Colour, 1);
        cairo_fill(context);
        cairo_restore(context);
    }

    private void StrokePath(Stroke stroke)
    {
        SetStroke(stroke);
        cairo_stroke(context);
    }

    private void SetStroke(Stroke stroke)
    {
        Colour(stroke.Colour, 1);
        cairo_set_line_width(context, stroke.Width);
        cairo_set_line_join(context, Round);
        cairo_set_line_cap(context, stroke.Dashes is null ? Round : Butt);
        double[] dashes = [.. stroke.Dashes ?? []];
        cairo_set_dash(context, dashes, dashes.Length, 0);
    }

    private void Text(TextItem text)
    {
        if (text.Text.Length == 0) return;
        byte[] utf8 = Utf8(text.Text);
        cairo_select_font_face(context, Family, 0, text.IsBold ? Bold : 0);
        cairo_set_font_size(context, text.Size);
        cairo_text_extents(context, utf8, extents);
        double squeeze = extents[AdvanceIndex] > text.Width * KerningTolerance ? text.Width / extents[AdvanceIndex] : 1;
        double width = extents[AdvanceIndex] * squeeze;
        double left = text.Baseline.X - (text.Anchor == TextAnchor.Start ? 0 : text.Anchor == TextAnchor.Middle ? width / 2 : width);
        cairo_save(context);
        cairo_translate(context, left, text.Baseline.Y);
        cairo_scale(context, squeeze, 1);
        if (text.Halo is not null)
        {
            cairo_move_to(context, 0, 0);
            cairo_text_path(context, utf8);
            StrokePath(text.Halo);
        }
        Colour(text.Colour, 1);
        cairo_move_to(context, 0, 0);
        cairo_show_text(context, utf8);
        cairo_restore(context);
        cairo_new_path(context);
    }

    private void Colour(string colour, double opacity)
    {
        int value = Convert.ToInt32(colour[1..], 16);
        cairo_set_source_rgba(context, (value >> 16) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0, opacity);
    }
}
