using NavGeo.Maps.Drawing;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// Cuts a ring to an upright box, one side after the other (Sutherland and Hodgman 1974). Where the ring leaves and
/// comes back, what is left runs along the box: that is outside the window and not seen.
/// </summary>
internal static class RingClip
{
    /// <summary>The part of a ring inside a box; empty where none is.</summary>
    public static List<PaperPoint> Clip(List<PaperPoint> ring, PaperBox box)
    {
        ring = Cut(ring, p => p.X - box.Left);
        ring = Cut(ring, p => box.Right - p.X);
        ring = Cut(ring, p => p.Y - box.Top);
        return Cut(ring, p => box.Bottom - p.Y);
    }

    private static List<PaperPoint> Cut(List<PaperPoint> ring, Func<PaperPoint, double> depth)
    {
        var kept = new List<PaperPoint>(ring.Count);
        for (int i = 0; i < ring.Count; i++)
        {
            PaperPoint from = ring[i == 0 ? ^1 : i - 1];
            PaperPoint to = ring[i];
            (double before, double after) = (depth(from), depth(to));
            if (before >= 0 != after >= 0)
            {
                double share = before / (before - after);
                kept.Add(new PaperPoint(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share));
            }
            if (after >= 0) kept.Add(to);
        }
        return kept;
    }
}
