namespace NavGeo.Planning.Regions;

/// <summary>What a municipality is in its region.</summary>
public enum PlacementRole
{
    /// <summary>Attached to a centre, or a member of a cluster.</summary>
    Member = 0,

    /// <summary>The region's centre, which it is named after.</summary>
    Centre,

    /// <summary>The smaller of a pair of centres.</summary>
    SecondCentre,

    /// <summary>A region of its own without being a centre (restkommune).</summary>
    Single,
}
