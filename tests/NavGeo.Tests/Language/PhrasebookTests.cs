using System.Text.RegularExpressions;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Language;

/// <summary>Holds the three languages against each other.</summary>
public partial class PhrasebookTests
{
    /// <summary>A text up to this long may be the same in English and Norwegian: km, min, names of files.</summary>
    private const int ShortWord = 12;

    private static readonly Phrasebook Bokmaal = Phrasebook.For(UserLanguage.Bokmaal);
    private static readonly Phrasebook Nynorsk = Phrasebook.For(UserLanguage.Nynorsk);
    private static readonly Phrasebook English = Phrasebook.For(UserLanguage.English);

    [Theory]
    [InlineData(1.0, "100,0")]
    [InlineData(0.9996, "99,9")]
    [InlineData(0.99999999, "99,9")]
    [InlineData(0.9994, "99,9")]
    [InlineData(0.5, "50,0")]
    [InlineData(0.00001, "0,1")]
    [InlineData(0.0, "0,0")]
    public void A_hundred_percent_is_everybody_and_nought_is_nobody(double share, string percent) =>
        Assert.Equal(percent, Phrasebook.For(UserLanguage.Bokmaal).Percent(share));

    [Fact]
    public void Every_key_stands_in_all_three_languages()
    {
        string[] all = [.. Bokmaal.Keys.Union(Nynorsk.Keys).Union(English.Keys).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(all);
        foreach (Phrasebook book in (Phrasebook[])[Bokmaal, Nynorsk, English])
            Assert.Empty(all.Except(book.Keys).Select(key => $"{key} is missing in {book.Language}"));
    }

    [Fact]
    public void Every_key_has_the_same_placeholders_in_all_three_languages()
    {
        Assert.Empty(English.Keys
            .Where(key => Placeholders(Bokmaal, key) != Placeholders(English, key) || Placeholders(Nynorsk, key) != Placeholders(English, key))
            .Select(key => $"{key}: nb {Placeholders(Bokmaal, key)}, nn {Placeholders(Nynorsk, key)}, en {Placeholders(English, key)}"));
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal)]
    [InlineData(UserLanguage.Nynorsk)]
    [InlineData(UserLanguage.English)]
    public void Every_template_can_be_spoken(UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        object[] one = [.. Enumerable.Repeat((object)1, 20)];
        object[] many = [.. Enumerable.Repeat((object)1234.5, 20)];
        foreach (string key in book.Keys)
        {
            foreach (object[] values in (object[][])[one, many])
            {
                string said = book.Say(key, values);
                Assert.True(said.Length > 0 && said.AsSpan().IndexOfAny('{', '}') < 0, $"{key} says '{said}'");
                Assert.True(said == said.Trim() || book.Template(key).EndsWith(' '), $"{key} has a blank at an end: '{said}'");
            }
        }
    }

    [Fact]
    public void English_is_not_left_standing_in_norwegian_nor_norwegian_in_english()
    {
        Assert.Empty(English.Keys.Where(key => IsSentence(English.Template(key))
                && (English.Template(key) == Bokmaal.Template(key) || English.Template(key) == Nynorsk.Template(key)))
            .Select(key => $"{key}: {English.Template(key)}"));
    }

    [Fact]
    public void Nynorsk_has_no_bokmaal_words()
    {
        Assert.Empty(Nynorsk.Keys.Where(key => BokmaalWords().IsMatch(Plain(Nynorsk, key))).Select(key => $"{key}: {Nynorsk.Template(key)}"));
    }

    [Fact]
    public void Bokmaal_has_no_nynorsk_words()
    {
        Assert.Empty(Bokmaal.Keys.Where(key => NynorskWords().IsMatch(Plain(Bokmaal, key))).Select(key => $"{key}: {Bokmaal.Template(key)}"));
    }

