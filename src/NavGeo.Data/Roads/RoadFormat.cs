namespace NavGeo.Data.Roads;

/// <summary>The kinds of road file.</summary>
internal enum RoadFormat
{
    /// <summary>None that NavGeo reads.</summary>
    Unknown = 0,

    /// <summary>A network NavGeo built.</summary>
    NavNet,

    /// <summary>A GeoPackage of Kartverket's or Statens vegvesen's roads.</summary>
    GeoPackage,

    /// <summary>OpenStreetMap, pbf or xml.</summary>
    OpenStreetMap,

    /// <summary>A graph of the 9th DIMACS challenge.</summary>
    Dimacs,

    /// <summary>The Ruteplan network of NVDB as a table.</summary>
    RuteplanTable,

    /// <summary>A hand-made table between places, as in a case folder.</summary>
    CaseTable,

    /// <summary>Road segments as NVDB's API gives them.</summary>
    NvdbSegments,
}
