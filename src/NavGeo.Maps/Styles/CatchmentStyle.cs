namespace NavGeo.Maps.Styles;

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
