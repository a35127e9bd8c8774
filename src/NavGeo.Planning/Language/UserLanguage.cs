namespace NavGeo.Planning.Language;

/// <summary>The written languages users see. Every text exists in all three.</summary>
public enum UserLanguage
{
    /// <summary>Bokmål.</summary>
    Bokmaal = 0,

    /// <summary>Nynorsk.</summary>
    Nynorsk,

    /// <summary>English.</summary>
    English,
}
