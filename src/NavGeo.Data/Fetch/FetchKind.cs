namespace NavGeo.Data.Fetch;

/// <summary>How a source is asked for.</summary>
public enum FetchKind
{
    /// <summary>A file at an address.</summary>
    File = 0,

    /// <summary>An order at Geonorge's download API, answered with addresses of files.</summary>
    Order,

    /// <summary>A query at a statistics bank with PxWebApi v2, answered with json-stat2.</summary>
    Table,
}
