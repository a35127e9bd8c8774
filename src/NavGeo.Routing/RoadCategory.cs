namespace NavGeo.Routing;

/// <summary>Who owns the road, as in the Norwegian <c>vegkategori</c>: E, R, F, K, P, S.</summary>
public enum RoadCategory : byte
{
    /// <summary>Not said in the source.</summary>
    Unknown = 0,

    /// <summary>Europaveg, E.</summary>
    European,

    /// <summary>Riksveg, R.</summary>
    National,

    /// <summary>Fylkesveg, F.</summary>
    County,

    /// <summary>Kommunal veg, K.</summary>
    Municipal,

    /// <summary>Privat veg, P.</summary>
    Private,

    /// <summary>Skogsbilveg, S.</summary>
    Forest,
}
