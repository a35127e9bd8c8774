using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Sheets;

/// <summary>The symbols of sites: one look for open every day, one for fewer days, one for closed.</summary>
internal static class SiteSymbols
{
    private const double OpenRadius = 1.55;
    private const double ClosedRadius = 0.95;
    private const double Rim = 0.45;

    /// <summary>Symbols shrink where so many stand on a map that they would cover it: full size up to 40 sites, a third from 360.</summary>
    public static double ScaleFor(int sites) => Math.Clamp(Math.Sqrt(40.0 / Math.Max(1, sites)), 1.0 / 3, 1);

    /// <summary>All sites of the case, closed ones beneath.</summary>
    public static IEnumerable<DrawingItem> Draw(PlanningCase planningCase, Structure structure, MapStyle style, PaperFrame frame, double scale)
    {
        double size = scale * ScaleFor(planningCase.Sites.Count);
        SiteOpening[] openings = [.. planningCase.Sites.Select(s => SiteOpening.Of(structure, s.Id))];
        IEnumerable<int> order = Enumerable.Range(0, openings.Length).OrderBy(i => openings[i].OpenDays);
        yield return new GroupItem(
            "sites", [.. order.SelectMany(i => Symbol(openings[i], frame.ToPaper(planningCase.SitePoints[i]), style, size))]);
    }

    /// <summary>One symbol.</summary>
    public static IEnumerable<DrawingItem> Symbol(SiteOpening opening, PaperPoint at, MapStyle style, double scale)
    {
        SiteStyle sites = style.Sites;
        if (!opening.IsOpen)
        {
            yield return new CircleItem(
                at, ClosedRadius * scale, new Fill(sites.Rim), new Stroke(sites.Closed, Rim * scale));
            yield break;
        }
        yield return new CircleItem(at, (OpenRadius + Rim) * scale, new Fill(sites.Rim));
        yield return opening.IsOpenEveryDay
            ? new CircleItem(at, OpenRadius * scale, new Fill(sites.Open))
            : new CircleItem(at, (OpenRadius - 0.3) * scale, new Fill(sites.PartTime), new Stroke(sites.Open, 0.6 * scale));
    }

    /// <summary>Millimetres from the middle of a symbol to its rim.</summary>
    public static double RadiusOf(SiteOpening opening, double scale) =>
        (opening.IsOpen ? OpenRadius + Rim : ClosedRadius + Rim / 2) * scale;
}
