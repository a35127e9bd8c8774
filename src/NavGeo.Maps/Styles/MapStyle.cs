using System.Text.Json;
using NavGeo.Routing;

namespace NavGeo.Maps.Styles;

/// <summary>
/// Classes and colours of a map, read from <c>maps/*.json</c>; the web client reads the same files. Immutable.
/// </summary>
/// <remarks>
/// The colours of <c>travel-time.json</c> are steps in OKLCH from light yellow to dark violet: each class is darker
/// than the one before by as much as the eye needs, so that the order survives colour blindness and grey print.
/// </remarks>
public sealed record MapStyle
{
    /// <summary>The style of <c>maps/travel-time.json</c>.</summary>
    public static MapStyle TravelTime { get; } = Embedded("travel-time");

    /// <summary>Name of the style.</summary>
    public required string Name { get; init; }

    /// <summary>From the shortest times to the longest; the last has no upper bound.</summary>
    public required IReadOnlyList<TravelClass> Classes { get; init; }

    /// <summary>Those who reach no open site.</summary>
    public required HatchStyle NoAccess { get; init; }

    /// <summary>Land, water, boundaries.</summary>
    public required GroundStyle Ground { get; init; }

    /// <summary>One for each <see cref="RoadKind"/>, in its order.</summary>
    public required IReadOnlyList<RoadStyle> Roads { get; init; }

    /// <summary>For roads with number signs.</summary>
    public required IReadOnlyList<ShieldStyle> Shields { get; init; }

    /// <summary>Sites.</summary>
    public required SiteStyle Sites { get; init; }

    /// <summary>Texts.</summary>
    public required TextStyle Text { get; init; }

    /// <summary>Reads a style.</summary>
    /// <exception cref="JsonException">It is not a style, or its classes do not rise to an open end.</exception>
    public static MapStyle Read(Stream json)
    {
        MapStyle style = StyleFile.Read<MapStyle>(json);
        for (int i = 0; i < style.Classes.Count; i++)
        {
            bool isLast = i == style.Classes.Count - 1;
            bool rises = i == 0 || style.Classes[i - 1].UpToMinutes < (style.Classes[i].UpToMinutes ?? int.MaxValue);
            if (isLast != style.Classes[i].UpToMinutes is null || !rises)
                throw new JsonException($"the classes of {style.Name} must rise, and only the last has no upper bound");
        }
        if (!style.Roads.Select(r => r.Kind).SequenceEqual(Enum.GetValues<RoadKind>()))
            throw new JsonException($"{style.Name} must have one road style for each kind, in order");
        return style;
    }

    /// <summary>Index of the class of a time; -1 where there is no way.</summary>
    public int ClassOf(TravelTime time)
    {
        if (!time.IsReachable) return -1;
        int index = 0;
        while (Classes[index].UpToMinutes is { } bound && !time.IsWithinMinutes(bound)) index++;
        return index;
    }

    private static MapStyle Embedded(string name)
    {
        using Stream json = StyleFile.Open(name);
        return Read(json);
    }
}
