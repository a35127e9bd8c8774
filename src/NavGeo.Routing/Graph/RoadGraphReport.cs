namespace NavGeo.Routing.Graph;

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
    public required IReadOnlyList<NetworkPart> Parts
    {
        get => Counted.Value.Parts;
        init => Counted = new((value, Counted?.Value.RoadParts ?? 0));
    }

    /// <summary>How many parts the roads alone make, without any ferry.</summary>
    public required int RoadParts
    {
        get => Counted.Value.RoadParts;
        init => Counted = new((Counted?.Value.Parts ?? [], value));
    }

    /// <summary>Both, counted when first asked for: a road that is tried in a meeting is seldom asked.</summary>
    internal Lazy<(IReadOnlyList<NetworkPart> Parts, int RoadParts)> Counted { get; init; } = null!;
}

/// <summary>A part of the network that nothing connects with the rest.</summary>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="Kilometres">Length of its edges.</param>
/// <param name="Somewhere">One of its nodes, to find it on a map.</param>
/// <param name="HasFerry">Whether a ferry line belongs to it.</param>
public readonly record struct NetworkPart(int Nodes, double Kilometres, PlanePoint Somewhere, bool HasFerry);

/// <summary>The gap between the end of a ferry line and the nearest road.</summary>
/// <param name="Quay">The end of the ferry line.</param>
/// <param name="Road">Number of the ferry's road.</param>
/// <param name="Metres">Straight line to the nearest road; infinite where there is none at all.</param>
public readonly record struct QuayGap(PlanePoint Quay, RoadNumber Road, double Metres);
