using NavGeo.Data.Boundaries;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Regions;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Regions;

/// <summary>A market as it came from files, with what maps and exports need beside it.</summary>
/// <param name="Market">What rules divide.</param>
/// <param name="Boundaries">In the order of the market's municipalities; empty where they are not known.</param>
/// <param name="Sources">Every file it comes from.</param>
/// <param name="Profile">How fast one travelled; null where the times were given.</param>
/// <param name="Edits">What was different about the roads, in words.</param>
public sealed record LoadedMarket(
    LabourMarket Market, IReadOnlyList<MunicipalityBoundary> Boundaries, IReadOnlyList<SourceReference> Sources, TravelProfile? Profile, IReadOnlyList<string> Edits);
