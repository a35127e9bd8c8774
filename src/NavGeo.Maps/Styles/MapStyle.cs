using System.Text.Json;
using System.Text.Json.Serialization;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;
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
    public required AreaStyle NoAccess { get; init; }

    /// <summary>Land, water, boundaries.</summary>
    public required GroundStyle Ground { get; init; }

    /// <summary>One for each <see cref="RoadKind"/>, in its order.</summary>
    public required IReadOnlyList<RoadStyle> Roads { get; init; }

    /// <summary>Roads and ferries that are closed in what is measured.</summary>
    public required ClosedRoadStyle ClosedRoad { get; init; }

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

    /// <summary>What a class is called: "up to 30 min".</summary>
    public Phrase TitleOf(int index) => Classes[index].UpToMinutes is { } bound
        ? new Phrase("maps.legend.up-to", bound)
        : new Phrase("maps.legend.over", Classes[index - 1].UpToMinutes!.Value);

    private static MapStyle Embedded(string name)
    {
        using Stream json = StyleFile.Open(name);
        return Read(json);
    }
}

/// <summary>One colour of the map and the times it stands for.</summary>
/// <param name="UpToMinutes">Times up to this many minutes, exact to the millisecond; null for all longer ones.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
public sealed record TravelClass(int? UpToMinutes, string Colour);

/// <summary>An area of one colour, hatched where it must not be mistaken for another in grey print.</summary>
public sealed record AreaStyle(string Colour, HatchStyle? Hatch = null)
{
    /// <summary>As it is drawn.</summary>
    public Fill ToFill() => new(Colour, 1, Hatch is null ? null : new Hatch(Hatch.Colour, Hatch.SpacingMm, Hatch.WidthMm));
}

/// <summary>Lines at 45° over a colour.</summary>
public sealed record HatchStyle(string Colour, double SpacingMm, double WidthMm);

/// <summary>What lies beneath the travel times.</summary>
public sealed record GroundStyle(string Land, string Outside, string Water, string Shore, string Boundary, double BoundaryMm);

/// <summary>The looks a map gives its roads, the most important first.</summary>
public enum RoadKind
{
    /// <summary>European and national roads, motorways.</summary>
    Trunk = 0,

    /// <summary>County roads.</summary>
    County,

    /// <summary>All other roads.</summary>
    Other,

    /// <summary>Ferries and boats, dashed.</summary>
    Ferry,
}

/// <summary>The look of a closed road, a dashed line with crosses.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="WidthMm">Millimetres.</param>
/// <param name="Casing">Beneath it, as <c>#rrggbb</c>.</param>
public sealed record ClosedRoadStyle(string Colour, double WidthMm, string Casing);

/// <summary>A line on the map; the casing is a wider line beneath it, null for none.</summary>
public sealed record RoadStyle(RoadKind Kind, string Colour, double WidthMm, string? Casing);

/// <summary>The sign with a road's number.</summary>
public sealed record ShieldStyle(RoadKind Kind, string Fill, string Text, string Frame);

/// <summary>The symbols of sites: filled when open every day, half when open fewer days, small and grey when closed.</summary>
public sealed record SiteStyle(string Open, string PartTime, string Closed, string Rim);

/// <summary>Colours of text.</summary>
public sealed record TextStyle(string Strong, string Plain, string Weak, string Halo);

/// <summary>Reads the style files of <c>maps/</c>, which are in the program.</summary>
internal static class StyleFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <exception cref="JsonException">It is not such a style.</exception>
    public static T Read<T>(Stream json)
        where T : class => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("the style is empty");

    public static T Embedded<T>(string name)
        where T : class
    {
        using Stream json = Open(name);
        return Read<T>(json);
    }

    public static Stream Open(string name) => typeof(StyleFile).Assembly.GetManifestResourceStream($"NavGeo.Maps.Styles.{name}.json")
        ?? throw new InvalidOperationException($"the style {name} is not in the program");
}
