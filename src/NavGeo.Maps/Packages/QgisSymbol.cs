using NavGeo.Maps.Styles;

namespace NavGeo.Maps.Packages;

/// <summary>One symbol of a QGIS style.</summary>
/// <param name="Kind"><c>marker</c>, <c>line</c> or <c>fill</c>, as QGIS calls them.</param>
/// <param name="Layers">First is lowest.</param>
internal sealed record QgisSymbol(string Kind, IReadOnlyList<QgisSymbol.Layer> Layers)
{
    /// <summary>A class of QGIS and its options.</summary>
    public sealed record Layer(string Class, IReadOnlyList<(string Name, string Value)> Options);

    /// <summary>An area of one colour with a thin rim.</summary>
    public static QgisSymbol Area(string colour, string rim, double rimMm, double opacity = 1) => new("fill",
    [
        new("SimpleFill",
        [
            ("color", Rgba(colour, opacity)), ("joinstyle", "round"), ("outline_color", Rgba(rim)), ("outline_style", rimMm > 0 ? "solid" : "no"),
            ("outline_width", Number(rimMm)), ("outline_width_unit", "MM"), ("style", "solid"),
        ]),
    ]);

    /// <summary>Only the rim of an area.</summary>
    public static QgisSymbol Outline(string rim, double rimMm) => new("fill",
    [
        new("SimpleFill",
        [
            ("color", Rgba("#ffffff", 0)), ("joinstyle", "round"), ("outline_color", Rgba(rim)), ("outline_style", "solid"),
            ("outline_width", Number(rimMm)), ("outline_width_unit", "MM"), ("style", "no"),
        ]),
    ]);

    /// <summary>An area with lines at 45°: without access.</summary>
    public static QgisSymbol Hatched(AreaStyle area) => area.Hatch is not { } hatch ? Area(area.Colour, area.Colour, 0) : new("fill",
    [
        .. Area(area.Colour, hatch.Colour, hatch.WidthMm / 2).Layers,
        new("LinePatternFill",
        [
            ("angle", "45"), ("color", Rgba(hatch.Colour)), ("distance", Number(hatch.SpacingMm)), ("distance_unit", "MM"),
            ("line_width", Number(hatch.WidthMm)), ("line_width_unit", "MM"),
        ]),
    ]);

    /// <summary>A line, dashed or not.</summary>
    public static QgisSymbol Line(string colour, double widthMm, bool isDashed = false) => new("line",
    [
        new("SimpleLine",
        [
            ("capstyle", "round"), ("joinstyle", "round"), ("line_color", Rgba(colour)), ("line_style", isDashed ? "dash" : "solid"),
            ("line_width", Number(widthMm)), ("line_width_unit", "MM"),
        ]),
    ]);

    /// <summary>A disc with a rim.</summary>
    public static QgisSymbol Disc(string colour, string rim, double diameterMm) => new("marker",
    [
        new("SimpleMarker",
        [
            ("color", Rgba(colour)), ("name", "circle"), ("outline_color", Rgba(rim)), ("outline_style", "solid"), ("outline_width", "0.4"),
            ("outline_width_unit", "MM"), ("size", Number(diameterMm)), ("size_unit", "MM"),
        ]),
    ]);

    /// <summary>A QGIS colour: red, green, blue and opacity from 0 to 255.</summary>
    public static string Rgba(string colour, double opacity = 1)
    {
        int value = Convert.ToInt32(colour[1..], 16);
        return FormattableString.Invariant($"{value >> 16},{value >> 8 & 255},{value & 255},{Math.Round(opacity * 255):0}");
    }

    private static string Number(double value) => FormattableString.Invariant($"{value:0.###}");
}
