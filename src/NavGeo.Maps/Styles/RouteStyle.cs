namespace NavGeo.Maps.Styles;

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
