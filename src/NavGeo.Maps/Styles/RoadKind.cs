namespace NavGeo.Maps.Styles;

/// <summary>The looks a map gives its roads, the most important first.</summary>
public enum RoadKind
{
    /// <summary>European and national roads, motorways.</summary>
    Trunk = 0,

    /// <summary>County roads.</summary>
    County,

    /// <summary>All other roads.</summary>
    Other,

    /// <summary>Ferries and boats, dashed.</summary>
    Ferry,
}
