namespace NavGeo.Planning.Siting;

/// <summary>Whether a chosen site is in every set that is nearly as good.</summary>
public enum SiteStanding
{
    /// <summary>Proven: no set without it is within the indifference.</summary>
    Always = 0,

    /// <summary>A set without it is within the indifference.</summary>
    Exchangeable,

    /// <summary>The search was stopped before it could tell.</summary>
    Unknown,
}
