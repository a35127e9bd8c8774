namespace NavGeo.Data.Roads;

/// <summary>Why a row of a road file did not become a link.</summary>
public enum DropReason
{
    /// <summary>A path, snow-free track, cycle way and the like: no car drives there.</summary>
    NotForCars = 0,

    /// <summary>Planned or under construction (<c>vegfase</c> other than V).</summary>
    NotYetOpen,

    /// <summary>A kind of road NavGeo does not know.</summary>
    UnknownKind,

    /// <summary>The row has no geometry, an empty one, or one that is no line.</summary>
    NoGeometry,

    /// <summary>All points of the line are the same.</summary>
    ZeroLength,

    /// <summary>Access, barriers or signs keep ordinary cars out.</summary>
    ClosedToCars,

    /// <summary>The file does not have the places the line is drawn between.</summary>
    MissingPlaces,

    /// <summary>It lies so far from the rest that one map projection cannot hold both.</summary>
    TooFar,
}
