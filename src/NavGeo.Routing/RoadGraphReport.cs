namespace NavGeo.Routing;

/// <summary>
/// What was done to the drawing to make it a network, and what could not be done: a user who doubts a travel time
/// begins here.
/// </summary>
public sealed record RoadGraphReport
{
    /// <summary>Links without length that were left out.</summary>
    public required int DroppedLinks { get; init; }

    /// <summary>Turn restrictions that were left out, because their links do not both end at their junction.</summary>
    public required int UnusedRestrictions { get; init; }

    /// <summary>Road ends that lay on another road's line; that road was split there.</summary>
    public required int SplitJunctions { get; init; }

    /// <summary>Ways to the quay that were laid, in metres each; estimates.</summary>
    public required IReadOnlyList<QuayGap> QuayLinks { get; init; }

    /// <summary>Ends of ferry lines with no road within reach.</summary>
    public required IReadOnlyList<QuayGap> OpenQuays { get; init; }

    /// <summary>Connected parts, the largest first; ferries connect.</summary>
    public required IReadOnlyList<NetworkPart> Parts { get; init; }

    /// <summary>How many parts the roads alone make, without any ferry.</summary>
    public required int RoadParts { get; init; }
}
