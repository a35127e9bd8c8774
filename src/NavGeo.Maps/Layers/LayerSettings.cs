using NavGeo.Data.Ground;
using NavGeo.Data.Regions;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Layers;

/// <summary>How published layers are written.</summary>
public sealed record LayerSettings
{
    /// <summary>Places with fewer people are published without the number, by the rule of <see cref="SmallNumbers"/>; 0 hides none.</summary>
    public int LeastPeople { get; init; } = SmallNumbers.UsualLeast;

    /// <summary>The places that are hidden, where that is settled for several files together; by <see cref="LeastPeople"/> and what the file shows where null.</summary>
    public SmallNumbers? Small { get; init; }

    /// <summary>Whether GeoJSON is in metres of the case's projection; degrees (RFC 7946) otherwise. GeoPackages are always in metres.</summary>
    public bool IsPlane { get; init; }

    /// <summary>Outlines of the municipalities, where they are known.</summary>
    public MapBackground Background { get; init; } = MapBackground.None;

    /// <summary>The case's labour-market regions that the GeoPackage is to show; null for no such layers.</summary>
    public CaseDivision? Regions { get; init; }
}
