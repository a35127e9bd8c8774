namespace NavGeo.Routing;

/// <summary>Which ways a link may be travelled, seen along its drawing.</summary>
[Flags]
public enum LinkDirections : byte
{
    /// <summary>Closed both ways.</summary>
    None = 0,

    /// <summary>From the first point to the last.</summary>
    Forward = 1,

    /// <summary>From the last point to the first.</summary>
    Backward = 2,

    /// <summary>Open both ways.</summary>
    Both = Forward | Backward,
}
