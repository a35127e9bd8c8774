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

/// <summary>
/// What a case calls something, in each of the users' languages. A name the case gives in one language only is that
/// name in all of them; bokmål and nynorsk stand in for each other before English does. Immutable.
/// </summary>
public sealed record Names
{
    private readonly string bokmaal;
    private readonly string nynorsk;
    private readonly string english;

    /// <summary>The same name in every language.</summary>
    public Names(string name)
        : this(name, name, name)
    {
    }

    /// <summary>A name by language; null or empty where the case does not give it.</summary>
    /// <exception cref="ArgumentException">There is no name at all.</exception>
    public Names(string? bokmaal, string? nynorsk, string? english)
    {
        this.bokmaal = First(bokmaal, nynorsk, english);
        this.nynorsk = First(nynorsk, bokmaal, english);
        this.english = First(english, bokmaal, nynorsk);
    }

    /// <summary>The name in a language.</summary>
    public string In(UserLanguage language) => language switch
    {
        UserLanguage.Bokmaal => bokmaal,
        UserLanguage.Nynorsk => nynorsk,
        _ => english,
    };

    /// <summary>English, for logs and stack traces.</summary>
    public override string ToString() => english;

    private static string First(params ReadOnlySpan<string?> candidates)
    {
        foreach (string? candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate)) return candidate;
        }
        throw new ArgumentException("a name in at least one language is needed");
    }
}
