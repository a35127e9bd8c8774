using NavGeo.Data.Ground;
using NavGeo.Data.Regions;

namespace NavGeo.Maps.Layers;

/// <summary>How published layers are written.</summary>
public sealed record LayerSettings
{
    /// <summary>Whether GeoJSON is in metres of the case's projection; degrees (RFC 7946) otherwise. GeoPackages are always in metres.</summary>
    public bool IsPlane { get; init; }

    /// <summary>Outlines of the municipalities, where they are known.</summary>
    public MapBackground Background { get; init; } = MapBackground.None;

    /// <summary>The case's labour-market regions that the GeoPackage is to show; null for no such layers.</summary>
    public CaseDivision? Regions { get; init; }
}
