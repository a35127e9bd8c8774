namespace NavGeo.Planning.Siting;

/// <summary>What is asked of a set of sites.</summary>
public enum SitingModel
{
    /// <summary>The least sum of weight times cost with p sites; without p as many sites as pay for their opening.</summary>
    PMedian = 0,

    /// <summary>The least longest way with p sites.</summary>
    PCenter,

    /// <summary>The fewest sites with everybody within reach (location set covering).</summary>
    SetCover,

    /// <summary>The most people within reach with p sites (maximal covering location).</summary>
    MaxCover,

    /// <summary>As the p-median, but a site takes no more than its capacity; each place goes to one site as a whole.</summary>
    CapacitatedPMedian,

    /// <summary>The least longest way first, and of all sets that reach it the one with the least sum.</summary>
    Lexicographic,
}
