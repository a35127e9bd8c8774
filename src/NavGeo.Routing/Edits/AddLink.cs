namespace NavGeo.Routing.Edits;

/// <summary>
/// Builds a road, bridge or ferry line. Each end that lies within <see cref="ReachMetres"/> of a road is joined to it at
/// the nearest point; a road's end out of reach of everything stays a dead end.
/// </summary>
/// <param name="Link">The link, in the network's coordinates.</param>
public sealed record AddLink(RoadLink Link) : RoadEdit
{
    /// <summary>How far from a road an end may be drawn.</summary>
    public const double ReachMetres = 500;
}
