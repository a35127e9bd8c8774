namespace NavGeo.Routing.Hierarchy;

/// <summary>Which way the times of a sweep are travelled.</summary>
public enum SweepDirection
{
    /// <summary>From each source to all targets.</summary>
    FromSources = 0,

    /// <summary>From all targets to each source: people to a site.</summary>
    ToSources,
}
