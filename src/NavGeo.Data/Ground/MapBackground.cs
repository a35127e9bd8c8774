using NavGeo.Data.Boundaries;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Ground;

/// <summary>
/// What a sheet shows beneath and beside the travel times where it is known; metres in the case's projection.
/// </summary>
public sealed record MapBackground
{
    /// <summary>Nothing but the case itself.</summary>
    public static MapBackground None { get; } = new();

    /// <summary>Outlines of the case's municipalities.</summary>
    public IReadOnlyList<MunicipalityBoundary> Municipalities { get; init; } = [];

    /// <summary>The municipalities around them, shown in grey.</summary>
    public IReadOnlyList<MunicipalityBoundary> Neighbours { get; init; } = [];

    /// <summary>Land beyond the border; where it meets the open sea it is no coastline.</summary>
    public IReadOnlyList<Geometry> Abroad { get; init; } = [];

    /// <summary>Whether what is no land is sea: then all that no area covers is water.</summary>
    public bool HasSea { get; init; }

    /// <summary>Sea that lies over municipalities; none where their outlines follow the shore.</summary>
    public IReadOnlyList<Geometry> Sea { get; init; } = [];

    /// <summary>Lakes.</summary>
    public IReadOnlyList<Geometry> Lakes { get; init; } = [];

    /// <summary>Lines of the shore, where the outlines of municipalities go out to sea and do not show it.</summary>
    public IReadOnlyList<Geometry> Shores { get; init; } = [];

    /// <summary>Towns and villages besides the named places of the demand and the municipal centres.</summary>
    public IReadOnlyList<MapSettlement> Settlements { get; init; } = [];

    /// <summary>Sources of the background, beside those of the case.</summary>
    public IReadOnlyList<SourceReference> Sources { get; init; } = [];
}

/// <summary>A town or village that a map may name.</summary>
/// <param name="Name">As written on the map.</param>
/// <param name="Point">Metres in the case's projection.</param>
/// <param name="People">Larger ones go first where room is short.</param>
public sealed record MapSettlement(string Name, PlanePoint Point, int People);
