using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.Norway;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Boundaries;

/// <summary>What planners write where municipalities are asked for, and what they mean.</summary>
public sealed class MunicipalityChoiceTests
{
    [Theory]
    [InlineData(2024, "Valdres", 6)]
    [InlineData(2018, "valdres", 6)]
    [InlineData(2024, "Nordland", 41)]
    [InlineData(2018, "Nordland", 44)]
    [InlineData(2020, "Østfold", 12)]
    [InlineData(2024, "ostfold", 12)]
    [InlineData(2024, "Finnmark", 18)]
    [InlineData(2024, "18", 41)]
    [InlineData(2024, "301", 1)]
    [InlineData(2024, "Hol, Ål; Gol|Hemsedal", 4)]
    [InlineData(2024, "3330 3328", 2)]
    [InlineData(2024, "Alta", 1)]
    [InlineData(2024, "Hamarøy", 1)]
    [InlineData(2024, "Hábmer", 1)]
    [InlineData(2024, "habmer", 1)]
    [InlineData(2024, "Unjarga", 1)]
    [InlineData(2024, "Hammerfest", 1)]
    [InlineData(2024, "hammerfeasta", 1)]
    [InlineData(2018, "Helgeland, Salten", 28)]
    [InlineData(2024, "Nes", 1)]
    public void Words_mean(int year, string words, int municipalities) => Assert.Equal(municipalities, Choice(year).Of(MunicipalityChoice.WordsOf(words)).Count);

    [Theory]
    [InlineData("")]
    [InlineData(" , ;")]
    public void No_word_at_all_is_not_all_of_Norway(string written) => Assert.Throws<InputException>(() => MunicipalityChoice.WordsOf(written));

    [Fact]
    public void Nothing_asked_for_is_everything() => Assert.Equal(357, Choice(2024).Of([]).Count);

    [Theory]
    [InlineData("Valders", "Valdres")]
    [InlineData("Lillehamer", "Lillehammer")]
    [InlineData("Nord-Odall", "Nord-Odal")]
    [InlineData("Nord", "Nord-Aurdal")]
    [InlineData("Herøy", "1515")]
    [InlineData("9912", "Valdres, Lillehammer, 18")]
    [InlineData("Xyzzyqk", "Valdres, Lillehammer, 18")]
    public void Other_words_are_refused_with_what_they_may_have_been(string word, string help)
    {
        InputException refused = Assert.Throws<InputException>(() => Choice(2024).Of([word]));
        Assert.Contains(help, Phrasebook.For(UserLanguage.Bokmaal).Say(refused.Findings[0].Remedy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    [InlineData(2024)]
    public void Every_county_and_district_has_only_municipalities_of_the_year(int year)
    {
        MunicipalityName[] all = Names(year);
        var choice = new MunicipalityChoice(all, year);
        foreach ((string district, _) in choice.Meant) Assert.NotEmpty(choice.Of([district]));
        // Every municipality of a year lies in one of its counties.
        string[] counties = year switch
        {
            2018 => ["Østfold", "Akershus", "Oslo", "Hedmark", "Oppland", "Buskerud", "Vestfold", "Telemark", "Aust-Agder", "Vest-Agder", "Rogaland", "Hordaland", "Sogn og Fjordane", "Møre og Romsdal", "Nordland", "Troms", "Finnmark", "Trøndelag"],
            2020 => ["Viken", "Oslo", "Innlandet", "Vestfold og Telemark", "Agder", "Rogaland", "Vestland", "Møre og Romsdal", "Nordland", "Troms og Finnmark", "Trøndelag"],
            _ => ["Østfold", "Akershus", "Oslo", "Innlandet", "Buskerud", "Vestfold", "Telemark", "Agder", "Rogaland", "Vestland", "Møre og Romsdal", "Nordland", "Troms", "Finnmark", "Trøndelag"],
        };
        Assert.Equal(all.Length, counties.Sum(c => choice.Of([c]).Count));
    }

    private static MunicipalityChoice Choice(int year) => new(Names(year), year);

    private static MunicipalityName[] Names(int year)
    {
        using var json = JsonDocument.Parse(new InputFile(NorwayBase.Boundaries(year)!).Bytes);
        return
        [
            .. json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")).Select(p => p.TryGetProperty("kommunenummer", out JsonElement number)
                ? new MunicipalityName(number.GetString()!, p.GetProperty("kommunenavn").GetString()!)
                : new MunicipalityName(p.GetProperty("NR").GetString()!, p.GetProperty("NAVN").GetString()!)).Distinct(),
        ];
    }
}
