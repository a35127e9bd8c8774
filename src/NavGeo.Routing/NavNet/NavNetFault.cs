namespace NavGeo.Routing.NavNet;

/// <summary>Why a .navnet file is refused.</summary>
public enum NavNetFault
{
    /// <summary>It does not begin as a .navnet file does.</summary>
    Foreign = 0,

    /// <summary>It was written by another version of NavGeo.</summary>
    OtherVersion,

    /// <summary>It ends before it should.</summary>
    Truncated,

    /// <summary>Its bytes are not those that were written.</summary>
    Damaged,

    /// <summary>Its checksum is right but its figures contradict each other.</summary>
    Inconsistent,
}
