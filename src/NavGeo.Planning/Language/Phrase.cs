namespace NavGeo.Planning.Language;

/// <summary>
/// Something to say to a user, not yet in a language: a key of the phrasebook and the values its placeholders take.
/// Whole numbers and decimals among the values are written in the language's dress when the phrase is spoken.
/// </summary>
/// <param name="Key">A key of the phrasebook, such as <c>data.not-a-number</c>.</param>
/// <param name="Values">The values of {0}, {1}, …; may themselves be phrases.</param>
public sealed record Phrase(string Key, params IReadOnlyList<object> Values)
{
    /// <summary>The phrase in a language.</summary>
    public string In(UserLanguage language) => Phrasebook.For(language).Say(this);

    /// <summary>English, for logs and stack traces.</summary>
    public override string ToString() => In(UserLanguage.English);
}
