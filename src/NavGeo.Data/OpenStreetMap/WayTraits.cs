using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>What the tags of a way say to a car: everything but its course. Ways of the same traits share one object.</summary>
internal sealed record WayTraits
{
    public required LinkKind Kind { get; init; }

    public RoadCategory Category { get; init; }

    public RoadNumber Road { get; init; }

    public string? Name { get; init; }

    public LinkDirections Directions { get; init; } = LinkDirections.Both;

    /// <summary>km/h along the drawing; 0 where the profile's default is to be used (ferries).</summary>
    public double ForwardKmh { get; init; }

    /// <summary>km/h against the drawing.</summary>
    public double BackwardKmh { get; init; }

    /// <summary>Whether the speeds are a share of a limit; otherwise they are the class's or what the ground allows.</summary>
    public bool IsSignposted { get; init; }

    /// <summary>Sailing time from end to end; null where it is not given.</summary>
    public int? DurationMilliseconds { get; init; }

    /// <summary>Whether the tags of a ferry say who may come on board; null for what is no ferry.</summary>
    public bool? DoesSayUsers { get; init; }

    /// <summary>Whether winter closes it.</summary>
    public bool IsClosedInWinter { get; init; }

    public LinkMarks Flags { get; init; }
}
