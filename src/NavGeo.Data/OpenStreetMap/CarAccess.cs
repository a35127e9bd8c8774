namespace NavGeo.Data.OpenStreetMap;

/// <summary>May a car use it?</summary>
internal enum CarAccess
{
    /// <summary>Yes.</summary>
    Open = 0,

    /// <summary>Those who live there or are let in: open to drive to a door.</summary>
    Private,

    /// <summary>No.</summary>
    Closed,
}
