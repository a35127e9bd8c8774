namespace NavGeo.Routing;

/// <summary>What else a source says of a link, one bit each.</summary>
[Flags]
public enum LinkMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A road over ice or snow: open in winter only, so that it is closed unless <see cref="Edits.WinterSeason"/> opens it.</summary>
    OnlyInWinter = 1,

    /// <summary>The speed is the default of the road's class; the source gives none for this road.</summary>
    AssumedSpeed = 2,

    /// <summary>The source gives the ferry no name; this one is NavGeo's, by the places near its quays.</summary>
    AssumedName = 4,
}
