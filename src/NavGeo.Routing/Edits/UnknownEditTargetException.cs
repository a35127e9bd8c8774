namespace NavGeo.Routing.Edits;

/// <summary>An edit speaks of something the network does not have: a road number, a ferry, a road near a point.</summary>
public sealed class UnknownEditTargetException : ArgumentException
{
    /// <param name="edit">The edit that finds nothing to change.</param>
    public UnknownEditTargetException(RoadEdit edit)
        : base($"nothing in the network matches {edit}") => Edit = edit;

    /// <summary>The edit that finds nothing to change.</summary>
    public RoadEdit Edit { get; }
}