    /// <summary>One norm through all rooms: docs/glossary.md.</summary>
    [Fact]
    public void Each_norwegian_keeps_to_one_norm()
    {
        Assert.Empty(Bokmaal.Keys.Where(key => OtherBokmaal().IsMatch(Plain(Bokmaal, key))).Select(key => $"{key}: {Bokmaal.Template(key)}"));
        Assert.Empty(Nynorsk.Keys.Where(key => OtherNynorsk().IsMatch(Plain(Nynorsk, key))).Select(key => $"{key}: {Nynorsk.Template(key)}"));
    }

    [Fact]
    public void Number_in_a_phrase_wears_the_dress_of_the_language()
    {
        var phrase = new Phrase("case.people-differ", "0617 Gol", 4600, 12430, 2.702);
        Assert.Contains("(factor 2.702)", phrase.In(UserLanguage.English), StringComparison.Ordinal);
        Assert.Contains("12,430", phrase.In(UserLanguage.English), StringComparison.Ordinal);
        Assert.Contains("(faktor 2,702)", phrase.In(UserLanguage.Nynorsk), StringComparison.Ordinal);
        Assert.Contains("12\u00A0430", phrase.In(UserLanguage.Bokmaal), StringComparison.Ordinal);
    }

    [Fact]
    public void Phrase_within_a_phrase_is_spoken_in_the_same_language()
    {
        var inner = new Phrase("case.no-roads");
        Assert.Equal("saka har ingen vegar er tom", new Phrase("table.empty-field", inner).In(UserLanguage.Nynorsk));
    }

    [Fact]
    public void Singular_is_taken_for_exactly_one()
    {
        Assert.StartsWith("1 planned road is", new Phrase("case.planned-roads", 1).In(UserLanguage.English), StringComparison.Ordinal);
        Assert.StartsWith("2 planned roads are", new Phrase("case.planned-roads", 2).In(UserLanguage.English), StringComparison.Ordinal);
        Assert.StartsWith("0 planned roads are", new Phrase("case.planned-roads", 0).In(UserLanguage.English), StringComparison.Ordinal);
    }

    /// <summary>The placeholders that carry a value, each once; plural forms may differ between the languages.</summary>
    private static string Placeholders(Phrasebook book, string key) => string.Join(' ', Placeholder().Matches(book.Template(key))
        .Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static bool IsSentence(string template)
    {
        string words = AnyPlaceholder().Replace(template, "");
        return words.Length > ShortWord && words.Count(char.IsWhiteSpace) > 1;
    }

    /// <summary>Without what stands in quotes, which may be a file's own words.</summary>
    private static string Plain(Phrasebook book, string key) => Quoted().Replace(book.Template(key), "");

    [GeneratedRegex(@"\{(\d+)(?=[:}])", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex AnyPlaceholder();

    [GeneratedRegex("«[^»]*»|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(ikke|hvis|hvor|hva|hvilke[nt]?|noen?|mer|flere|være|gjøre|fra|hver|bruker|kommuner|personer|minutter|steder|nærmeste|utenfor|innbyggere?ne?|tall|forskjellige)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BokmaalWords();

    [GeneratedRegex(@"\b(ikkje|kva|kvar|kven|nokon?|noko|meir|fleire|vere|vera|gjere|gjera|frå|kommunar|personar|minutt|stader|næraste|utanfor|innbyggjarar|tal|òg|båe)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NynorskWords();

    /// <summary>Right in bokmål, but of another norm than "vei" and "ferje"; names of columns and of others' files are written as their owners write them.</summary>
    [GeneratedRegex(@"\b((?!vegkategori|vegfase|veglenkesekvenser)\w*veg(en|er|ene|nett|nettet|type|nummer|numre)?|ferge\w*)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherBokmaal();

    /// <summary>Right in nynorsk, but of another norm than e-infinitives, "bli", "gi" and "første".</summary>
    [GeneratedRegex(@"\b(vera|gjera|seia|høyra|halda|vart|vorte|gje|gjev|gjeve|oppgje|oppgjeve|korkje|båe|fyrste|også|rekkjefylgje|nummera|\w*sentera|forbindelse)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherNynorsk();
}
