namespace NavGeo.Planning.Regions;

/// <summary>How a number must stand to its limit.</summary>
public enum TestComparison
{
    /// <summary>Strictly less.</summary>
    Below = 0,

    /// <summary>Strictly more.</summary>
    Above,

    /// <summary>As much or more.</summary>
    AtLeast,

    /// <summary>As much or less.</summary>
    AtMost,
}
