using System.Text.Json;
using NavGeo.Planning.Comparing;

namespace NavGeo.Maps.Styles;

/// <summary>
/// Colours of the <see cref="ChangeScale"/>, read from <c>maps/change.json</c>; sheets, packages and the page show the same.
/// Losses are warm and solid, gains are blue and hatched, and each class is darker than the one before, so that they are
/// told apart in grey print and by those who do not see colours; who is cut off is nearly black under white lines.
/// Immutable.
/// </summary>
public sealed record ChangeStyle
{
    /// <summary>The style of <c>maps/change.json</c>.</summary>
    public static ChangeStyle Usual { get; } = Embedded();

    /// <summary>Name of the style.</summary>
    public required string Name { get; init; }

    /// <summary>One for each class of the scale that has access before or after, in its order.</summary>
    public required IReadOnlyList<ChangeClassStyle> Classes { get; init; }

    /// <summary>One for each class of <see cref="ChangeScale.Classes"/>; who has no access before and after looks as on every other map.</summary>
    public IReadOnlyList<AreaStyle> Areas => [.. Classes.Select(c => new AreaStyle(c.Colour, c.Hatch)), MapStyle.TravelTime.NoAccess];

    /// <summary>Reads a style.</summary>
    /// <exception cref="JsonException">It is not a style, or has other classes than the scale.</exception>
    public static ChangeStyle Read(Stream json)
    {
        ChangeStyle style = StyleFile.Read<ChangeStyle>(json);
        if (!style.Classes.Select(c => c.Class).SequenceEqual(ChangeScale.Classes.SkipLast(1).Select(c => c.Name), StringComparer.Ordinal))
            throw new JsonException($"{style.Name} must have the classes of the scale of change, in order");
        return style;
    }

    private static ChangeStyle Embedded()
    {
        using Stream json = StyleFile.Open("change");
        return Read(json);
    }
}

/// <summary>The look of one class of change.</summary>
/// <param name="Class">Its name in <see cref="ChangeScale"/>.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Hatch">Lines over it; null for none.</param>
public sealed record ChangeClassStyle(string Class, string Colour, HatchStyle? Hatch = null);

/// <summary>
/// The looks of two ways on one sheet, read from <c>maps/route.json</c>: the one of today is wide and grey, the other
/// narrower and blue over it, so that both are seen where they run together, in grey print too. Immutable.
/// </summary>
public sealed record RouteStyle
{
    /// <summary>The style of <c>maps/route.json</c>.</summary>
    public static RouteStyle Usual { get; } = StyleFile.Embedded<RouteStyle>("route");

    /// <summary>Name of the style.</summary>
    public required string Name { get; init; }

    /// <summary>Today's way.</summary>
    public required RouteLine Before { get; init; }

    /// <summary>The way under the structure.</summary>
    public required RouteLine After { get; init; }

    /// <summary>Beneath both, as <c>#rrggbb</c>.</summary>
    public required string Casing { get; init; }

    /// <summary>Where the ways begin.</summary>
    public required string Start { get; init; }
}

/// <summary>The line of a way.</summary>
public sealed record RouteLine(string Colour, double WidthMm);

/// <summary>Light colours that stand for nothing but "not the same as next to it", read from <c>maps/catchments.json</c>. Immutable.</summary>
public sealed record CatchmentStyle
{
    /// <summary>The style of <c>maps/catchments.json</c>.</summary>
    public static CatchmentStyle Usual { get; } = StyleFile.Embedded<CatchmentStyle>("catchments");

    /// <summary>Name of the style.</summary>
    public required string Name { get; init; }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public required IReadOnlyList<string> Colours { get; init; }
}
