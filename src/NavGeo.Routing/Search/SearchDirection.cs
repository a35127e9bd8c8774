namespace NavGeo.Routing.Search;

/// <summary>Which way the trips run.</summary>
public enum SearchDirection
{
    /// <summary>From the start to everywhere.</summary>
    FromStart = 0,

    /// <summary>From everywhere to the start: inhabitants to a site.</summary>
    ToStart,
}
