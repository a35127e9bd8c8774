using NavGeo.Planning.Language;

namespace NavGeo.Planning.Figures;

/// <summary>A figure that a report printed, to be held against what NavGeo computes.</summary>
/// <param name="Figure">What it is: <c>property_total</c>, <c>contact_decline_pct</c>; docs/case-format.md lists them.</param>
/// <param name="Subject">Of what: an office, a site, a structure, or <c>all</c>.</param>
/// <param name="Value">As printed, with as many decimals as were printed.</param>
/// <param name="IsApproximate">Whether the report itself says "about".</param>
/// <param name="Note">Where it stands in the report; null where nothing is said.</param>
public sealed record PrintedFigure(string Figure, string Subject, decimal Value, bool IsApproximate, Names? Note)
{
    /// <summary>
    /// Whether NavGeo's rule or network was made from this very figure: that the two agree is then no evidence for either.
    /// </summary>
    public bool IsByConstruction { get; init; }

    /// <summary>Ids of the structures a printed ranking is over; empty for all.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];
}
