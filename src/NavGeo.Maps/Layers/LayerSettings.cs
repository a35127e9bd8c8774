using NavGeo.Data.Ground;
using NavGeo.Planning;

namespace NavGeo.Maps.Layers;

/// <summary>How published layers are written.</summary>
public sealed record LayerSettings
{
    /// <summary>Places with fewer people are published without the number, by the rule of <see cref="SmallNumbers"/>; 0 hides none.</summary>
    public int LeastPeople { get; init; } = SmallNumbers.UsualLeast;

    /// <summary>Whether GeoJSON is in metres of the case's projection; degrees (RFC 7946) otherwise. GeoPackages are always in metres.</summary>
    public bool IsPlane { get; init; }

    /// <summary>Outlines of the municipalities, where they are known.</summary>
    public MapBackground Background { get; init; } = MapBackground.None;

    /// <summary>Labour-market or other regions that the GeoPackage is to show; empty for no such layer.</summary>
    public IReadOnlyList<RegionArea> Regions { get; init; } = [];
}
