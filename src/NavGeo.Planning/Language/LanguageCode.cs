namespace NavGeo.Planning.Language;

/// <summary>The codes nb, nn and en that case files, options and web pages use.</summary>
public static class LanguageCode
{
    /// <summary>Reads <c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    /// <returns>False where the text is none of them.</returns>
    public static bool TryParse(string? code, out UserLanguage language)
    {
        (bool known, language) = code switch
        {
            "nb" => (true, UserLanguage.Bokmaal),
            "nn" => (true, UserLanguage.Nynorsk),
            "en" => (true, UserLanguage.English),
            _ => (false, default),
        };
        return known;
    }

    /// <summary><c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    public static string Of(UserLanguage language) => language switch
    {
        UserLanguage.Bokmaal => "nb",
        UserLanguage.Nynorsk => "nn",
        _ => "en",
    };
}

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
