namespace NavGeo.Web.Tiles;

/// <summary>The classes of the map that shows how ways differ from today's, in the order of its legend.</summary>
internal enum ChangeColour
{
    /// <summary>Without access before and after.</summary>
    Nowhere = -1,

    /// <summary>More than a quarter of an hour shorter.</summary>
    MuchShorter,

    /// <summary>Shorter.</summary>
    Shorter,

    /// <summary>The same to the millisecond.</summary>
    Same,

    /// <summary>Longer.</summary>
    Longer,

    /// <summary>More than a quarter of an hour longer.</summary>
    MuchLonger,

    /// <summary>More than half an hour longer.</summary>
    FarLonger,

    /// <summary>Access is lost.</summary>
    Lost,

    /// <summary>Access is gained.</summary>
    Gained,
}
