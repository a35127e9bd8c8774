namespace NavGeo.Data.GeoPackage;

/// <summary>The kinds of values NavGeo writes into a GeoPackage (OGC 12-128r17, table 1).</summary>
public enum GeoPackageColumnType
{
    /// <summary>UTF-8: <see cref="string"/>.</summary>
    Text = 0,

    /// <summary>64 bits: <see cref="int"/> or <see cref="long"/>.</summary>
    Whole,

    /// <summary>A <see cref="double"/>.</summary>
    Real,

    /// <summary>A <see cref="bool"/>.</summary>
    Flag,
}
